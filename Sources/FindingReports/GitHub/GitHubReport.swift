import ReviewEngine
import SolutionModel
import SourceText

/// Workflow commands that GitHub Actions shows as annotations of a pull request.
///
/// GitHub shows at most ten of a kind a step, so the gravest are written and the rest is counted.
public struct GitHubReport: ReportFormat {
  public static let name = "github"
  public static let summary = "annotations for GitHub Actions, the gravest ten of each level"
  public static let fileName: String? = nil

  private static let shownOfAKind = 10

  private struct Annotation {
    let level: Level
    let location: SourceLocation?
    let title: String
    let message: String
  }

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let all =
      report.diagnostics.map { diagnostic in
        Annotation(
          level: diagnostic.severity == .error ? .error : .warning, location: diagnostic.location,
          title: diagnostic.id,
          message: ([diagnostic.message] + diagnostic.help).joined(separator: "\n"))
      }
      + report.hostFindings(on: medium).map { place in
        let finding = report.review.findings[place]
        return Annotation(
          level: finding.level, location: finding.location, title: finding.rule.title,
          message: "\(finding.finding.message.text)\n\(finding.remedy) [\(finding.rule.id)]")
      }
    var lines: [String] = []
    var hidden = 0
    for level in Level.allCases.reversed() {
      let annotations = all.filter { $0.level == level }
      // The last of the notices is kept for the count.
      let most = level == .note ? Self.shownOfAKind - 1 : Self.shownOfAKind
      lines += annotations.prefix(most).map { line($0, report.paths) }
      hidden += max(0, annotations.count - most)
    }
    if hidden > 0 {
      lines.append("::notice title=lintel::\(hidden) more in the summary of the run")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ annotation: Annotation, _ paths: RepositoryPaths) -> String {
    var properties: [(String, String)] = []
    if let location = annotation.location {
      let range = location.range
      properties += [
        ("file", paths.path(location.path)), ("line", String(range.start.line)),
        ("endLine", String(range.end.line)),
      ]
      // Columns of a range over several lines are refused.
      if range.start.line == range.end.line {
        properties += [
          ("col", String(range.start.column)), ("endColumn", String(range.end.column)),
        ]
      }
    }
    properties.append(("title", annotation.title))
    let list = properties.map { "\($0)=\(WorkflowText.property($1))" }.joined(separator: ",")
    return "::\(word(annotation.level)) \(list)::\(WorkflowText.message(annotation.message))"
  }

  private func word(_ level: Level) -> String {
    switch level {
    case .note: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
