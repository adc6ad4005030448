import DiagramScene
import SolutionModel

/// Where the picture, its heading, its legend and its notes stand on the page, in pixels on a grid
/// of 4.
struct PageLayout {
  /// A line of text and the left end of its baseline.
  struct PlacedLine {
    let line: TextLine
    let baseline: Point
  }

  /// An entry of the legend and the upper left corner of its row.
  struct PlacedEntry {
    let entry: LegendEntry
    let origin: Point
  }

  static let margin = 32.0
  /// Below it a heading would have a word a line.
  private static let leastWidth = 480.0
  static let rowHeight = 28.0

  let size: Size
  /// Where the scene's own (0, 0) stands.
  let origin: Point
  let heading: [PlacedLine]
  /// The height of the line above the legend; nil without a legend.
  let legendRule: Double?
  let legend: [PlacedEntry]
  let notes: [PlacedLine]

  init(_ placed: PlacedScene, overlay: Overlay?) {
    let entries = LegendEntry.entries(of: placed.scene, overlay: overlay)
    let widest = entries.reduce(0) { max($0, $1.width) }
    let inner = max(placed.size.width, Self.leastWidth, widest).rounded(.up)
    var y = Self.margin
    func place(_ lines: [TextLine]) -> [PlacedLine] {
      lines.map { line in
        defer { y += line.style.lineHeight }
        return PlacedLine(line: line, baseline: Point(Self.margin, y + line.style.ascent))
      }
    }
    let title = place(
      TextWrapping(.pictureTitle, width: inner, maximumLines: 4).lines(of: placed.scene.title))
    y += 2
    let caption = place(
      TextWrapping(.pictureCaption, width: min(inner, 760), maximumLines: 6)
        .lines(of: placed.scene.caption))
    heading = title + caption
    y = Self.onGrid(y + 24)
    origin = Point(Self.margin, y)
    y = Self.onGrid(y + placed.size.height + 28)
    if entries.isEmpty {
      legendRule = nil
      legend = []
    } else {
      legendRule = y
      y += 16
      legend = Self.rows(of: entries, width: inner, y: &y)
      y += 8
    }
    notes = place(
      placed.notes.flatMap {
        TextWrapping(.frameNote, width: inner, maximumLines: 4).lines(of: $0)
      })
    size = Size(inner + Self.margin * 2, Self.onGrid(y + 20))
  }

  /// Puts entries into columns from `y` on, row by row, and moves `y` below the last row.
  ///
  /// What is wider than a column takes several; where one row does not hold all, each kind of mark has rows
  /// of its own.
  private static func rows(
    of entries: [LegendEntry], width: Double, y: inout Double
  ) -> [PlacedEntry] {
    let widest = entries.filter { $0.family != .words }.reduce(0) { max($0, $1.width) }
    let column = min(onGrid(widest + LegendEntry.gap), width)
    let marks = entries.filter { $0.family.isMark }
    let fitsOneRow = Double(marks.count) * column <= width + LegendEntry.gap
    var placed: [PlacedEntry] = []
    var x = 0.0
    var family = entries.first?.family
    for entry in entries {
      let continues = entry.family == family || (fitsOneRow && entry.family.isMark)
      // What is said about a scale belongs to it.
      let startsRow = !continues && !(family == .scale && entry.family == .words)
      if x > 0, x + entry.width > width || startsRow {
        x = 0
        y += rowHeight
      }
      family = entry.family
      placed.append(PlacedEntry(entry: entry, origin: Point(margin + x, y)))
      x += max(1, ((entry.width + LegendEntry.gap) / column).rounded(.up)) * column
    }
    y += rowHeight
    return placed
  }

  private static func onGrid(_ length: Double) -> Double { (length / 4).rounded(.up) * 4 }
}
