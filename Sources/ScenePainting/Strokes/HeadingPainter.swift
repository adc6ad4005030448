import DiagramScene
import MarkupText

/// Draws title, caption and notes.
struct HeadingPainter {
  let page: PageLayout

  func paint(into svg: inout SVG) {
    for placed in page.heading { svg.append(placed.line, at: placed.baseline) }
    for placed in page.notes { svg.append(placed.line, at: placed.baseline) }
  }
}

extension SVG {
  /// A line of text from `baseline` on, or around it where its style is centred.
  mutating func append(_ line: TextLine, at baseline: Point) {
    self += "<text"
    if let name = line.style.className { self += " class=\"\(name)\"" }
    self += " x=\"\(baseline.x)\" y=\"\(baseline.y)\">\(line.text)</text>"
  }
}

extension Markup<SVGLanguage>.Interpolation {
  /// Where a rectangle is and how big: its four attributes.
  mutating func appendInterpolation(_ area: Rect) {
    appendLiteral("x=\"")
    appendInterpolation(area.minX)
    appendLiteral("\" y=\"")
    appendInterpolation(area.minY)
    appendLiteral("\" width=\"")
    appendInterpolation(area.size.width)
    appendLiteral("\" height=\"")
    appendInterpolation(area.size.height)
    appendLiteral("\"")
  }
}
