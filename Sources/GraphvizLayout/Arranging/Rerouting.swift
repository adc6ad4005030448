import DiagramScene

/// New ways for lines that run through something which is not theirs: a box, a title, a frame that
/// holds neither end.
struct Rerouting {
  private let problem: LayoutProblem
  private var lines: [Polyline]
  /// What may still be spent on looking for ways, in steps of `ShortestPath.work`.
  private var budget = 8_000_000

  /// What running through something costs, in crossings.
  private enum Cost {
    static let box = 40
    static let title = 12
    static let frame = 1
  }

  init(_ problem: LayoutProblem, _ placement: Placement) {
    self.problem = problem
    lines = placement.routes.map(Polyline.init)
  }

  mutating func run(_ placement: inout Placement) {
    let costs = problem.arrows.indices.map { cost(of: lines[$0], $0, placement) }
    let worstFirst = costs.indices.filter { costs[$0] > 0 }
      .sorted { (costs[$1], $0) < (costs[$0], $1) }
    for arrow in worstFirst where budget > 0 {
      reroute(arrow, from: costs[arrow], &placement)
    }
  }

  private mutating func reroute(_ arrow: Int, from cost: Int, _ placement: inout Placement) {
    let ends = problem.arrows[arrow]
    guard ends.source != ends.destination else { return }
    for keepsOutOfFrames in [true, false] {
      let path = ShortestPath(
        from: placement.boxes[ends.source], to: placement.boxes[ends.destination],
        around: obstacles(for: arrow, placement, keepsOutOfFrames: keepsOutOfFrames))
      budget -= path.work
      guard let points = path.points else { continue }
      let route = Placement.Route(rounding: points, label: placement.routes[arrow].label)
      let line = Polyline(route)
      let gain = cost - self.cost(of: line, arrow, placement)
      guard gain > 0,
        gain > crossings(of: line, arrow) - crossings(of: lines[arrow], arrow)
      else { continue }
      placement.routes[arrow] = route
      lines[arrow] = line
      return
    }
  }

  private func cost(of line: Polyline, _ arrow: Int, _ placement: Placement) -> Int {
    let ends = problem.arrows[arrow]
    var cost = 0
    for (box, rect) in placement.boxes.enumerated()
    where box != ends.source && box != ends.destination && line.crosses(rect.grown(by: -1)) {
      cost += Cost.box
    }
    for title in placement.titles where line.crosses(title.grown(by: -1)) { cost += Cost.title }
    let around = framesAround(arrow)
    for (frame, rect) in placement.frames.enumerated()
    where !around.contains(frame) && line.crosses(rect) {
      cost += Cost.frame
    }
    return cost
  }

  private func framesAround(_ arrow: Int) -> Set<Int> {
    let ends = [problem.arrows[arrow].source, problem.arrows[arrow].destination]
    return Set(ends.flatMap { problem.frames(around: problem.boxes[$0].frame) })
  }

  /// Only what is near enough for a way that is not absurd.
  private func obstacles(for arrow: Int, _ placement: Placement, keepsOutOfFrames: Bool) -> [Rect] {
    let ends = problem.arrows[arrow]
    let region = placement.boxes[ends.source].union(placement.boxes[ends.destination])
      .grown(by: 240)
    var frames: [Rect] = []
    if keepsOutOfFrames {
      let around = framesAround(arrow)
      for (frame, rect) in placement.frames.enumerated()
      where !around.contains(frame) && rect.overlaps(region)
        && !frames.contains(where: { $0.encloses(rect) })
      {
        frames.append(rect.grown(by: 8))
      }
    }
    var obstacles = frames
    for (box, rect) in placement.boxes.enumerated() where rect.overlaps(region) {
      let isEnd = box == ends.source || box == ends.destination
      if !isEnd, !frames.contains(where: { $0.encloses(rect) }) {
        obstacles.append(rect.grown(by: 10))
      }
    }
    for title in placement.titles
    where title.overlaps(region) && !frames.contains(where: { $0.encloses(title) }) {
      obstacles.append(title.grown(by: 4))
    }
    return obstacles
  }

  private func crossings(of line: Polyline, _ arrow: Int) -> Int {
    var crossings = 0
    for (other, rival) in lines.enumerated()
    where other != arrow && rival.bounds.overlaps(line.bounds.grown(by: 1)) {
      crossings += LineCrossings.count(of: line, and: rival)
    }
    return crossings
  }
}
