import DiagramScene

/// A place for everything in a problem.
struct Placement: Hashable, Sendable {
  /// The way of an arrow.
  struct Route: Hashable, Sendable {
    /// The start, then two control points and an end for each Bézier segment.
    var points: [Point]
    var tip: Point
    var label: Rect?

    /// A straight line whose head begins before the tip.
    init(from start: Point, to tip: Point) {
      let (dx, dy) = (tip.x - start.x, tip.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      let share = length > 0 ? max(0, 1 - Route.headLength / length) : 0
      func along(_ fraction: Double) -> Point {
        Point(start.x + dx * share * fraction, start.y + dy * share * fraction)
      }
      points = [start, along(1 / 3), along(2 / 3), along(1)]
      self.tip = tip
    }

    init(points: [Point], tip: Point, label: Rect?) {
      self.points = points
      self.tip = tip
      self.label = label
    }

    /// From where a line ends to the point of its arrow.
    static let headLength = 9.0
  }

  var boxes: [Rect]
  var frames: [Rect]
  var titles: [Rect]
  var routes: [Route]
  /// From (0, 0).
  var size: Size
  var notes: [String] = []
  /// Crossings between neighbouring ranks, as Graphviz counts them.
  var orderCrossings = 0
}

extension Placement {
  mutating func move(by offset: Point) {
    for i in boxes.indices { boxes[i].move(by: offset) }
    for i in frames.indices { frames[i].move(by: offset) }
    for i in titles.indices { titles[i].move(by: offset) }
    for i in routes.indices {
      for k in routes[i].points.indices { routes[i].points[k].move(by: offset) }
      routes[i].tip.move(by: offset)
      routes[i].label?.move(by: offset)
    }
  }

  /// Moves everything so that it begins at (0, 0), and makes `size` hold it all.
  mutating func fitSize() {
    var bounds: Rect?
    func add(_ rect: Rect) { bounds = bounds?.union(rect) ?? rect }
    boxes.forEach(add)
    frames.forEach(add)
    titles.forEach(add)
    for route in routes {
      add(Polyline(route).bounds)
      if let label = route.label { add(label) }
    }
    guard let bounds else { return }
    move(by: Point(-bounds.minX, -bounds.minY))
    size = bounds.size
  }

  /// The width for each unit of height.
  var aspect: Double { size.height > 0 ? size.width / size.height : 1 }
}

extension PlacedScene {
  /// A placement of all that a scene holds, with every number on a grid of 1/100 pixel.
  init(_ scene: Scene, _ placement: Placement) {
    let arrows = placement.routes.map { route in
      let points = route.points.map(\.onGrid)
      let segments = stride(from: 1, to: points.count - 2, by: 3).map {
        Segment(points[$0], points[$0 + 1], points[$0 + 2])
      }
      return PlacedArrow(
        start: points[0], segments: segments, tip: route.tip.onGrid, label: route.label?.onGrid)
    }
    self.init(
      scene: scene, boxes: placement.boxes.map(\.onGrid), frames: placement.frames.map(\.onGrid),
      frameTitles: placement.titles.map(\.onGrid), arrows: arrows,
      size: Size(placement.size.width.rounded(.up), placement.size.height.rounded(.up)),
      notes: placement.notes)
  }
}
