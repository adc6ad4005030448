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
