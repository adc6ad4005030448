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
    return ([headings] + table.rows).map { CSVText.row($0) }.joined()
  }
}
