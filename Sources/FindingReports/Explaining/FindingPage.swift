import JSONText
import MarkupText
import ReviewEngine
import SolutionModel

/// All about one finding: why it is there, and what would clear it.
public enum FindingPage {
  /// For a terminal; `place` is that of the finding in the review.
  public static func text(_ report: Report, findingAt place: Int, on medium: ReportMedium)
    -> String
  {
    let explanation = FindingExplanation(report, findingAt: place)
    let finding = explanation.finding
    let ink = TerminalInk(isColored: medium.isColored)
    let head = ink.level(finding.level, "\(finding.level.rawValue)[\(finding.rule.id)]")
    let state = finding.isOpen ? "" : " (waived)"
    var lines = ["\(head)\(state): \(ink.bold(TerminalText.plain(finding.finding.message.text)))"]
    if let location = finding.location {
      lines += ExcerptPainter(files: report.files, ink: ink, width: medium.width)
        .lines(for: location, level: finding.level)
    }
    for section in explanation.sections {
      lines += ["", ink.bold(section.heading)]
      for row in section.rows { lines += wrapped(row, width: medium.width) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In Markdown.
  public static func markdown(_ report: Report, findingAt place: Int) -> String {
    let explanation = FindingExplanation(report, findingAt: place)
    var lines = ["# \(MarkdownText.plain(explanation.finding.finding.message.text))"]
    for section in explanation.sections {
      lines += ["", "## \(section.heading)", ""]
      lines += section.rows.map { row in
        let indent = row.prefix { $0 == " " }
        return "\(indent)- \(Prose.markdown(String(row.dropFirst(indent.count))))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The finding as in the JSON report, with its facts.
  public static func json(_ report: Report, findingAt place: Int) -> String {
    let explanation = FindingExplanation(report, findingAt: place)
    guard case .object(let members) = JSONParts.finding(at: place, in: report) else { return "" }
    let more: [JSONValue.Member] = [
      .init("facts", .array(explanation.facts.map(value))),
      .init("detection", .string(explanation.finding.rule.detection)),
      .init("falsePositives", .string(explanation.finding.rule.falsePositives)),
    ]
    return JSONWriter(style: .pretty).text(.object(members + more)) + "\n"
  }

  private static func value(_ fact: FindingFact) -> JSONValue {
    [
      "subject": .string(fact.path.subject.description),
      "attribute": JSONValue(fact.path.attribute),
      "value": JSONValue(fact.value),
      "location": JSONParts.location(fact.location),
      "source": JSONValue(fact.source),
    ]
  }

  private static func wrapped(_ row: String, width: Int) -> [String] {
    let indent = String(row.prefix { $0 == " " }) + "  "
    return TerminalText.lines(TerminalText.plain(row), width: max(40, width - indent.count - 2))
      .enumerated().map { ($0 == 0 ? indent : indent + "  ") + $1 }
  }
}
