import JSONText
import ReviewEngine

/// For programs that read line by line: one finding a line, as in the JSON report.
public struct JSONLinesReport: ReportFormat {
  public static let name = "jsonl"
  public static let summary = "a finding a line, each an object as in json"
  public static let fileName: String? = nil

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let writer = JSONWriter(style: .compact)
    return report.review.findings.indices
      .map { writer.text(JSONParts.finding(at: $0, in: report)) + "\n" }
      .joined()
  }
}
