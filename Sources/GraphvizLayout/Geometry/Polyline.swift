import DiagramScene

/// An arrow's curve as short straight pieces, up to the tip of its head.
struct Polyline {
  /// How many pieces a Bézier segment becomes: with 8 the error is below a pixel on the curves that
  /// Graphviz draws.
  private static let pieces = 8

  let points: [Point]
  let bounds: Rect

  init(_ route: Placement.Route) {
    var points: [Point] = []
    let control = route.points
    points.reserveCapacity(control.count / 3 * Self.pieces + 2)
    if let start = control.first { points.append(start) }
    for k in stride(from: 0, to: control.count - 3, by: 3) {
      let (a, b, c, d) = (control[k], control[k + 1], control[k + 2], control[k + 3])
      let pieces = Self.isStraight(a, b, c, d) ? 1 : Self.pieces
      for piece in 1...pieces {
        let t = Double(piece) / Double(pieces)
        let u = 1 - t
        let (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append(
          Point(
            wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y))
      }
    }
    points.append(route.tip)
    self.points = points
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for point in points {
      (minX, minY) = (min(minX, point.x), min(minY, point.y))
      (maxX, maxY) = (max(maxX, point.x), max(maxY, point.y))
    }
    bounds = Rect(origin: Point(minX, minY), size: Size(maxX - minX, maxY - minY))
  }

  private static func isStraight(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    let (dx, dy) = (d.x - a.x, d.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return false }
    return abs(dx * (b.y - a.y) - dy * (b.x - a.x)) < 0.5 * length
      && abs(dx * (c.y - a.y) - dy * (c.x - a.x)) < 0.5 * length
  }

  var length: Double {
    var length = 0.0
    for i in 1..<points.count { length += points[i].distance(to: points[i - 1]) }
    return length
  }

  /// Whether it runs through the inside of a rectangle.
  func crosses(_ rect: Rect) -> Bool {
    guard bounds.grown(by: 0.5).overlaps(rect) else { return false }
    for i in 1..<points.count where rect.isCrossed(from: points[i - 1], to: points[i]) {
      return true
    }
    return false
  }

  /// The way from a rectangle to the nearest point of the line; 0 when they touch.
  func distance(to rect: Rect) -> Double {
    var nearest = Double.infinity
    for i in 1..<points.count {
      let (a, b) = (points[i - 1], points[i])
      if rect.isCrossed(from: a, to: b) { return 0 }
      nearest = min(nearest, rect.distance(to: a), rect.distance(to: b))
      for corner in rect.corners { nearest = min(nearest, corner.distance(toLineFrom: a, to: b)) }
    }
    return nearest
  }

  /// Points at the given shares of the length, each with the direction of the line there.
  func stations(at shares: [Double]) -> [(point: Point, direction: Point)] {
    let total = length
    var stations: [(point: Point, direction: Point)] = []
    for share in shares {
      var left = total * share
      for i in 1..<points.count {
        let (a, b) = (points[i - 1], points[i])
        let piece = a.distance(to: b)
        if left <= piece, piece > 0 {
          let (ux, uy) = ((b.x - a.x) / piece, (b.y - a.y) / piece)
          stations.append((Point(a.x + ux * left, a.y + uy * left), Point(ux, uy)))
          break
        }
        left -= piece
      }
    }
    return stations
  }
}

extension Rect {
  var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(minX, maxY), Point(maxX, maxY)]
  }
}

extension Point {
  func distance(toLineFrom a: Point, to b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    let share = square > 0 ? min(1, max(0, ((x - a.x) * dx + (y - a.y) * dy) / square)) : 0
    return distance(to: Point(a.x + dx * share, a.y + dy * share))
  }
}
