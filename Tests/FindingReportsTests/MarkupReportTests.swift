import FindingReports
import Foundation
import ReviewEngine
import SolutionModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MarkupReportTests {
  private let hostile = SampleReport.report(
    names: ["a": SampleReport.hostile, "b": "Beta"], unowned: ["c"], waived: ["b"],
    solution: SampleReport.hostile, rules: [NamedElement.self, FollowingElement.self],
    triesCures: true)

  @Test("model text stays text in the page")
  func htmlEscapes() {
    let page = HTMLReport().render(hostile, on: .file)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.ranges(of: "</style>").count == 1)
  }

  @Test(
    "the page forbids scripts and everything from elsewhere, and has one heading of the first rank")
  func htmlPolicy() {
    let page = HTMLReport().render(hostile, on: .file)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    #expect(page.ranges(of: "<h1>").count == 1)
    #expect(page.contains("<html lang=\"en\">"))
  }

  @Test("every element that the page opens is closed in order")
  func htmlNesting() throws {
    let page = HTMLReport().render(hostile, on: .file)
    let void: Set = ["meta", "!doctype"]
    var open: [String] = []
    for match in page.matches(of: /<(\/?)([a-z!][a-z0-9]*)[^>]*>/) {
      let name = String(match.output.2)
      if void.contains(name) { continue }
      if match.output.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
    }
    #expect(open.isEmpty)
  }

  @Test("model text cannot end a line, a cell or a link in Markdown, nor call anybody")
  func markdownEscapes() {
    let text = MarkdownReport().render(hostile, on: .file)
    #expect(!text.contains("<script") && !text.contains("@all"))
    #expect(!text.contains("[x](javascript"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error") })
    for row in text.split(separator: "\n") where row.hasPrefix("| 2030") {
      let bars = row.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 7)
    }
  }

  @Test("what follows from a finding stands inside it, in the section of the gravest")
  func folds() {
    let page = HTMLReport().render(hostile, on: .file)
    #expect(page.contains("Error: 3 headlines") || page.contains("Error: 2 headlines"))
    #expect(page.ranges(of: "<details class=\"folded\">").count == 1)
    #expect(page.contains("<summary>Explains 1 more finding</summary>"))
    let text = MarkdownReport().render(hostile, on: .file)
    #expect(text.contains("- It explains 1 more finding:\n  - **error** `following-element`"))
    #expect(text.contains("- Cure: second instance of 'a': does not clear this one"))
  }

  @Test("all formats tell the same findings")
  func formatsAgree() throws {
    let report = SampleReport.report(
      names: ["a": "Alpha", "b": "Beta", "d": "Delta"], waived: ["b"])
    let open = report.review.findings.filter(\.isOpen).map(\.finding.message.text)
    #expect(open == ["'a' is called Alpha", "'d' is called Delta"])
    for format in ReportCatalog.formats {
      let text = format.init().render(report, on: .file)
      for message in open {
        let escaped = message.replacing("'", with: "&#39;")
        #expect(text.contains(message) || text.contains(escaped), "\(format.name) lacks \(message)")
      }
      #expect(text == format.init().render(report, on: .file))
    }
  }
}
