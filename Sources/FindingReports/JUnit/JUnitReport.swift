import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// For test dashboards of continuous integration: a suite a rule, a case a finding.
///
/// What a rule found in order is one case that says how much it was, so that a green run is seen to
/// have looked at something. Findings below the level that fails are passed cases with their text.
public struct JUnitReport: ReportFormat {
  public static let name = "junit"
  public static let summary = "a test suite a rule, for the dashboards of build servers"
  public static let fileName: String? = nil

  private static let textClass = "lintel.model-text"

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let byRule = Dictionary(grouping: report.review.findings) { $0.rule.id }
    let suites =
      [JUnitSuite(id: "model-text", cases: mistakes(report))]
      + report.review.rules.map { result in
        JUnitSuite(
          id: result.rule.id, cases: cases(result, byRule[result.rule.id] ?? [], report))
      }
    let document: XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="lintel" \(JUnitSuite.counts(suites.flatMap { $0.cases }))>
      \(suites.map { $0.xml })</testsuites>\n
      """
    return document.text
  }

  private func mistakes(_ report: Report) -> [JUnitSuite.Case] {
    guard !report.diagnostics.isEmpty else {
      return [JUnitSuite.Case(.passed, "the model can be read", in: Self.textClass)]
    }
    return report.diagnostics.map { diagnostic in
      let isError = diagnostic.severity == .error
      return JUnitSuite.Case(
        isError ? .broken : .passed,
        "\(diagnostic.id) at \(report.paths.path(diagnostic.location.path))", in: Self.textClass,
        at: diagnostic.location, report.paths,
        content: isError
          ? "<error message=\"\(diagnostic.message)\" type=\"\(diagnostic.id)\"/>"
          : "<system-out>\(diagnostic.message)</system-out>")
    }
  }

  private func cases(_ result: RuleResult, _ findings: [LocatedFinding], _ report: Report)
    -> [JUnitSuite.Case]
  {
    let name = className(of: result.rule)
    if let error = result.verdicts.error {
      return [
        JUnitSuite.Case(
          .broken, "the rule can judge", in: name,
          content: "<error message=\"\(error)\" type=\"rule\"/>")
      ]
    }
    var cases = findings.map { self.case(for: $0, report) }
    let passed = result.verdicts.passCount
    let unknown = result.verdicts.unknownCount
    if passed > 0 || findings.isEmpty && unknown == 0 {
      let count = SummaryWords.count(passed, "subject")
      cases.append(
        JUnitSuite.Case(
          .passed, "everything else", in: name,
          content: "<system-out>\(count) in order</system-out>"))
    }
    if unknown > 0 {
      let count = SummaryWords.count(unknown, "subject")
      cases.append(
        JUnitSuite.Case(
          .skipped, "what the model does not say", in: name,
          content: "<skipped message=\"facts are missing for \(count)\"/>"))
    }
    return cases
  }

  private func `case`(for finding: LocatedFinding, _ report: Report) -> JUnitSuite.Case {
    let level = finding.level.rawValue
    let outcome: JUnitSuite.Case.Outcome
    let content: XML
    switch finding.state {
    case .waived(let index):
      let waiver = report.review.policy.waivers[index]
      outcome = .skipped
      content = "<skipped message=\"waived until \(waiver.until.description): \(waiver.reason)\"/>"
    case .open:
      let text = FindingWords.body(finding, report.paths)
      let message = finding.finding.message.text
      let fails = report.review.policy.failOn.map { finding.level >= $0 } ?? false
      outcome = fails ? .failed : .passed
      content =
        fails
        ? "<failure message=\"\(message)\" type=\"\(level)\">\(text)</failure>"
        : "<system-out>\(level): \(text)</system-out>"
    }
    // No words of the message: a dashboard knows a case by its name.
    let subjects = finding.finding.subjects.map(\.name).joined(separator: ", ")
    return JUnitSuite.Case(
      outcome, "\(subjects) (\(finding.fingerprint.prefix(8)))", in: className(of: finding.rule),
      at: finding.location, report.paths, content: content)
  }

  private func className(of rule: RuleDescriptor) -> String {
    "lintel.\(rule.family.rawValue).\(rule.id)"
  }
}
