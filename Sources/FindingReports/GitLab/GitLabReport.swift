import JSONText
import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// For GitLab's Code Quality widget: an array of issues, each with a fingerprint.
///
/// The widget compares fingerprints with those of the target branch and shows the description
/// alone, so the rule's id stands at its start.
public struct GitLabReport: ReportFormat {
  public static let name = "gitlab"
  public static let summary = "a Code Quality report for GitLab merge requests"
  public static let fileName: String? = nil

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let issues =
      report.diagnostics.indices.map { issue(ofDiagnosticAt: $0, report) }
      + report.hostFindings(on: medium).map { issue(report.review.findings[$0], report) }
    return JSONWriter(style: .pretty).text(.array(issues)) + "\n"
  }

  private func issue(_ finding: LocatedFinding, _ report: Report) -> JSONValue {
    issue(
      finding.rule.id, finding.finding.message.text, severity(of: finding, report.review.solution),
      finding.fingerprint, finding.location, report)
  }

  private func issue(ofDiagnosticAt place: Int, _ report: Report) -> JSONValue {
    let diagnostic = report.diagnostics[place]
    return issue(
      diagnostic.id, diagnostic.message, diagnostic.severity == .error ? "critical" : "minor",
      report.fingerprint(ofDiagnosticAt: place).hexadecimal(32), diagnostic.location, report)
  }

  private func issue(
    _ id: String, _ message: String, _ severity: String, _ fingerprint: String,
    _ location: SourceLocation?, _ report: Report
  ) -> JSONValue {
    let location = report.hostPlace(location)
    return [
      "description": .string("\(id): \(TerminalText.plain(message))"),
      "check_name": .string(id),
      "fingerprint": .string(fingerprint),
      "severity": .string(severity),
      "location": [
        "path": .string(location.map { report.paths.path($0.path) } ?? "lintel.yaml"),
        "lines": ["begin": .integer(location?.range.start.line ?? 1)],
      ],
    ]
  }

  /// An error on what the business cannot do without is a blocker.
  private func severity(of finding: LocatedFinding, _ solution: Solution) -> String {
    switch finding.level {
    case .note: return "minor"
    case .warning: return "major"
    case .error:
      let isVital = finding.finding.subjects.contains { subject in
        guard case .element(let id) = subject, let element = solution.element(id) else {
          return false
        }
        return solution.criticality(of: element).value == .businessCritical
      }
      return isVital ? "blocker" : "critical"
    }
  }
}
