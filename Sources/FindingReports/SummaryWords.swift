import ReviewEngine
import SolutionModel
import SourceText

/// The figures of a review in words that every format shares.
struct SummaryWords {
  let errors: Int
  let warnings: Int
  let notes: Int
  let waived: Int
  let diagnosticErrors: Int
  /// Of the facts that the rules asked for, how many the model says; nil when none were asked for.
  let completeness: (known: Int, asked: Int)?

  init(_ report: Report) {
    let open = report.review.findings.filter(\.isOpen)
    errors = open.count { $0.level == .error }
    warnings = open.count { $0.level == .warning }
    notes = open.count { $0.level == .note }
    waived = report.review.findings.count - open.count
    diagnosticErrors = report.diagnostics.count { $0.severity == .error }
    let known = report.review.completeness.reduce(0) { $0 + $1.known }
    let asked = report.review.completeness.reduce(known) { $0 + $1.missing.count }
    completeness = asked > 0 ? (known, asked) : nil
  }

  /// `2 errors, 5 warnings, 1 note, 3 waived`.
  var findings: String {
    var parts = [
      Self.count(errors, "error"), Self.count(warnings, "warning"), Self.count(notes, "note"),
    ]
    if waived > 0 { parts.append("\(waived) waived") }
    return parts.joined(separator: ", ")
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `the gate passed: no open finding at 'error' or above`.
  static func gate(_ review: Review) -> String {
    guard let failOn = review.policy.failOn else { return "there is no gate: --fail-on never" }
    let count = review.findings.count { $0.isOpen && $0.level >= failOn }
    return count == 0
      ? "the gate passed: no open finding at '\(failOn.rawValue)' or above"
      : "the gate failed: \(Self.count(count, "open finding")) at '\(failOn.rawValue)' or above, 0 allowed"
  }

  /// A share as whole percent, never rounded up to 100 or down to 0.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "100 %" }
    let share = part * 100 / whole
    return "\(part > 0 && share == 0 ? 1 : share) %"
  }
}
