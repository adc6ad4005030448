import MarkupText

/// Figures for a terminal: aligned tables, each with how to read it.
struct FigureText {
  private let ink: TerminalInk
  private let width: Int
  private let showsAll: Bool

  private static let widestCell = 40
  private static let narrowestLastCell = 24
  private static let gap = "  "

  init(medium: FigureMedium, showsAll: Bool) {
    ink = TerminalInk(isColored: medium.isColored)
    width = medium.width
    self.showsAll = showsAll
  }

  func render(_ report: FigureReport) -> String {
    let name = TerminalText.plain(report.solutionName)
    var lines = [ink.bold("Figures of \(name)"), ""]
    for section in report.sections { lines += self.lines(section) }
    return lines.joined(separator: "\n") + "\n"
  }

  func render(_ sheet: FigureSheet) -> String {
    let lines =
      [ink.bold(TerminalText.plain(sheet.title)), ""] + body(sheet.tables, sheet.assumptions)
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ section: any FigureSection) -> [String] {
    let title = type(of: section).title
    let rule = String(repeating: "─", count: max(0, width - title.count - 4))
    return [ink.frame("── ") + ink.bold(title) + " " + ink.frame(rule), ""]
      + body(section.tables, section.assumptions)
  }

  private func body(_ tables: [FigureTable], _ assumptions: [String]) -> [String] {
    var lines = tables.flatMap { self.lines($0) + [""] }
    if !assumptions.isEmpty {
      lines.append(ink.dim("Rests on"))
      lines += assumptions.flatMap { wrapped($0, bullet: "· ") }
      lines.append("")
    }
    return lines
  }

  /// The lines of one table, its title first.
  func lines(_ table: FigureTable) -> [String] {
    var lines = [ink.bold(TerminalText.plain(table.title))]
    lines += TerminalText.lines(TerminalText.plain(table.reading), width: width - 2)
      .map { ink.dim("  " + $0) }
    guard !table.rows.isEmpty else { return lines + ["  " + table.whenEmpty] }
    if !table.picture.isEmpty { return lines + table.picture.map { "  " + Self.cell($0) } }
    let shown = table.shown(all: showsAll)
    let cells = shown.rows.map { $0.map(Self.cell) }
    let widths = self.widths(of: cells, table)
    if table.hasHeadings {
      let heading = row(table.columns.map(\.heading), widths, table.columns)
      lines += heading.map { ink.dim($0) }
    }
    lines += cells.flatMap { row($0, widths, table.columns) }
    if shown.left > 0 { lines.append(ink.dim("  and \(shown.left) more; --all shows them")) }
    return lines
  }

  private static func cell(_ text: String) -> String { TerminalText.plain(text) }

  /// The width of each column; of the last one, when it holds words, what is left of the line.
  ///
  /// Words in other columns are cut only where the line would be too long.
  private func widths(of cells: [[String]], _ table: FigureTable) -> [Int] {
    var widths = table.columns.indices.map { column in
      max(table.columns[column].heading.count, cells.map { $0[column].count }.max() ?? 0)
    }
    let endsInWords = table.columns.last?.isFigure == false && widths.count > 1
    let room = endsInWords ? width - Self.narrowestLastCell : width
    let used = { (widths: ArraySlice<Int>) in widths.reduce(2) { $0 + $1 + Self.gap.count } }
    let fixed = endsInWords ? widths.dropLast() : widths[...]
    if used(fixed) > room {
      for column in fixed.indices where !table.columns[column].isFigure {
        widths[column] = min(widths[column], Self.widestCell)
      }
    }
    if endsInWords, let natural = widths.popLast() {
      widths.append(min(natural, max(Self.narrowestLastCell, width - used(widths[...]))))
    }
    return widths
  }

  /// A row, on more than one line when its last cell is long.
  private func row(_ cells: [String], _ widths: [Int], _ columns: [FigureTable.Column]) -> [String]
  {
    let last = cells.count - 1
    let wraps = columns[last].isFigure == false && cells[last].count > widths[last]
    let tail = wraps ? TerminalText.lines(cells[last], width: widths[last]) : [cells[last]]
    var line = "  "
    for column in 0..<last {
      line += padded(cells[column], widths[column], columns[column]) + Self.gap
    }
    let indent = String(repeating: " ", count: line.count)
    let first = columns[last].isFigure ? padded(tail[0], widths[last], columns[last]) : tail[0]
    return [Self.trimmed(line + first)] + tail.dropFirst().map { indent + $0 }
  }

  private func padded(_ text: String, _ width: Int, _ column: FigureTable.Column) -> String {
    let cut = text.count > width ? text.prefix(width - 1) + "…" : text[...]
    let padding = String(repeating: " ", count: width - cut.count)
    return column.isFigure ? padding + cut : cut + padding
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func wrapped(_ text: String, bullet: String) -> [String] {
    TerminalText.lines(text, width: width - 2 - bullet.count).enumerated().map { place, line in
      ink.dim("  " + (place == 0 ? bullet : String(repeating: " ", count: bullet.count)) + line)
    }
  }
}
