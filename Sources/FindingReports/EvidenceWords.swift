import ReviewEngine
import SolutionModel

/// Evidence in words that every format shares.
enum EvidenceWords {
  /// `buyer → shop → ordering (waits at most 3 s)`; a link shows only when it has a note.
  static func path(_ evidence: Evidence) -> String {
    evidence.path.compactMap(step).joined(separator: " → ")
  }

  static func step(_ step: Evidence.Step) -> String? {
    if case .link = step.subject {
      return step.note.isEmpty ? nil : "(\(step.note))"
    }
    return step.subject.name + (step.note.isEmpty ? "" : " (\(step.note))")
  }

  /// `timeout 3 s (default of via: rest)`.
  static func figure(_ figure: Evidence.Figure) -> String {
    "\(figure.name) \(figure.value)" + (figure.basis.map { " (\($0))" } ?? "")
  }
}
