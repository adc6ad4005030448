import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// For wikis and merge requests: a summary table, then the findings by level.
public struct MarkdownReport: ReportFormat {
  public static let name = "markdown"
  public static let summary = "a summary and every finding, for wikis and merge requests"
  public static let fileName: String? = "review.md"
  public static let showsFigures = true

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    var parts = ["# Review: \(MarkdownText.plain(report.review.solution.name))", summary(report)]
    if !report.diagnostics.isEmpty { parts.append(diagnostics(report.diagnostics)) }
    for level in Level.allCases.reversed() {
      let headlines = report.review.rootCauses.headlines.filter { $0.level == level }
      guard !headlines.isEmpty else { continue }
      let title = SummaryWords(report).group(level, headlines: headlines.count)
      parts.append(
        "## \(title)\n\n"
          + headlines.map { section($0, of: report) }.joined(separator: "\n\n"))
    }
    if let untried = CureWords.untried(report.trials) { parts.append(MarkdownText.plain(untried)) }
    if let waived = waived(report.review) { parts.append(waived) }
    if let figures = report.figures, !figures.markdown.isEmpty { parts.append(figures.markdown) }
    if let gaps = completeness(report.review) { parts.append(gaps) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func summary(_ report: Report) -> String {
    let words = SummaryWords(report)
    let solution = report.review.solution
    var rows = [
      ("Gate", SummaryWords.gate(report.review)),
      ("Findings", words.findings),
      (
        "Solution",
        "\(SummaryWords.count(solution.elements.count, "element")), "
          + "\(SummaryWords.count(solution.links.count, "link")), "
          + SummaryWords.count(solution.flows.count, "flow")
      ),
      ("Profile", report.review.policy.profile.rawValue),
    ]
    if let share = words.completeness {
      rows.append(
        (
          "Completeness",
          "the model says \(SummaryWords.percent(share.known, of: share.asked)) of what the rules asked"
        ))
    }
    return "| | |\n|---|---|\n"
      + rows.map { "| \($0) | \(MarkdownText.plain($1)) |" }.joined(separator: "\n")
  }

  private func diagnostics(_ diagnostics: [Diagnostic]) -> String {
    let lines = diagnostics.map { diagnostic in
      let help = diagnostic.help.map { " " + MarkdownText.plain($0) + "." }.joined()
      return "- \(MarkdownText.code(diagnostic.location.description)) "
        + "**\(diagnostic.severity.rawValue)** \(MarkdownText.plain(diagnostic.message)).\(help)"
    }
    return "## The model's text\n\n" + lines.joined(separator: "\n")
  }

  private func section(_ headline: RootCauses.Headline, of report: Report) -> String {
    let finding = report.review.findings[headline.finding]
    var lines = ["### \(MarkdownText.plain(finding.finding.message.text))", ""]
    let place = finding.location?.description ?? finding.finding.place.description
    lines.append(
      "\(MarkdownText.code(finding.rule.id)) at \(MarkdownText.code(place)), "
        + "finding \(MarkdownText.code(String(finding.fingerprint.prefix(8))))")
    lines.append("")
    let evidence = finding.evidence
    if !evidence.path.isEmpty {
      lines.append("- Path: \(MarkdownText.plain(EvidenceWords.path(evidence)))")
    }
    lines += evidence.figures.map { "- \(MarkdownText.plain(EvidenceWords.figure($0)))" }
    lines += evidence.assumptions.map { "- Assumes: \(MarkdownText.plain($0))" }
    lines += finding.related.map { related in
      let place = related.location?.description ?? related.path.subject.name
      return "- Also \(MarkdownText.code(place)): \(MarkdownText.plain(related.note))"
    }
    lines.append("- Remedy: \(Prose.markdown(finding.remedy))")
    lines += report.trials.trials(forFindingAt: headline.finding).map {
      "- Cure: \(MarkdownText.plain(CureWords.line($0, for: finding)))"
    }
    if !headline.folded.isEmpty { lines += folded(headline, report.review) }
    return lines.joined(separator: "\n")
  }

  /// What follows from a headline, a line each.
  private func folded(_ headline: RootCauses.Headline, _ review: Review) -> [String] {
    let lines = headline.folded.map { place -> String in
      let finding = review.findings[place]
      return "  - **\(finding.level.rawValue)** \(MarkdownText.code(finding.rule.id)) "
        + "\(MarkdownText.plain(finding.finding.message.text)) at "
        + MarkdownText.code(FoldedWords.place(finding))
    }
    return ["- It \(FoldedWords.heading(headline)):"] + lines
  }

  private func waived(_ review: Review) -> String? {
    let rows = review.findings.compactMap { finding -> String? in
      guard case .waived(let index) = finding.state, review.policy.waivers.indices.contains(index)
      else { return nil }
      let waiver = review.policy.waivers[index]
      let cells = [
        waiver.until.description, finding.rule.id, finding.finding.message.text, waiver.reason,
        waiver.approvedBy, waiver.ticket ?? "",
      ]
      return "| " + cells.map(MarkdownText.plain).joined(separator: " | ") + " |"
    }
    guard !rows.isEmpty else { return nil }
    return "## Waived\n\n| Until | Rule | Finding | Reason | Approved by | Ticket |\n"
      + "|---|---|---|---|---|---|\n" + rows.joined(separator: "\n")
  }

  private func completeness(_ review: Review) -> String? {
    let rows = review.completeness.map { attribute in
      let asked = attribute.known + attribute.missing.count
      return "| \(MarkdownText.code(attribute.attribute)) | \(attribute.known) of \(asked) |"
    }
    guard !rows.isEmpty else { return nil }
    return "## What the model says\n\n| Attribute | Known |\n|---|---|\n"
      + rows.joined(separator: "\n")
  }
}
