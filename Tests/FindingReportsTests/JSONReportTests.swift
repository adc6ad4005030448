import FindingReports
import JSONText
import ReviewEngine
import SolutionModel
import SourceText
import TestSupport
import Testing

@Suite struct JSONReportTests {
  @Test("the JSON report fits its published schema")
  func fitsSchema() throws {
    let place = SourceLocation(path: "a.yaml", range: .fileStart)
    let report = SampleReport.report(
      names: ["a": SampleReport.hostile, "b": "Beta"], unowned: ["c"], waived: ["b"],
      diagnostics: [
        Diagnostic("odd", .warning, "odd", at: place, notes: [.init("so")], help: ["even"])
      ])
    let value = try JSONReader().value(JSONReport().render(report, on: .file))
    #expect(SchemaCheck(ReportSchema.value).faults(of: value) == [])
  }

  @Test("it fits with causes and tried cures, and every finding is there with its cause")
  func causesAndCures() throws {
    let report = SampleReport.report(
      names: ["a": "Alpha", "b": "Beta"], rules: [NamedElement.self, FollowingElement.self],
      triesCures: true)
    let value = try JSONReader().value(JSONReport().render(report, on: .file))
    #expect(SchemaCheck(ReportSchema.value).faults(of: value) == [])
    guard case .array(let findings)? = value["findings"] else {
      Issue.record("no findings")
      return
    }
    let causes = findings.map { $0["causedBy"] }
    #expect(causes.count { $0 == .null } == 2)
    #expect(Set(causes.filter { $0 != .null }) == Set(findings.prefix(2).map { $0["fingerprint"] }))
    #expect(value["summary"]?["headlines"] == 2)
    #expect(value["summary"]?["folded"] == 2)
    #expect(value["summary"]?["curesTried"] == 1)
    #expect(value["summary"]?["curesUntried"] == 1)
    let lines = JSONLinesReport().render(report, on: .file).split(separator: "\n")
    #expect(try lines.map { try JSONReader().value(String($0)) } == findings)
  }

  @Test("the check of the schema finds what does not fit")
  func schemaCheckFinds() throws {
    let report = SampleReport.report(names: ["a": "Alpha"])
    let text = JSONReport().render(report, on: .file)
      .replacing("\"warning\"", with: "\"grave\"").replacing("\"tool\"", with: "\"tools\"")
    let faults = SchemaCheck(ReportSchema.value).faults(of: try JSONReader().value(text))
    #expect(faults.contains("$.findings[0].level: not one of the values"))
    #expect(faults.contains("$: lacks tool"))
    #expect(faults.contains("$: has tools"))
  }
}
