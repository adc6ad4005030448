public import MarkupText

/// The most telling figures, for reports about something else.
public struct FigureExcerpt: Sendable {
  private let parts: [(title: String, tables: [FigureTable])]

  private static let rowsShown = 5

  /// The highlights of each section, tables without rows left out.
  init(_ report: FigureReport) {
    parts = report.sections.compactMap { section in
      let tables = section.highlights.filter { !$0.rows.isEmpty }
      return tables.isEmpty ? nil : (type(of: section).title, tables)
    }
  }

  /// Headings of the second level and below, the first of them with the id `figures`.
  public var html: HTML {
    guard !parts.isEmpty else { return HTML() }
    return """
      <section id="figures"><h2>Figures</h2>
      <p class="quiet">The most telling ones; <code>lintel analyze</code> has them all, and what they rest on.</p>
      \(parts.flatMap(\.tables).map(Self.html))</section>
      """
  }

  private static func html(of table: FigureTable) -> HTML {
    let shown = table.shown(most: rowsShown)
    let heads = table.columns.map { column -> HTML in
      column.isFigure
        ? "<th scope=\"col\" class=\"number\">\(column.heading)</th>"
        : "<th scope=\"col\">\(column.heading)</th>"
    }
    let rows = shown.rows.map { row -> HTML in
      let cells = zip(row, table.columns).map { cell, column -> HTML in
        column.isFigure ? "<td class=\"number\">\(cell)</td>" : "<td>\(cell)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    let more: HTML = shown.left > 0 ? "<p class=\"quiet\">and \(shown.left) more</p>" : ""
    return """
      <h3>\(table.title)</h3>
      <p class="quiet">\(table.sentence)</p>
      <div class="table"><table><thead><tr>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div>\(more)

      """
  }

  /// Headings of the second level and below, without a line break at the end.
  public var markdown: String {
    guard !parts.isEmpty else { return "" }
    let writer = FigureMarkdown(showsAll: false, mostRows: Self.rowsShown)
    let tables = parts.flatMap(\.tables).map {
      "### \(MarkdownText.plain($0.title))\n\n\(writer.body(of: $0))"
    }
    return (["## Figures"] + tables).joined(separator: "\n\n")
  }
}

extension FigureReport {
  /// The most telling figures, for reports about something else.
  public var excerpt: FigureExcerpt { FigureExcerpt(self) }
}
