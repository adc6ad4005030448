import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// One finding, for a terminal.
struct FindingText {
  let painter: ExcerptPainter
  let width: Int

  /// With what follows from it, a line each.
  ///
  /// `withRemedy` says whether to say what to do; a rule's own words are said once a run.
  func lines(_ headline: RootCauses.Headline, of report: Report, withRemedy: Bool) -> [String] {
    let finding = report.review.findings[headline.finding]
    let ink = painter.ink
    let head = ink.level(finding.level, "\(finding.level.rawValue)[\(finding.rule.id)]")
    var lines = ["\(head): \(ink.bold(TerminalText.plain(finding.finding.message.text)))"]
    if let location = finding.location {
      lines += painter.lines(for: location, level: finding.level)
    } else {
      lines.append("  \(ink.frame("-->")) \(TerminalText.plain(finding.finding.place.description))")
    }
    let evidence = finding.evidence
    if !evidence.path.isEmpty { lines += row("path", EvidenceWords.path(evidence)) }
    for figure in evidence.figures { lines += row("figure", EvidenceWords.figure(figure)) }
    for assumption in evidence.assumptions { lines += row("assumes", assumption) }
    for related in finding.related {
      let place = related.location.map(\.description) ?? related.path.subject.name
      lines += row("also", "\(place)  \(related.note)")
    }
    if withRemedy { lines += row("help", finding.remedy) }
    for trial in report.trials.trials(forFindingAt: headline.finding) {
      lines += row("cure", CureWords.line(trial, for: finding))
    }
    lines += folded(headline, report)
    let short = finding.fingerprint.prefix(8)
    return lines + row("see", "lintel explain \(short) · lintel explain \(finding.rule.id)")
  }

  private func folded(_ headline: RootCauses.Headline, _ report: Report) -> [String] {
    guard !headline.folded.isEmpty else { return [] }
    let others = headline.folded.map { place -> String in
      let other = report.review.findings[place]
      let head = painter.ink.level(other.level, "\(other.level.rawValue)[\(other.rule.id)]")
      let words = "\(other.finding.message.text)  \(FoldedWords.place(other))"
      return "      \(head) \(TerminalText.plain(words))"
    }
    return row("folds", FoldedWords.heading(headline)) + others
  }

  private func row(_ name: String, _ text: String) -> [String] {
    let margin = 12
    let body = TerminalText.lines(TerminalText.plain(text), width: max(40, width - margin))
    let heading = painter.ink.frame("  = ") + name
    let padding = String(repeating: " ", count: max(1, margin - 4 - name.count))
    let indent = String(repeating: " ", count: margin)
    return body.enumerated().map { $0 == 0 ? heading + padding + $1 : indent + $1 }
  }
}
