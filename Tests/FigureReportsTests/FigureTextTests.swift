import FigureReports
import JSONText
import MarkupText
import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct FigureTextTests {
  private static let hostile = "</td><script>alert(1)</script>\u{1B}[2J|`x`\n=1+1"

  private static var graph: SolutionGraph {
    var elements = (0..<60).map { number in
      var element = Element(id: ElementID("app-\(number)"), kind: .application)
      element.name = hostile
      element.owner = TeamID(number.isMultiple(of: 2) ? hostile : "b")
      return element
    }
    elements.append(Element(id: ElementID(hostile), kind: .application))
    let links = (1..<60).map { number in
      Link(from: ElementID("app-\(number)"), to: ElementID("app-\(number / 2)"))
    }
    return SolutionGraph(Solution(name: hostile, elements: elements, links: links))
  }

  private let report = FigureReport(of: Self.graph, toolVersion: "0")

  @Test("every section has a schema, a title and a summary without a full stop")
  func sections() {
    for section in SectionCatalog.sections {
      #expect(section.schema.memberNames.contains("type"), "\(section.name)")
      #expect(!section.title.isEmpty && !section.summary.hasSuffix("."), "\(section.name)")
    }
  }

  @Test("lines of text fit the width, and tables are cut unless all is asked for")
  func fits() {
    let medium = FigureMedium(isColored: false, width: 80)
    let text = report.render(as: .text, on: medium)
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(text.contains("more; --all shows them"))
    let all = report.render(as: .text, on: medium, showsAll: true)
    #expect(!all.contains("more; --all shows them") && all.contains("app-59"))
  }

  @Test("hostile names stay text in every format")
  func hostileNames() throws {
    for format in FigureFormat.allCases {
      let text = report.render(as: format)
      #expect(!text.contains("\u{1B}"), "\(format)")
      if format == .markdown { #expect(!text.contains("<script")) }
      if format == .csv { #expect(!text.contains("\n=1+1")) }
      if format == .json { _ = try JSONReader().value(text) }
    }
  }

  @Test(
    "figures as JSON fit the published schema, also those of random solutions", arguments: 0..<40)
  func fitsSchema(seed: Int) throws {
    let solution =
      seed == 0 ? Self.graph.solution : RandomSolution.solution(size: 5 + seed, seed: seed)
    let report = FigureReport(of: SolutionGraph(solution), toolVersion: "0")
    let value = try JSONReader().value(report.render(as: .json))
    #expect(SchemaCheck(FigureSchema.value).faults(of: value) == [])
  }

  @Test("the excerpt is bounded, and hostile names stay text in it")
  func excerpt() {
    let excerpt = report.excerpt
    #expect(!excerpt.html.text.contains("<script") && !excerpt.markdown.contains("<script"))
    #expect(excerpt.html.text.contains("id=\"figures\""))
    #expect(excerpt.html.text.split(separator: "<tr>").count < 60)
    #expect(excerpt.markdown.hasPrefix("## Figures\n"))
  }

  @Test("a solution without anything has figures in every format")
  func allowsNothing() {
    let empty = FigureReport(of: SolutionGraph(Solution(name: "Empty")), toolVersion: "0")
    for format in FigureFormat.allCases { #expect(!empty.render(as: format).isEmpty) }
  }

  @Test("a table of CSV has its headings and every row")
  func csv() {
    let table = FigureTable(
      "T", reading: "r", columns: [.words("a"), .figures("b")],
      rows: (0..<30).map { ["x, \"\($0)\"", String($0)] })
    let sheet = FigureSheet("S", tables: [table], value: [])
    let lines = sheet.render(as: .csv).split(separator: "\r\n")
    #expect(lines.count == 31 && lines[0] == "a,b" && lines[1] == "\"x, \"\"0\"\"\",0")
  }
}
