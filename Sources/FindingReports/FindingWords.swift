import ReviewEngine
import SolutionModel
import SourceText

/// A finding as plain lines that every format shares.
enum FindingWords {
  /// The message and everything that it rests on, a line each.
  static func body(_ finding: LocatedFinding, _ paths: RepositoryPaths) -> String {
    var lines = [finding.finding.message.text]
    if let location = finding.location {
      let start = location.range.start
      lines.append("at \(paths.path(location.path)):\(start.line):\(start.column)")
    }
    let evidence = finding.evidence
    if !evidence.path.isEmpty { lines.append("path: " + EvidenceWords.path(evidence)) }
    lines += evidence.figures.map { "figure: " + EvidenceWords.figure($0) }
    lines += evidence.assumptions.map { "assumes: " + $0 }
    lines.append("remedy: " + finding.remedy)
    return lines.joined(separator: "\n")
  }
}
