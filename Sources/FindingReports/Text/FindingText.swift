import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// One finding, for a terminal.
struct FindingText {
  let painter: ExcerptPainter
  let width: Int

  /// `withRemedy` says whether to say what to do; a rule's own words are said once a run.
  func lines(_ finding: LocatedFinding, withRemedy: Bool) -> [String] {
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
    let short = finding.fingerprint.prefix(8)
    return lines + row("see", "lintel explain \(finding.rule.id) · finding \(short)")
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
