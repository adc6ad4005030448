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
