import DiagramScene

/// Finds places for badges, those on lines clear of cards, labels and other badges where there are
/// any.
struct BadgeRoom {
  /// Where on a line a badge may stand, the best first.
  private static let shares =
    [0.5] + stride(from: 0.05, through: 0.4, by: 0.05).flatMap { [0.5 - $0, 0.5 + $0] }

  private var taken: [Rect]

  init(_ placed: PlacedScene) {
    taken = placed.boxes + placed.frameTitles + placed.arrows.compactMap(\.label)
  }

  /// The middle of a badge on the upper right corner of a card or a frame, which is its place even
  /// where something else stands there.
  mutating func place(_ size: Size, onCornerOf area: Rect) -> Point {
    let center = Point(area.maxX - 12, area.minY)
    taken.append(Rect(center: center, size: size))
    return center
  }

  /// The middle of a badge on an arrow, or above its label, where it covers the least.
  ///
  /// - Complexity: O(n) in the cards, labels and badges.
  mutating func place(_ size: Size, on arrow: PlacedScene.PlacedArrow) -> Point {
    let curve = ArrowCurve(arrow: arrow)
    var centers = Self.shares.map(curve.point(at:))
    if let label = arrow.label, label.size.width > 0 {
      centers.append(Point(label.center.x, label.minY - size.height / 2))
      centers.append(Point(label.center.x, label.maxY + size.height / 2))
    }
    let areas = centers.map { Rect(center: $0, size: size) }
    let reach = areas.dropFirst().reduce(areas[0]) { $0.union($1) }
    let near = taken.filter { $0.overlaps(reach) }
    var best = areas[0]
    var leastCovered = Double.infinity
    for area in areas {
      let covered = near.reduce(0) { $0 + $1.shared(with: area) }
      if covered < leastCovered { (best, leastCovered) = (area, covered) }
      if covered == 0 { break }
    }
    taken.append(best)
    return best.center
  }
}

extension Rect {
  /// The smallest rectangle around both.
  fileprivate func union(_ other: Rect) -> Rect {
    let corner = Point(min(minX, other.minX), min(minY, other.minY))
    return Rect(
      origin: corner,
      size: Size(max(maxX, other.maxX) - corner.x, max(maxY, other.maxY) - corner.y))
  }

  /// The area that lies in both, in square pixels.
  fileprivate func shared(with other: Rect) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    return max(0, width) * max(0, height)
  }
}
