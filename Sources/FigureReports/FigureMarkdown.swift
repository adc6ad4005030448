import MarkupText

/// Figures for wikis and merge requests.
struct FigureMarkdown {
  let showsAll: Bool
  /// Fewer rows than tables usually show; nil leaves it to them.
  var mostRows: Int?

  func render(_ report: FigureReport) -> String {
    let title = "# Figures: \(MarkdownText.plain(report.solutionName))"
    let sections = report.sections.map(section)
    return ([title] + sections).joined(separator: "\n\n") + "\n"
  }

  func render(_ sheet: FigureSheet) -> String {
    (["# \(MarkdownText.plain(sheet.title))"] + body(sheet.tables, sheet.assumptions, level: "##"))
      .joined(separator: "\n\n") + "\n"
  }

  private func section(_ section: any FigureSection) -> String {
    let parts = body(section.tables, section.assumptions, level: "###")
    return (["## \(type(of: section).title)"] + parts).joined(separator: "\n\n")
  }

  private func body(_ tables: [FigureTable], _ assumptions: [String], level: String) -> [String] {
    var parts = tables.map { "\(level) \(MarkdownText.plain($0.title))\n\n\(body(of: $0))" }
    if !assumptions.isEmpty {
      let list = assumptions.map { "- \(MarkdownText.plain($0))" }
      parts.append("Rests on:\n\n" + list.joined(separator: "\n"))
    }
    return parts
  }

  /// How to read a table, and the table.
  func body(of table: FigureTable) -> String {
    let reading = MarkdownText.plain(table.sentence)
    guard !table.rows.isEmpty else { return "\(reading)\n\n\(MarkdownText.plain(table.whenEmpty))" }
    if !table.picture.isEmpty {
      let lines = table.picture.map { "    " + TerminalText.plain($0) }
      return "\(reading)\n\n\(lines.joined(separator: "\n"))"
    }
    let shown = mostRows.map { table.shown(most: $0) } ?? table.shown(all: showsAll)
    var lines = [
      row(table.columns.map(\.heading)),
      "|" + table.columns.map { $0.isFigure ? "--:|" : "---|" }.joined(),
    ]
    lines += shown.rows.map(row)
    let more = shown.left > 0 ? "\n\nand \(shown.left) more" : ""
    return "\(reading)\n\n\(lines.joined(separator: "\n"))\(more)"
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(MarkdownText.plain).joined(separator: " | ") + " |"
  }
}
