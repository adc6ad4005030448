import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// One line a finding, for editors, pipes and searches.
public struct ConciseReport: ReportFormat {
  public static let name = "concise"
  public static let summary = "one line a finding: path:line:column: level[rule] message"
  public static let fileName: String? = nil

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let ink = TerminalInk(isColored: medium.isColored)
    var text = ""
    for diagnostic in report.diagnostics {
      let level: Level = diagnostic.severity == .error ? .error : .warning
      text += line(
        diagnostic.location.description, level, diagnostic.id, diagnostic.message, ink)
    }
    let findings = report.review.findings
    for headline in report.review.rootCauses.headlines {
      for place in [headline.finding] + headline.folded {
        let mark = place == headline.finding ? "" : "↳ "
        text += line(
          FoldedWords.place(findings[place]), findings[place].level, findings[place].rule.id,
          mark + findings[place].finding.message.text, ink)
      }
    }
    return text
  }

  private func line(
    _ place: String, _ level: Level, _ id: String, _ message: String, _ ink: TerminalInk
  ) -> String {
    let head = ink.level(level, "\(level.rawValue)[\(id)]")
    return "\(TerminalText.plain(place)): \(head) \(TerminalText.plain(message))\n"
  }
}
