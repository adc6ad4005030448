import DiagramScene

/// Where the participants stand: as near to one another as cards and labels allow.
struct SequenceColumns {
  let boxes: [Rect]
  /// The middles of the boxes.
  let centers: [Double]
  /// The height of the highest card.
  let headHeight: Double
  /// The right end of the last card.
  let right: Double

  init(of scene: Scene) {
    let widths = scene.boxes.map(\.size.width)
    headHeight = scene.boxes.map(\.size.height).max() ?? 0
    var gaps = zip(widths, widths.dropFirst()).map { ($0 + $1) / 2 + SequenceLayout.boxGap }
    // Short arrows first, so that long ones find most of their room already there.
    let byLength = scene.arrows.filter { $0.source != $0.destination }
      .sorted { Self.length(of: $0) < Self.length(of: $1) }
    for arrow in byLength {
      Self.widen(
        &gaps, between: min(arrow.source, arrow.destination),
        and: max(arrow.source, arrow.destination),
        to: arrow.labelSize.width + Self.labelMargin)
    }
    for arrow in scene.arrows where arrow.source == arrow.destination {
      let need = SequenceLayout.loop.width + arrow.labelSize.width + Self.labelMargin
      if gaps.indices.contains(arrow.source) {
        gaps[arrow.source] = max(gaps[arrow.source], need)
      }
    }
    var x = Self.leftMargin(of: scene) + (widths.first ?? 0) / 2
    var centers: [Double] = []
    for place in scene.boxes.indices {
      if place > 0 { x += gaps[place - 1] }
      centers.append(x.rounded())
    }
    self.centers = centers
    let height = headHeight
    boxes = zip(scene.boxes, centers).map { box, center in
      Rect(
        origin: Point(center - box.size.width / 2, height - box.size.height), size: box.size)
    }
    right = boxes.map(\.maxX).max() ?? 0
  }

  /// On both sides of a label, for heads and lifelines.
  private static let labelMargin = 32.0

  private static func length(of arrow: Arrow) -> Int { abs(arrow.source - arrow.destination) }

  /// Shares out what is missing.
  private static func widen(
    _ gaps: inout [Double], between first: Int, and last: Int, to need: Double
  ) {
    let missing = need - gaps[first..<last].reduce(0, +)
    guard missing > 0 else { return }
    for place in first..<last { gaps[place] += missing / Double(last - first) }
  }

  /// Room for the borders of fragments to the left of the first participant.
  private static func leftMargin(of scene: Scene) -> Double {
    let depth = scene.sequence?.fragments.map { $0.depth + 1 }.max() ?? 0
    return Double(depth) * SequenceLayout.fragmentPadding
  }
}
