import FindingReports
import Foundation
import JSONText
import ReviewEngine
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TableReportTests {
  private let hostile = SampleReport.report(
    names: ["a": SampleReport.hostile, "b": "Beta"], unowned: ["c"], waived: ["b"])

  /// A plain reader of RFC 4180.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var rest = Substring(text)
    while let character = rest.popFirst() {
      let last = (row: rows.count - 1, cell: rows[rows.count - 1].count - 1)
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        rows[last.row][last.cell].append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[last.row].append("")
      case "\r\n" where !isQuoted: rows.append([""])
      default: rows[last.row][last.cell].append(character)
      }
    }
    return rows.dropLast()
  }

  @Test("each finding is a row with a cell for each heading, the waived one with its waiver")
  func csvRows() {
    let rows = rows(CSVReport().render(hostile, on: .file))
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.contains { $0[1] == "waived" && $0.contains("2030-01-01") && $0.contains("T|1") })
  }

  @Test(
    "what a spreadsheet would run is text",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\u{FF1D}1"])
  func csvFormulas(_ name: String) {
    var report = CSVReport().render(
      SampleReport.report(names: ["a": "x"], waived: ["a"], solution: name), on: .file)
    report += CSVReport().render(SampleReport.report(names: ["a": name]), on: .file)
    for row in rows(report) {
      for cell in row {
        let start = cell.drop { $0.isWhitespace }.first
        #expect(!"=+-@\u{FF1D}".contains(start ?? "x"), "\(cell)")
      }
    }
  }

  @Test("every line of jsonl is an object with a fingerprint")
  func jsonLines() throws {
    let lines = JSONLinesReport().render(hostile, on: .file).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONReader().value(String(line))["fingerprint"] != nil) }
  }

  @Test("the JUnit report is XML whose counts are those of its cases")
  func junit() {
    let reader = CaseCounter()
    let parser = XMLParser(data: Data(JUnitReport().render(hostile, on: .file).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.cases > 0)
    #expect(reader.declared == reader.cases)
    #expect(reader.skipped == 2)
    #expect(reader.classNames.allSatisfy { $0.hasPrefix("lintel.") })
  }
}

private final class CaseCounter: NSObject, XMLParserDelegate {
  var declared = 0
  var cases = 0
  var skipped = 0
  var classNames: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    switch name {
    case "testsuite": declared += Int(attributes["tests"] ?? "") ?? 0
    case "testcase":
      cases += 1
      classNames.insert(attributes["classname"] ?? "")
    case "skipped": skipped += 1
    default: break
    }
  }
}
