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
          = see     lintel explain \(fingerprint(report, 0)) · lintel explain named-element

        warning[named-element]: 'b' is called Beta
         --> model/lintel.yaml:3:3
          |
        3 |   b: { name: x }
          |   ^
          = path    b (starts) → (waits)
          = figure  timeout 3 s (default of via: rest)
          = assumes Failures are independent.
          = also    model/lintel.yaml:3:3 Beta
          = see     lintel explain \(fingerprint(report, 1)) · lintel explain named-element

        Sample: 0 errors, 2 warnings, 0 notes
        the model says 66 % of what the rules asked; missing: element.owner (1)
        the gate passed: 0 open findings of level error

        """)
  }

  @Test("what follows from a finding stands below it, and what a cure changes beside it")
  func foldsAndCures() throws {
    let report = SampleReport.report(
      names: ["a": "Alpha", "b": "Beta"], rules: [NamedElement.self, FollowingElement.self],
      triesCures: true)
    let full = FullReport().render(report, on: .file)
    #expect(full.contains("  = cure    second instance of 'a': does not clear this one\n"))
    #expect(
      full.contains(
        """
          = folds   explains 1 more finding
              error[following-element] 'zz' follows Alpha  model/lintel.yaml:4:3

        """))
    #expect(full.contains("Sample: 2 errors, 2 warnings, 0 notes; 2 of them follow from others"))
    #expect(full.contains("1 remedy tried, 1 more left out"))
    #expect(full.contains("the gate failed: 2 open findings of level error"))
    #expect(
      ConciseReport().render(report, on: .file) == """
        model/lintel.yaml:2:3: warning[named-element] 'a' is called Alpha
        model/lintel.yaml:4:3: error[following-element] ↳ 'zz' follows Alpha
        model/lintel.yaml:3:3: warning[named-element] 'b' is called Beta
        model/lintel.yaml:4:3: error[following-element] ↳ 'zz' follows Beta

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
