import JSONText
import ReviewEngine
import SolutionModel
import SourceText

/// For code hosts and security dashboards: SARIF 2.1.0, within the limits that GitHub sets.
///
/// One run, always with its results, so that alerts close when nothing is found any more. Waived
/// findings are left out unless asked for: most readers open them as alerts.
public struct SARIFReport: ReportFormat {
  public static let name = "sarif"
  public static let summary = "SARIF 2.1.0, for code scanning and other tools"
  public static let fileName: String? = "review.sarif"

  /// More results make GitHub refuse the file.
  static let mostResults = 25_000

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    JSONWriter(style: .pretty).text(value(of: report, on: medium)) + "\n"
  }

  private func value(of report: Report, on medium: ReportMedium) -> JSONValue {
    let rules = SARIFRules(report)
    let paint = SARIFResult(report: report, rules: rules)
    var results = report.diagnostics.indices.map(paint.value(ofDiagnosticAt:))
    let all = report.review.findings
    let findings = report.hostFindings(on: medium)
    // Where not all fit, the gravest do.
    let room = max(0, Self.mostResults - results.count)
    let kept =
      findings.count <= room
      ? findings
      : Array(
        Level.allCases.reversed().flatMap { level in findings.filter { all[$0].level == level } }
          .prefix(room))
    results += kept.map(paint.value(ofFindingAt:))
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "lintel",
              "semanticVersion": .string(report.toolVersion),
              "rules": .array(rules.values),
            ]
          ],
          "automationDetails": ["id": .string("lintel/\(category(of: report))/")],
          "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": [
            SARIFResult.rootID: ["description": ["text": "The root of the repository."]]
          ],
          "invocations": [invocation(report, left: findings.count - kept.count)],
          "results": .array(results),
        ]
      ],
    ]
  }

  /// What tells several models of one repository apart.
  private func category(of report: Report) -> String {
    let words = report.review.solution.name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : " "
    }
    let slug = String(words).split(separator: " ").joined(separator: "-")
    return slug.isEmpty ? "solution" : slug
  }

  private func invocation(_ report: Report, left: Int) -> JSONValue {
    var notes = report.review.rules.compactMap { result -> JSONValue? in
      guard let error = result.verdicts.error else { return nil }
      return [
        "level": "error", "message": ["text": .string(error)],
        "associatedRule": ["id": .string(result.rule.id)],
      ]
    }
    if left > 0 {
      notes.append([
        "level": "warning",
        "message": ["text": .string("\(left) findings of lower level are left out.")],
      ])
    }
    let isWhole =
      !report.review.hasErrors
      && report.diagnostics.allSatisfy { $0.severity != .error }
    return [
      "executionSuccessful": .bool(isWhole), "toolExecutionNotifications": .array(notes),
    ]
  }
}
