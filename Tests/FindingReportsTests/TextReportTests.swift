import FindingReports
import ReviewEngine
import SolutionModel
import SourceText
import Testing

@Suite struct TextReportTests {
  @Test("the full report shows place, carets, evidence, remedy once, and the summary last")
  func full() {
    let report = SampleReport.report(names: ["a": "Alpha", "b": "Beta"], unowned: ["c"])
    #expect(
      FullReport().render(report, on: .file) == """
        warning[named-element]: 'a' is called Alpha
         --> model/lintel.yaml:2:3
          |
        2 |   a: { name: x }
          |   ^
          = path    a (starts) → (waits)
          = figure  timeout 3 s (default of via: rest)
          = assumes Failures are independent.
          = also    model/lintel.yaml:2:3 Alpha
          = help    Take the name away.
          = see     lintel explain named-element · finding \(fingerprint(report, 0))

        warning[named-element]: 'b' is called Beta
         --> model/lintel.yaml:3:3
          |
        3 |   b: { name: x }
          |   ^
          = path    b (starts) → (waits)
          = figure  timeout 3 s (default of via: rest)
          = assumes Failures are independent.
          = also    model/lintel.yaml:3:3 Beta
          = see     lintel explain named-element · finding \(fingerprint(report, 1))

        Sample: 0 errors, 2 warnings, 0 notes
        the model says 66 % of what the rules asked; missing: element.owner (1)
        the gate passed: 0 open findings of level error

        """)
  }

  @Test("the concise report has one line a finding and none for a waived one")
  func concise() {
    let report = SampleReport.report(names: ["a": "Alpha", "b": "Beta"], waived: ["b"])
    #expect(
      ConciseReport().render(report, on: .file)
        == "model/lintel.yaml:2:3: warning[named-element] 'a' is called Alpha\n")
    #expect(ConciseReport().render(SampleReport.report(names: [:]), on: .file).isEmpty)
  }

  @Test("a diagnostic shows its notes and its help, and the gate tells of failing levels")
  func diagnostics() {
    let place = SourceLocation(
      path: "model/lintel.yaml",
      range: SourceRange(
        start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 5)))
    let diagnostic = Diagnostic(
      "unknown-key", .error, "'aps' is not known", label: "not known", at: place,
      notes: [.init("apps are declared here", at: place)], help: ["did you mean 'apps'?"])
    let report = SampleReport.report(
      names: ["a": "Alpha"], diagnostics: [diagnostic], failOn: .warning)
    let text = FullReport().render(report, on: .file)
    #expect(
      text.hasPrefix(
        """
        error[unknown-key]: 'aps' is not known
         --> model/lintel.yaml:1:1
          |
        1 | apps:
          | ^^^^ not known
          = note: apps are declared here
         --> model/lintel.yaml:1:1
          |
        1 | apps:
          | ^^^^
          = help: did you mean 'apps'?

        """))
    #expect(
      text.hasSuffix(
        """
        the model has 1 error; what could be read was reviewed
        Sample: 0 errors, 1 warning, 0 notes
        the model says 100 % of what the rules asked
        the gate failed: 1 open finding of level warning or above

        """))
  }

  @Test("no control sequence of the model reaches a terminal", arguments: [true, false])
  func terminalEscapes(isColored: Bool) {
    let report = SampleReport.report(
      names: ["a": SampleReport.hostile], waived: ["a"], solution: SampleReport.hostile)
    let open = SampleReport.report(names: ["a": SampleReport.hostile])
    for text in [report, open].flatMap({ report in
      [
        FullReport().render(report, on: ReportMedium(isColored: isColored, width: 80)),
        ConciseReport().render(report, on: ReportMedium(isColored: isColored, width: 80)),
      ]
    }) {
      #expect(!text.unicodeScalars.contains("\u{202E}") && !text.contains("\r"))
      #expect(!text.contains("\u{1B}[2J"))
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error") })
      if !isColored { #expect(!text.unicodeScalars.contains("\u{1B}")) }
    }
  }

  private func fingerprint(_ report: Report, _ index: Int) -> Substring {
    report.review.findings[index].fingerprint.prefix(8)
  }
}
