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
    var lines = report.diagnostics.map { diagnostic in
      let level: Level = diagnostic.severity == .error ? .error : .warning
      return line(
        diagnostic.location.description, level, diagnostic.id, diagnostic.message, ink)
    }
    for headline in report.review.rootCauses.headlines {
      for place in [headline.finding] + headline.folded {
        let finding = report.review.findings[place]
        let mark = place == headline.finding ? "" : "↳ "
        lines.append(
          line(
            FoldedWords.place(finding), finding.level, finding.rule.id,
            mark + finding.finding.message.text, ink))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(
    _ place: String, _ level: Level, _ id: String, _ message: String, _ ink: TerminalInk
  ) -> String {
    let head = ink.level(level, "\(level.rawValue)[\(id)]")
    return "\(TerminalText.plain(place)): \(head) \(TerminalText.plain(message))"
  }
}
