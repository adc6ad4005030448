import DiagramScene

/// The shortest way from one box to another around rectangles, with few bends.
struct ShortestPath {
  /// From border to border; nil when there is no way.
  let points: [Point]?
  /// How often a piece of a way was held against a rectangle.
  let work: Int

  /// What a bend costs, in pixels of way.
  private static let bend = 40.0

  /// Looks for the way over the corners of the walls, the most promising one first (A*).
  ///
  /// - Complexity: O(c² w) for c corners of w walls at worst; `work` tells what it was.
  init(from source: Rect, to destination: Rect, around obstacles: [Rect]) {
    let sight = Sight(source, destination, obstacles)
    let corners = sight.corners
    var way = [Double](repeating: .infinity, count: corners.count)
    var previous = [Int](repeating: -1, count: corners.count)
    var isDone = [Bool](repeating: false, count: corners.count)
    let rest = corners.map { $0.distance(to: corners[Sight.goal]) }
    way[Sight.start] = 0
    var checks = 0
    while true {
      var next: Int?
      var least = Double.infinity
      for corner in corners.indices where !isDone[corner] && way[corner] + rest[corner] < least {
        (next, least) = (corner, way[corner] + rest[corner])
      }
      guard let next, next != Sight.goal else { break }
      isDone[next] = true
      for other in corners.indices where !isDone[other] {
        let length = way[next] + corners[next].distance(to: corners[other]) + Self.bend
        guard length < way[other] else { continue }
        checks += sight.walls.count + 1
        if sight.isFree(next, other) { (way[other], previous[other]) = (length, next) }
      }
    }
    work = checks
    guard way[Sight.goal] < .infinity else {
      points = nil
      return
    }
    var path = [corners[Sight.goal]]
    var last = previous[Sight.goal]
    while last >= 0 {
      path.append(corners[last])
      last = previous[last]
    }
    path.reverse()
    path[0] = source.leaving(towards: path[1])
    path[path.count - 1] = destination.leaving(towards: path[path.count - 2])
    points = path
  }

  /// Which points see each other.
  private struct Sight {
    static let start = 0
    static let goal = 1

    let walls: [Rect]
    /// The middles of both boxes, then the corners of walls that lie in the open.
    let corners: [Point]
    private let source: Rect
    private let destination: Rect

    init(_ source: Rect, _ destination: Rect, _ obstacles: [Rect]) {
      let walls = obstacles.filter {
        !$0.contains(source.center) && !$0.contains(destination.center)
      }
      var corners = [source.center, destination.center]
      for corner in walls.flatMap({ $0.grown(by: 2).corners })
      where !source.contains(corner) && !destination.contains(corner)
        && !walls.contains(where: { $0.contains(corner) })
      {
        corners.append(corner)
      }
      (self.walls, self.corners) = (walls, corners)
      (self.source, self.destination) = (source, destination)
    }

    func isFree(_ a: Int, _ b: Int) -> Bool {
      let (from, to) = (corners[a], corners[b])
      if a != Self.start, b != Self.start, source.isCrossed(from: from, to: to) { return false }
      if a != Self.goal, b != Self.goal, destination.isCrossed(from: from, to: to) { return false }
      for wall in walls where wall.isCrossed(from: from, to: to) { return false }
      return true
    }
  }
}

extension Rect {
  /// Where a line from the centre towards a point leaves the rectangle.
  func leaving(towards point: Point) -> Point {
    let (dx, dy) = (point.x - center.x, point.y - center.y)
    let reach = max(abs(dx) / (size.width / 2), abs(dy) / (size.height / 2))
    guard reach > 0, reach.isFinite else { return center }
    return Point(center.x + dx / reach, center.y + dy / reach)
  }
}
