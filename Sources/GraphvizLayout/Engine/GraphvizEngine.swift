import CGraphvizShim
import DiagramScene

/// Graphviz, set up.
///
/// It draws one sketch at a time, whichever threads ask.
struct GraphvizEngine: ~Copyable {
  /// How Graphviz is asked to draw.
  struct Settings: Hashable {
    enum Routing { case spline, polyline, straight }

    var growsRight = false
    /// Pixels between boxes side by side.
    var boxGap = 36.0
    /// Pixels from one rank to the next.
    var rankGap = 64.0
    var routing = Routing.spline
    /// A limit for the search of x coordinates, as a multiple of the boxes.
    var simplexLimit = 0.0
    /// What it spends on fewer crossings; 1 is Graphviz's own.
    var crossingEffort = 1.0
  }

  /// What Graphviz has to draw: a problem, and what steers it.
  struct Sketch {
    let problem: LayoutProblem
    /// The order in which the boxes are named to Graphviz; its drawing depends on it.
    var order: [Int]
    /// For each arrow the least number of ranks it spans.
    var lengths: [Int]
    /// Arrows that Graphviz sees the other way round.
    var isReversed: [Bool]
    /// Pairs of boxes to be placed one after the other without a line between them.
    var stacked: [(first: Int, second: Int)] = []
    /// Frames whose title stands at the lower edge.
    var titlesBelow: Set<Int> = []
  }

  private let handle: OpaquePointer

  /// Nil when Graphviz cannot be set up.
  ///
  /// - Parameter plain: with all its plugins, as it would be for any other program.
  init?(plain: Bool = false) {
    guard let handle = gvs_engine_new(plain) else { return nil }
    self.handle = handle
  }

  deinit { gvs_engine_free(handle) }

  /// Such as `2.43.0`.
  var version: String { String(cString: gvs_version(handle)) }

  /// Draws a sketch; nil when Graphviz fails as a whole.
  ///
  /// A route that Graphviz lost has no points.
  func draw(_ sketch: Sketch, _ settings: Settings) -> Placement? {
    guard let picture = run(sketch, settings, orderOnly: false) else { return nil }
    defer { gvs_picture_free(picture) }
    return Placement(of: sketch, picture.pointee)
  }

  /// How many crossings the order of a sketch comes to, without drawing it; nil when it fails.
  func crossings(of sketch: Sketch, _ settings: Settings) -> Int? {
    guard let picture = run(sketch, settings, orderOnly: true) else { return nil }
    defer { gvs_picture_free(picture) }
    return Int(picture.pointee.crossings)
  }

  /// Lays out a graph in the DOT language as Graphviz does without our help.
  func layOut(dot: String) -> Bool { gvs_layout_dot(handle, dot) }

  private func run(_ sketch: Sketch, _ settings: Settings, orderOnly: Bool)
    -> UnsafeMutablePointer<gvs_picture>?
  {
    let problem = sketch.problem
    let boxes = problem.boxes.map {
      gvs_box(width: $0.size.width, height: $0.size.height, frame: Int32($0.frame ?? -1))
    }
    let frames = problem.frames.indices.map { place in
      let frame = problem.frames[place]
      return gvs_frame(
        parent: Int32(frame.parent ?? -1), title_width: frame.title.width,
        title_height: frame.title.height, title_below: sketch.titlesBelow.contains(place))
    }
    let lines = problem.arrows.indices.map { sketch.line($0) } + sketch.stacked.map(gvs_line.init)
    return gvs_layout(
      handle, gvs_settings(settings, orderOnly: orderOnly), boxes, sketch.order.map(Int32.init),
      Int32(boxes.count), frames, Int32(frames.count), lines, Int32(lines.count))
  }
}

extension GraphvizEngine.Sketch {
  fileprivate func line(_ place: Int) -> gvs_line {
    let arrow = problem.arrows[place]
    let label = problem.effort == .withoutLabels ? nil : arrow.label
    let ends =
      isReversed[place]
      ? (arrow.destination, arrow.source) : (arrow.source, arrow.destination)
    return gvs_line(
      tail: Int32(ends.0), head: Int32(ends.1), label_width: label?.width ?? 0,
      label_height: label?.height ?? 0, minimum_length: Int32(lengths[place]),
      points_backward: isReversed[place], is_invisible: false)
  }
}

extension gvs_line {
  fileprivate init(_ stacked: (first: Int, second: Int)) {
    self.init(
      tail: Int32(stacked.first), head: Int32(stacked.second), label_width: 0, label_height: 0,
      minimum_length: 1, points_backward: false, is_invisible: true)
  }
}

extension gvs_settings {
  fileprivate init(_ settings: GraphvizEngine.Settings, orderOnly: Bool) {
    let routing =
      switch settings.routing {
      case .spline: gvs_spline
      case .polyline: gvs_polyline
      case .straight: gvs_straight
      }
    self.init(
      grows_right: settings.growsRight, box_gap: settings.boxGap, rank_gap: settings.rankGap,
      frame_margin: FrameBorder.margin, routing: routing, simplex_limit: settings.simplexLimit,
      crossing_effort: settings.crossingEffort, order_only: orderOnly)
  }
}

extension Placement {
  fileprivate init(of sketch: GraphvizEngine.Sketch, _ picture: gvs_picture) {
    let problem = sketch.problem
    boxes = problem.boxes.indices.map {
      Rect(center: Point(picture.box_centers[$0]), size: problem.boxes[$0].size)
    }
    frames = problem.frames.indices.map { place in
      let rect = picture.frames[place]
      return Rect(
        origin: Point(rect.min_x, rect.min_y),
        size: Size(rect.max_x - rect.min_x, rect.max_y - rect.min_y))
    }
    titles = problem.frames.indices.map { _ in Rect(origin: Point(0, 0), size: Size(0, 0)) }
    routes = problem.arrows.indices.map { place in
      let route = picture.routes[place]
      let first = Int(route.first_point)
      var points = (first..<(first + Int(route.point_count))).map { Point(picture.points[$0]) }
      if sketch.isReversed[place] { points.reverse() }
      let label = problem.arrows[place].label.flatMap { size in
        route.has_label ? Rect(center: Point(route.label), size: size) : nil
      }
      let tip = route.has_tip ? Point(route.tip) : points.last ?? Point(0, 0)
      return Route(points: points, tip: tip, label: label)
    }
    size = Size(picture.width, picture.height)
    orderCrossings = Int(picture.crossings)
  }
}

extension Point {
  fileprivate init(_ point: gvs_point) { self.init(point.x, point.y) }
}
