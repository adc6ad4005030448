import DiagramScene
import MarkupText
import SolutionModel

/// Draws the lines below the cards, and heads, labels and what the pointer meets above them.
struct ArrowPainter {
  let placed: PlacedScene
  let idPrefix: String
  let link: ScenePainter.LinkTarget?

  /// All lines, a group for each stroke.
  func paintLines(into svg: inout SVG) {
    for stroke in Arrow.Stroke.allCases {
      let places = placed.scene.arrows.indices.filter { placed.scene.arrows[$0].stroke == stroke }
      guard !places.isEmpty else { continue }
      svg += "<g class=\"lines \(stroke.className)\" aria-hidden=\"true\">"
      for place in places {
        let curve = ArrowCurve(arrow: placed.arrows[place])
        svg += "<path id=\"\(idPrefix)line-\(place)\" d=\"\(curve.line)\"/>"
      }
      svg += "</g>"
    }
  }

  func paintArrows(into svg: inout SVG) {
    let grounds = Grounds(placed)
    for place in placed.scene.arrows.indices {
      let arrow = placed.scene.arrows[place]
      let curve = ArrowCurve(arrow: placed.arrows[place])
      let target = arrow.links.count == 1 ? LinkURL(.link(arrow.links[0]), by: link) : nil
      target?.open(into: &svg)
      open(arrow, into: &svg)
      svg += """
        <use class="hit" href="#\(idPrefix)line-\(place)"/><path class="head" d="\(curve.head)"/>
        """
      if arrow.status?.isEnding == true { svg.appendCross(at: curve.point(at: 0.5)) }
      if let area = labelArea(of: place, curve: curve) {
        LabelPainter(arrow: arrow, area: area, ground: grounds.className(at: area.center))
          .paint(into: &svg)
      }
      svg += "</g>"
      target?.close(into: &svg)
    }
  }

  private func open(_ arrow: Arrow, into svg: inout SVG) {
    let boxes = placed.scene.boxes
    svg += "<g id=\"\(idPrefix)\(arrow.id)\" class=\"arrow \(arrow.stroke.className)"
    if let status = arrow.status { svg += " \(status.rawValue)" }
    svg += """
       f\(arrow.source) t\(arrow.destination)" \
      data-from="\(boxes[arrow.source].subject.name)" \
      data-to="\(boxes[arrow.destination].subject.name)" \
      data-links="\(arrow.links.map(\.text).joined(separator: " "))" \
      role="img"><title>\(arrow.spoken)</title>
      """
  }

  /// Where the label stands; one that the layout left without a place stands on its line.
  private func labelArea(of place: Int, curve: ArrowCurve) -> Rect? {
    let arrow = placed.scene.arrows[place]
    guard !arrow.label.isEmpty || !arrow.steps.isEmpty else { return nil }
    return placed.arrows[place].label
      ?? Rect(center: curve.point(at: 0.5), size: arrow.labelPlan.size)
  }
}

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

extension Arrow.Stroke {
  /// The class of lines of this stroke.
  var className: SVG {
    switch self {
    case .synchronous: "sync"
    case .asynchronous: "async"
    case .batch: "batch"
    case .userInterface: "ui"
    case .unknown: "unknown"
    }
  }
}

extension LinkStatus {
  /// Whether it is on its way out, which a cross on the line shows.
  var isEnding: Bool {
    switch self {
    case .deprecated, .retired: true
    case .idea, .proposed, .agreed, .live: false
    }
  }
}

extension SVG {
  /// A cross on a line.
  mutating func appendCross(at center: Point) {
    self += "<path class=\"cross\" d=\"M\(center.x - 4, center.y - 4)l8 8m0-8l-8 8\"/>"
  }
}
