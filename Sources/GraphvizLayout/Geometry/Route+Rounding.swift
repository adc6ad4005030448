import DiagramScene

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
