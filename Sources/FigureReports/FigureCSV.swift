import MarkupText

/// The tables of a report one after the other as comma-separated values (RFC 4180), whole.
enum FigureCSV {
  static func render(_ report: FigureReport) -> String {
    render(report.sections.flatMap(\.tables))
  }

  static func render(_ tables: [FigureTable]) -> String {
    tables.map(text).joined(separator: "\r\n")
  }

  private static func text(_ table: FigureTable) -> String {
    let headings = table.columns.map(\.heading)
    return ([headings] + table.rows).map { line($0) }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  /// Quoted where it must be; what a spreadsheet would take for a formula gets an apostrophe.
  private static func field(_ text: String) -> String {
    let text = TerminalText.plain(text)
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let isNumber = Double(text) != nil
    let safe = isFormula && !isNumber ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
