import DiagramScene
import MarkupText

/// Draws what is written on an arrow.
struct LabelPainter {
  /// How far the ground behind a line of text looks out at both ends.
  private static let bleed = 3.0

  let arrow: Arrow
  let area: Rect
  /// The class of the frame it lies on; nil for the paper.
  let ground: SVG?

  func paint(into svg: inout SVG) {
    let plan = arrow.labelPlan
    // A place of another size than planned gets the label into its middle.
    let corner = Point(
      area.center.x - plan.size.width / 2, area.center.y - plan.size.height / 2)
    svg += "<g class=\"label\(ground)\" transform=\"translate(\(corner.x, corner.y))\">"
    if !plan.lines.isEmpty { paintPlate(behind: plan, into: &svg) }
    for step in plan.steps {
      svg.appendRect("step", step.area, radius: step.area.size.height / 2)
      svg += """
        <text class="step-number" x="\(step.area.center.x)" \
        y="\(step.area.center.y + 4)">\(step.text)</text>
        """
    }
    for line in plan.lines { svg.append(line.line, at: line.baseline) }
    svg += "</g>"
  }

  /// A ground as wide as each line, so that lines of arrows below do not run through the letters.
  private func paintPlate(behind plan: LabelPlan, into svg: inout SVG) {
    svg += "<path class=\"plate\" d=\""
    for placed in plan.lines {
      let style = placed.line.style
      let width = placed.line.width + Self.bleed * 2
      let top = Point(placed.baseline.x - width / 2, placed.baseline.y - style.ascent)
      svg += "M\(top.x, top.y)h\(width)v\(style.lineHeight)h\(-width)z"
    }
    svg += "\"/>"
  }
}
