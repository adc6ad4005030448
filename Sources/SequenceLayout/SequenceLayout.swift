public import DiagramScene

/// Gives sequences their places: participants side by side, their steps one below the other.
public enum SequenceLayout {
  /// Between two cards, in pixels.
  static let boxGap = 32.0
  /// Between a line of a fragment and what stands inside.
  static let fragmentPadding = 12.0
  static let fragmentTitleHeight = 26.0
  /// How far a message to oneself looks out, and how high it is.
  static let loop = Size(36, 22)

  /// Places a scene that has a sequence; any other one as a row of boxes.
  ///
  /// - Complexity: O(arrows × participants).
  public static func place(_ scene: Scene) -> PlacedScene {
    let columns = SequenceColumns(of: scene)
    let rows = SequenceRows(of: scene, below: columns.headHeight)
    let arrows = scene.arrows.indices.map { arrow($0, of: scene, columns, rows) }
    let lifelines = scene.boxes.indices.map { place in
      PlacedSequence.Lifeline(
        x: columns.centers[place], top: columns.boxes[place].maxY, bottom: rows.bottom)
    }
    let fragments = SequenceFragments(of: scene, columns, rows)
    let right = max(columns.right, fragments.right, arrows.compactMap(\.label?.maxX).max() ?? 0)
    let clocks = rows.lines.map { Point(right + boxGap / 2, $0 + 4) }
    let clockWidth = scene.sequence?.clocks.compactMap { $0?.width }.max()
    return PlacedScene(
      scene: scene, boxes: columns.boxes, frames: [], frameTitles: [], arrows: arrows,
      size: Size(right + (clockWidth.map { boxGap / 2 + $0 } ?? 0), rows.bottom), notes: [],
      sequence: PlacedSequence(
        lifelines: lifelines, fragments: fragments.areas, partings: fragments.partings,
        clocks: clocks))
  }

  private static func arrow(
    _ place: Int, of scene: Scene, _ columns: SequenceColumns, _ rows: SequenceRows
  ) -> PlacedScene.PlacedArrow {
    let arrow = scene.arrows[place]
    let y = rows.lines[place]
    let start = Point(columns.centers[arrow.source], y)
    guard arrow.source != arrow.destination else { return loop(arrow, from: start) }
    let tip = Point(columns.centers[arrow.destination], y)
    let back = tip.x > start.x ? -headLength : headLength
    let end = Point(tip.x + back, y)
    let label = Rect(
      center: Point((start.x + tip.x) / 2, y - labelGap - arrow.labelSize.height / 2),
      size: arrow.labelSize)
    return PlacedScene.PlacedArrow(
      start: start, segments: [.straight(from: start, to: end)], tip: tip,
      label: arrow.labelSize.height > 0 ? label : nil)
  }

  /// Out to the right, down, and back.
  private static func loop(_ arrow: Arrow, from start: Point) -> PlacedScene.PlacedArrow {
    let top = Point(start.x, start.y - loop.height)
    let corner = Point(start.x + loop.width, top.y)
    let below = Point(corner.x, start.y)
    let end = Point(start.x + headLength, start.y)
    let label = Rect(
      origin: Point(corner.x + 4, start.y - loop.height / 2 - arrow.labelSize.height / 2),
      size: arrow.labelSize)
    return PlacedScene.PlacedArrow(
      start: top,
      segments: [
        .straight(from: top, to: corner), .straight(from: corner, to: below),
        .straight(from: below, to: end),
      ], tip: start, label: arrow.labelSize.height > 0 ? label : nil)
  }

  private static let headLength = 9.0
  /// Between a line and the label above it.
  static let labelGap = 2.0
}

extension PlacedScene.Segment {
  fileprivate static func straight(from start: Point, to end: Point) -> Self {
    let (dx, dy) = ((end.x - start.x) / 3, (end.y - start.y) / 3)
    return Self(
      Point(start.x + dx, start.y + dy), Point(end.x - dx, end.y - dy), end)
  }
}
