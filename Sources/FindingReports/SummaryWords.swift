import ReviewEngine
import SolutionModel
import SourceText

/// The figures of a review in words that every format shares.
struct SummaryWords {
  let counts: ReviewCounts
  let diagnosticErrors: Int
  /// Of the facts that the rules asked for, how many the model says; nil when none were asked for.
  let completeness: (known: Int, asked: Int)?

  init(_ report: Report) {
    counts = report.review.counts
    diagnosticErrors = report.diagnostics.count { $0.severity == .error }
    let known = report.review.completeness.reduce(0) { $0 + $1.known }
    let asked = report.review.completeness.reduce(known) { $0 + $1.missing.count }
    completeness = asked > 0 ? (known, asked) : nil
  }

  /// `2 errors, 5 warnings, 1 note, 3 waived`.
  var findings: String {
    var parts = [
      Self.count(counts.errors, "error"), Self.count(counts.warnings, "warning"),
      Self.count(counts.notes, "note"),
    ]
    if counts.waived > 0 { parts.append("\(counts.waived) waived") }
    return parts.joined(separator: ", ") + folded
  }

  /// `; 3 of them follow from others: 5 headlines`.
  private var folded: String {
    guard counts.folded > 0 else { return "" }
    let headlines = Self.count(counts.open - counts.folded, "headline")
    let verb = counts.folded == 1 ? "follows" : "follow"
    return "; \(counts.folded) of them \(verb) from others: \(headlines)"
  }

  /// `2 errors`; where findings are folded, how many headlines have that at worst.
  func group(_ level: Level, headlines: Int) -> String {
    counts.folded == 0
      ? Self.count(headlines, level.rawValue)
      : "\(level.rawValue.prefix(1).uppercased() + level.rawValue.dropFirst()): "
        + Self.count(headlines, "headline")
  }

  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `the gate passed: 0 open findings of level error`.
  static func gate(_ review: Review) -> String {
    guard review.gate.failOn != nil else { return "there is no gate: \(review.gate.figure)" }
    return "the gate \(review.passes ? "passed" : "failed"): \(review.gate.figure)"
  }

  /// A share as whole percent, never rounded up to 100 or down to 0.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "100 %" }
    let share = part * 100 / whole
    return "\(part > 0 && share == 0 ? 1 : share) %"
  }
}
