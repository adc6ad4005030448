import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// For a terminal: every finding with its excerpt, evidence and remedy, the summary last.
public struct FullReport: ReportFormat {
  public static let name = "full"
  public static let summary = "findings with excerpts, evidence and remedies, for a terminal"
  public static let fileName: String? = "review.txt"

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let ink = TerminalInk(isColored: medium.isColored)
    let painter = ExcerptPainter(files: report.files, ink: ink, width: medium.width)
    var blocks: [String] = []
    for diagnostic in report.diagnostics {
      blocks.append(DiagnosticText(painter: painter).lines(diagnostic).joined(separator: "\n"))
    }
    var explained = Set<String>()
    for headline in report.review.rootCauses.headlines {
      let finding = report.review.findings[headline.finding]
      let isFirst = explained.insert(finding.rule.id).inserted
      let block = FindingText(painter: painter, width: medium.width)
        .lines(headline, of: report, withRemedy: isFirst || finding.finding.remedy != nil)
      blocks.append(block.joined(separator: "\n"))
    }
    blocks.append(SummaryText(ink: ink, width: medium.width).lines(report).joined(separator: "\n"))
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
