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
