import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// For spreadsheets: a row a finding (RFC 4180).
public struct CSVReport: ReportFormat {
  public static let name = "csv"
  public static let summary = "a row a finding, for spreadsheets"
  public static let fileName: String? = "findings.csv"

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let head = [
      "level", "state", "rule", "family", "subject", "message", "remedy", "file", "line", "column",
      "waived until", "reason", "approved by", "ticket", "fingerprint", "caused by",
    ]
    let rows = report.review.findings.indices.map { row($0, report) }
    return ([head] + rows).map { CSVText.row($0) }.joined()
  }

  private func row(_ place: Int, _ report: Report) -> [String] {
    let finding = report.review.findings[place]
    let cause = report.review.rootCauses.cause(of: place)
    let start = finding.location?.range.start
    var waiver: Waiver?
    if case .waived(let index) = finding.state { waiver = report.review.policy.waivers[index] }
    return [
      finding.level.rawValue, waiver == nil ? "open" : "waived", finding.rule.id,
      finding.rule.family.rawValue, finding.finding.place.description,
      finding.finding.message.text, finding.remedy,
      finding.location.map { report.paths.path($0.path) } ?? "",
      start.map { String($0.line) } ?? "", start.map { String($0.column) } ?? "",
      waiver?.until.description ?? "", waiver?.reason ?? "", waiver?.approvedBy ?? "",
      waiver?.ticket ?? "", finding.fingerprint,
      cause.map { report.review.findings[$0].fingerprint } ?? "",
    ]
  }
}
