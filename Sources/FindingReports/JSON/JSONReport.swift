import JSONText
import ReviewEngine
import SolutionModel
import SourceText

/// For programs: everything that any other format tells, by a published schema.
public struct JSONReport: ReportFormat {
  public static let name = "json"
  public static let summary = "everything, for programs; 'lintel schema report' has its schema"
  public static let fileName: String? = "findings.json"

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    JSONWriter(style: .pretty).text(value(of: report)) + "\n"
  }

  func value(of report: Report) -> JSONValue {
    let review = report.review
    return [
      "schemaVersion": .string(ReportSchema.version),
      "tool": ["name": "lintel", "version": .string(report.toolVersion)],
      "solution": JSONParts.solution(review.solution),
      "policy": JSONParts.policy(review.policy),
      "gate": JSONParts.gate(review),
      "summary": JSONParts.summary(SummaryWords(report), report.trials),
      "diagnostics": .array(report.diagnostics.map(JSONParts.diagnostic)),
      "findings": .array(review.findings.indices.map { JSONParts.finding(at: $0, in: report) }),
      "rules": .array(review.rules.map(JSONParts.rule)),
      "completeness": .array(review.completeness.map(JSONParts.completeness)),
    ]
  }
}
