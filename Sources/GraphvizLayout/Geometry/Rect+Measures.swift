import DiagramScene

extension Point {
  mutating func move(by offset: Point) {
    x += offset.x
    y += offset.y
  }

  func distance(to other: Point) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The nearest point whose coordinates are multiples of 1/100.
  var onGrid: Point { Point((x * 100).rounded() / 100, (y * 100).rounded() / 100) }
}

extension Rect {
  mutating func move(by offset: Point) { origin.move(by: offset) }

  var onGrid: Rect { Rect(origin: origin.onGrid, size: size) }

  /// The same with `margin` more on every side; less, where it is negative.
  func grown(by margin: Double) -> Rect {
    Rect(
      origin: Point(minX - margin, minY - margin),
      size: Size(size.width + 2 * margin, size.height + 2 * margin))
  }

  /// The smallest one that holds both.
  func union(_ other: Rect) -> Rect {
    let origin = Point(min(minX, other.minX), min(minY, other.minY))
    return Rect(
      origin: origin,
      size: Size(max(maxX, other.maxX) - origin.x, max(maxY, other.maxY) - origin.y))
  }

  /// Whether all of the other one lies inside.
  func encloses(_ other: Rect) -> Bool {
    minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
  }

  /// From a point to the nearest one of this rectangle; 0 inside.
  func distance(to point: Point) -> Double {
    let dx = max(minX - point.x, 0, point.x - maxX)
    let dy = max(minY - point.y, 0, point.y - maxY)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Whether a line from `start` to `end` runs through the inside.
  ///
  /// Clips the line at each side in turn (Liang and Barsky) and looks whether anything is left.
  func isCrossed(from start: Point, to end: Point) -> Bool {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (entry, exit) = (0.0, 1.0)
    func clip(_ slope: Double, _ room: Double) -> Bool {
      if slope == 0 { return room > 0 }
      let at = room / slope
      if slope < 0 { entry = max(entry, at) } else { exit = min(exit, at) }
      return entry < exit
    }
    return clip(-dx, start.x - minX) && clip(dx, maxX - start.x) && clip(-dy, start.y - minY)
      && clip(dy, maxY - start.y)
  }
}
