import DiagramScene

/// New ways for lines that run through something which is not theirs: a box, a title, a frame that
/// holds neither end.
struct Rerouting {
  private let problem: LayoutProblem
  private var lines: [Polyline]

  init(_ problem: LayoutProblem, _ placement: Placement) {
    self.problem = problem
    lines = placement.routes.map(Polyline.init)
  }

  mutating func run(_ placement: inout Placement) {
    for arrow in problem.arrows.indices
    where problem.arrows[arrow].source != problem.arrows[arrow].destination {
      let old = burden(of: lines[arrow], arrow, placement)
      guard old >= 1 else { continue }
      for keepsOutOfFrames in [true, false] {
        let obstacles = obstacles(for: arrow, placement, keepsOutOfFrames: keepsOutOfFrames)
        guard
          let path = ShortestPath(
            from: placement.boxes[problem.arrows[arrow].source],
            to: placement.boxes[problem.arrows[arrow].destination], around: obstacles
          ).points
        else { continue }
        let route = Placement.Route(rounding: path, label: placement.routes[arrow].label)
        let line = Polyline(route)
        let gain = old - burden(of: line, arrow, placement)
        let added = crossings(of: line, arrow) - crossings(of: lines[arrow], arrow)
        if gain > Double(added) {
          placement.routes[arrow] = route
          lines[arrow] = line
          break
        }
      }
    }
  }

  private func around(_ arrow: Int) -> Set<Int> {
    let ends = [problem.arrows[arrow].source, problem.arrows[arrow].destination]
    return Set(ends.flatMap { problem.frames(around: problem.boxes[$0].frame) })
  }

  private func burden(of line: Polyline, _ arrow: Int, _ placement: Placement) -> Double {
    let (source, destination) = (problem.arrows[arrow].source, problem.arrows[arrow].destination)
    var burden = 0.0
    for (box, rect) in placement.boxes.enumerated()
    where box != source && box != destination && line.crosses(rect.grown(by: -1)) {
      burden += 40
    }
    for title in placement.titles where line.crosses(title.grown(by: -1)) { burden += 12 }
    let around = around(arrow)
    for (frame, rect) in placement.frames.enumerated()
    where !around.contains(frame) && line.crosses(rect) {
      burden += 1
    }
    return burden
  }

  private func obstacles(for arrow: Int, _ placement: Placement, keepsOutOfFrames: Bool) -> [Rect] {
    let (source, destination) = (problem.arrows[arrow].source, problem.arrows[arrow].destination)
    var obstacles: [Rect] = []
    for (box, rect) in placement.boxes.enumerated() where box != source && box != destination {
      obstacles.append(rect.grown(by: 10))
    }
    obstacles += placement.titles.map { $0.grown(by: 4) }
    if keepsOutOfFrames {
      let around = around(arrow)
      for (frame, rect) in placement.frames.enumerated() where !around.contains(frame) {
        obstacles.append(rect.grown(by: 8))
      }
    }
    return obstacles
  }

  private func crossings(of line: Polyline, _ arrow: Int) -> Int {
    var crossings = 0
    for (other, rival) in lines.enumerated()
    where other != arrow && rival.bounds.overlaps(line.bounds.grown(by: 1)) {
      crossings += LineCrossings.count(in: [line, rival])
    }
    return crossings
  }
}

/// The shortest way from one box to another around rectangles, with few bends.
struct ShortestPath {
  /// From border to border; nil when there is no way.
  let points: [Point]?

  /// - Complexity: O(c² r) for c corners of r rectangles, at worst.
  init(from source: Rect, to destination: Rect, around obstacles: [Rect]) {
    let ends = [source.center, destination.center]
    let walls = obstacles.filter { !$0.contains(ends[0]) && !$0.contains(ends[1]) }
    var corners = ends
    for wall in walls {
      for corner in wall.grown(by: 2).corners
      where !walls.contains(where: { $0.contains(corner) }) && !source.contains(corner)
        && !destination.contains(corner)
      {
        corners.append(corner)
      }
    }
    func isFree(_ a: Int, _ b: Int) -> Bool {
      let (start, end) = (corners[a], corners[b])
      if a != 0, b != 0, source.isCrossed(from: start, to: end) { return false }
      if a != 1, b != 1, destination.isCrossed(from: start, to: end) { return false }
      return !walls.contains { $0.isCrossed(from: start, to: end) }
    }
    /// What a bend costs, in pixels of way.
    let bend = 40.0
    var cost = [Double](repeating: .infinity, count: corners.count)
    var previous = [Int](repeating: -1, count: corners.count)
    var isDone = [Bool](repeating: false, count: corners.count)
    cost[0] = 0
    while let next = corners.indices.filter({ !isDone[$0] && cost[$0] < .infinity })
      .min(by: { cost[$0] < cost[$1] })
    {
      isDone[next] = true
      if next == 1 { break }
      for other in corners.indices where !isDone[other] {
        let way = cost[next] + corners[next].distance(to: corners[other]) + bend
        if way < cost[other], isFree(next, other) {
          cost[other] = way
          previous[other] = next
        }
      }
    }
    guard isDone[1] else {
      points = nil
      return
    }
    var path = [1]
    while let first = path.first, first != 0 { path.insert(previous[first], at: 0) }
    var points = path.map { corners[$0] }
    points[0] = source.leaving(towards: points[1])
    points[points.count - 1] = destination.leaving(towards: points[points.count - 2])
    self.points = points
  }
}

extension Placement.Route {
  /// A way of straight pieces with its bends made round.
  init(rounding path: [Point], label: Rect?) {
    guard path.count > 2 else {
      self.init(from: path[0], to: path[path.count - 1])
      self.label = label
      return
    }
    let last = Placement.Route(from: path[path.count - 2], to: path[path.count - 1])
    let corners = Array(path.dropLast()) + [last.points[3]]
    var points = [corners[0]]
    func line(to end: Point) {
      let start = points[points.count - 1]
      points.append(start.towards(end, by: 1 / 3))
      points.append(start.towards(end, by: 2 / 3))
      points.append(end)
    }
    for i in 1..<(corners.count - 1) {
      let corner = corners[i]
      let (before, after) = (
        corners[i - 1].distance(to: corner), corner.distance(to: corners[i + 1])
      )
      let radius = min(28, before / 2, after / 2)
      let enter = corner.towards(corners[i - 1], by: radius / max(before, 0.001))
      let leave = corner.towards(corners[i + 1], by: radius / max(after, 0.001))
      line(to: enter)
      points += [enter.towards(corner, by: 0.6), leave.towards(corner, by: 0.6), leave]
    }
    line(to: corners[corners.count - 1])
    self.init(points: points, tip: last.tip, label: label)
  }
}

extension Point {
  func towards(_ other: Point, by share: Double) -> Point {
    Point(x + (other.x - x) * share, y + (other.y - y) * share)
  }
}
