import MarkupText

/// Figures for wikis and merge requests.
struct FigureMarkdown {
  let showsAll: Bool

  func render(_ report: FigureReport) -> String {
    let title = "# Figures: \(MarkdownText.plain(report.solutionName))"
    let sections = report.sections.map(section)
    return ([title] + sections).joined(separator: "\n\n") + "\n"
  }

  private func section(_ section: any FigureSection) -> String {
    var parts = ["## \(type(of: section).title)"]
    parts += section.tables.map { "### \(MarkdownText.plain($0.title))\n\n\(body(of: $0))" }
    if !section.assumptions.isEmpty {
      let list = section.assumptions.map { "- \(MarkdownText.plain($0))" }
      parts.append("Rests on:\n\n" + list.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// How to read a table, and the table.
  func body(of table: FigureTable) -> String {
    let reading = MarkdownText.plain(table.reading) + "."
    guard !table.rows.isEmpty else { return "\(reading)\n\n\(MarkdownText.plain(table.whenEmpty))" }
    let shown = table.shown(all: showsAll)
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
