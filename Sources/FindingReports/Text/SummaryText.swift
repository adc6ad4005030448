import MarkupText
import ReviewEngine
import SolutionModel

/// The closing lines, where the eye lands.
struct SummaryText {
  let ink: TerminalInk
  let width: Int

  func lines(_ report: Report) -> [String] {
    let words = SummaryWords(report)
    let review = report.review
    var lines: [String] = []
    if words.diagnosticErrors > 0 {
      let count = SummaryWords.count(words.diagnosticErrors, "error")
      lines.append(
        ink.bad("the model has \(count)") + "; what could be read was reviewed")
    }
    let name = review.solution.name.isEmpty ? "the model" : review.solution.name
    lines.append("\(TerminalText.plain(name)): \(words.findings)")
    lines += waived(review)
    if let untried = CureWords.untried(report.trials) { lines.append(untried) }
    if let completeness = words.completeness {
      let share = SummaryWords.percent(completeness.known, of: completeness.asked)
      lines.append("the model says \(share) of what the rules asked" + missing(review))
    }
    let gate = SummaryWords.gate(review)
    let isSure = words.diagnosticErrors == 0
    lines.append(review.passes ? (isSure ? ink.good(gate) : gate) : ink.bad(gate))
    return lines
  }

  /// Each waiver that is used, with its end.
  private func waived(_ review: Review) -> [String] {
    review.policy.waivers.indices.compactMap { index in
      let count = review.findings.count { $0.state == .waived(index) }
      guard count > 0 else { return nil }
      let waiver = review.policy.waivers[index]
      return "waived until \(waiver.until): \(TerminalText.plain(waiver.rule)), "
        + "\(SummaryWords.count(count, "finding")), \(TerminalText.plain(waiver.approvedBy)): "
        + TerminalText.plain(waiver.reason)
    }
  }

  /// The attributes that are missing most, three at most.
  private func missing(_ review: Review) -> String {
    let gaps = review.completeness.filter { !$0.missing.isEmpty }
      .sorted { ($1.missing.count, $0.attribute) < ($0.missing.count, $1.attribute) }
    guard !gaps.isEmpty else { return "" }
    let named = gaps.prefix(3).map { "\($0.attribute) (\($0.missing.count))" }
    let rest = gaps.count > 3 ? " and \(gaps.count - 3) more" : ""
    return "; missing: " + named.joined(separator: ", ") + rest
  }
}
