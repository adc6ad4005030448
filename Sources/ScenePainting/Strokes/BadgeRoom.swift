import DiagramScene

/// Finds places for badges, those on lines clear of cards, labels and other badges where there are any.
struct BadgeRoom {
  /// Where on a line a badge may stand, the best first.
  private static let shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]

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

  /// The middle of a badge on an arrow; on its middle where nothing is clear.
  ///
  /// - Complexity: O(n) in the cards, labels and badges.
  mutating func place(_ size: Size, on arrow: PlacedScene.PlacedArrow) -> Point {
    let curve = ArrowCurve(arrow: arrow)
    let centers = Self.shares.map(curve.point(at:))
    let center = centers.first { isClear(Rect(center: $0, size: size)) } ?? centers[0]
    taken.append(Rect(center: center, size: size))
    return center
  }

  private func isClear(_ area: Rect) -> Bool { !taken.contains { $0.overlaps(area) } }
}
