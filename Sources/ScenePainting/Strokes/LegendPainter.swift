import DiagramScene
import MarkupText
import SolutionModel

/// Draws the legend and what is left to say below it.
struct LegendPainter {
  let page: PageLayout
  let idPrefix: String

  func paint(into svg: inout SVG) {
    guard let rule = page.legendRule else { return }
    svg += """
      <g class="legend" role="group" aria-label="Legend">\
      <path class="rule" d="M\(PageLayout.margin, rule)H\(page.size.width - PageLayout.margin)"/>
      """
    for placed in page.legend { paint(placed.entry, at: placed.origin, into: &svg) }
    svg += "</g>"
  }

  private func paint(_ entry: LegendEntry, at origin: Point, into svg: inout SVG) {
    let middle = origin.y + PageLayout.rowHeight / 2
    let words = Point(origin.x + entry.indent, middle + 0.36 * entry.text.style.size)
    switch entry.mark {
    case .level(let level):
      svg += "<g class=\"overlay \(level.rawValue)\">"
      LevelSymbol(level: level).paint(center: Point(origin.x + 9, middle), into: &svg)
      svg.append(entry.text, at: words)
      svg += "</g>"
    case .scene(let mark):
      paint(mark, at: Point(origin.x, middle), into: &svg)
      svg.append(entry.text, at: words)
    }
  }

  /// Draws a mark with the middle of its left edge at `left`.
  private func paint(_ mark: Legend.Entry.Mark, at left: Point, into svg: inout SVG) {
    switch mark {
    case .icon(let icon, let tone):
      IconPainter(idPrefix: idPrefix).paintSample(icon, tone, at: left, into: &svg)
    case .stroke(let stroke):
      let tip = Point(left.x + 40, left.y)
      let curve = ArrowCurve(
        arrow: PlacedScene.PlacedArrow(
          start: left,
          segments: [
            PlacedScene.Segment(left, Point(tip.x - 9, tip.y), Point(tip.x - 9, tip.y))
          ],
          tip: tip, label: nil))
      svg += """
        <path class="lines \(stroke.className)" d="\(curve.line)"/>\
        <path class="head" d="\(curve.head)"/>
        """
    case .border(let word): paintCard(word, at: left, into: &svg)
    case .colorGroup(let place):
      let mark = ScaleMark(place: place)
      svg += "<g class=\"\(mark.className)\">"
      mark.paint(center: Point(left.x + 9, left.y), into: &svg)
      svg += "</g>"
    case .text: break
    }
  }

  /// A small card with the border that a word stands for.
  private func paintCard(_ word: String, at left: Point, into svg: inout SVG) {
    let isRedundant = word == "redundant"
    let front = isRedundant ? Size(26, 16) : Size(30, 20)
    svg += "<g class=\"sample \(word) kind-system\">"
    svg += "<g transform=\"translate(\(left.x, left.y - 10))\">"
    if isRedundant { svg.appendRect("card", Rect(origin: Point(4, 4), size: front), radius: 5) }
    svg.appendRect("card", Rect(origin: Point(0, 0), size: front), radius: 5)
    if word == Lifecycle.frozen.rawValue {
      svg.appendRect("rime", Rect(origin: Point(3, 3), size: Size(24, 14)), radius: 3)
    }
    if word == Lifecycle.sunset.rawValue || word == Lifecycle.retired.rawValue {
      svg += "<path class=\"hatch\" d=\"M14 1L1 14M26 1L8 19M29 10L20 19\"/>"
    }
    svg += "</g></g>"
  }
}
