import DiagramScene

/// The heights of the steps.
struct SequenceRows {
  /// By arrow, the height of its line; of a message to oneself that of its end.
  let lines: [Double]
  /// By arrow, where its row begins.
  let tops: [Double]
  /// By arrow, where its row ends.
  let ends: [Double]
  /// Where the lifelines end.
  let bottom: Double

  init(of scene: Scene, below heads: Double) {
    let fragments = scene.sequence?.fragments ?? []
    var opening = [Int](repeating: 0, count: scene.arrows.count)
    var closing = opening
    var parting = opening
    for fragment in fragments where fragment.last < scene.arrows.count {
      opening[fragment.first] += 1
      closing[fragment.last] += 1
      for place in fragment.parts { parting[place] += 1 }
    }
    var y = heads + Self.firstGap
    var lines: [Double] = []
    var tops: [Double] = []
    var ends: [Double] = []
    for (place, arrow) in scene.arrows.enumerated() {
      y += Double(opening[place]) * (SequenceLayout.fragmentTitleHeight + Self.gap / 2)
      if parting[place] > 0 { y += Self.gap }
      tops.append(y)
      let isLoop = arrow.source == arrow.destination
      let height =
        isLoop
        ? max(SequenceLayout.loop.height, (SequenceLayout.loop.height + arrow.labelSize.height) / 2)
        : arrow.labelSize.height + SequenceLayout.labelGap
      y += max(height, Self.leastHeight)
      lines.append(y.rounded())
      if isLoop { y += max(0, (arrow.labelSize.height - SequenceLayout.loop.height) / 2) }
      ends.append(y)
      y += Self.gap + Double(closing[place]) * SequenceLayout.fragmentPadding
    }
    self.lines = lines
    self.tops = tops
    self.ends = ends
    bottom = (y + Self.gap / 2).rounded()
  }

  private static let firstGap = 24.0
  private static let gap = 16.0
  private static let leastHeight = 12.0
}
