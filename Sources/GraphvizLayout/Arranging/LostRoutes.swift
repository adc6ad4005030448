import DiagramScene

/// Straight lines for arrows that Graphviz did not draw, so that none is lost.
enum LostRoutes {
  static func mend(_ placement: inout Placement, _ problem: LayoutProblem) {
    let lost = placement.routes.indices.filter { placement.routes[$0].points.count < 4 }
    for place in lost {
      let arrow = problem.arrows[place]
      let label = placement.routes[place].label
      placement.routes[place] = straight(
        from: placement.boxes[arrow.source], to: placement.boxes[arrow.destination])
      placement.routes[place].label = label
    }
    if !lost.isEmpty {
      placement.notes.append(
        lost.count == 1
          ? "one arrow is drawn as a straight line"
          : "\(lost.count) arrows are drawn as straight lines")
    }
  }

  /// From border to border; from a box to itself a loop at its right side.
  static func straight(from source: Rect, to destination: Rect) -> Placement.Route {
    guard source != destination else { return loop(at: source) }
    let (start, end) = (source.center, destination.center)
    return Placement.Route(
      from: source.leaving(towards: end), to: destination.leaving(towards: start))
  }

  private static func loop(at box: Rect) -> Placement.Route {
    let (x, y) = (box.maxX, box.center.y)
    let rise = min(12, box.size.height / 4)
    let tip = Point(x, y + rise)
    return Placement.Route(
      points: [
        Point(x, y - rise), Point(x + 40, y - rise * 2), Point(x + 40, y + rise * 2),
        Point(x + Placement.Route.headLength, y + rise * 1.2),
      ], tip: tip, label: nil)
  }
}
