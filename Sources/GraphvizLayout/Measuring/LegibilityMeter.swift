public import DiagramScene

/// Counts what makes a placed picture hard to read.
public enum LegibilityMeter {
  /// - Complexity: O(n log n) in the pieces of lines for pictures that are spread out; lines times
  ///   boxes and labels at worst.
  public static func measure(_ scene: PlacedScene) -> Legibility {
    var placement = Placement(
      boxes: scene.boxes, frames: scene.frames, titles: scene.frameTitles, routes: [],
      size: scene.size)
    placement.routes = scene.arrows.map { arrow in
      Placement.Route(
        points: [arrow.start] + arrow.segments.flatMap { [$0.control1, $0.control2, $0.end] },
        tip: arrow.tip, label: arrow.label)
    }
    return measure(placement, of: LayoutProblem(scene.scene))
  }

  static func measure(_ placement: Placement, of problem: LayoutProblem) -> Legibility {
    let lines = placement.routes.map(Polyline.init)
    var legibility = Legibility()
    legibility.aspect = placement.aspect
    legibility.crossings = LineCrossings.count(in: lines)
    countLabels(placement, lines, &legibility)
    countLines(placement, lines, problem, &legibility)
    countBoxes(placement, problem, &legibility)
    return legibility
  }

  private static func countLabels(
    _ placement: Placement, _ lines: [Polyline], _ legibility: inout Legibility
  ) {
    let labels = placement.routes.map { $0.label?.grown(by: -1) }
    for (place, label) in labels.enumerated() {
      guard let label else { continue }
      for other in labels[(place + 1)...] {
        if let other, label.overlaps(other) { legibility.labelsOnLabels += 1 }
      }
      legibility.labelsOnBoxes += placement.boxes.count { $0.overlaps(label) }
      legibility.labelsOnTitles += placement.titles.count { $0.overlaps(label) }
      if lines[place].distance(to: label) > 24 { legibility.labelsFarFromLine += 1 }
      // Where a label stands on the line of another arrow, only the text itself is looked at.
      let text = label.grown(by: -3)
      for (other, line) in lines.enumerated() where other != place && line.crosses(text) {
        legibility.linesThroughLabels += 1
      }
    }
  }

  private static func countLines(
    _ placement: Placement, _ lines: [Polyline], _ problem: LayoutProblem,
    _ legibility: inout Legibility
  ) {
    let boxes = placement.boxes.map { $0.grown(by: -1) }
    let titles = placement.titles.map { $0.grown(by: -1) }
    for (place, line) in lines.enumerated() {
      let arrow = problem.arrows[place]
      for (box, rect) in boxes.enumerated()
      where box != arrow.source && box != arrow.destination && line.crosses(rect) {
        legibility.linesThroughBoxes += 1
      }
      legibility.linesThroughTitles += titles.count { line.crosses($0) }
      let around = Set(
        [arrow.source, arrow.destination].flatMap {
          problem.frames(around: problem.boxes[$0].frame)
        }
      )
      for (frame, rect) in placement.frames.enumerated()
      where !around.contains(frame) && line.crosses(rect) {
        legibility.linesThroughFrames += 1
      }
    }
  }

  private static func countBoxes(
    _ placement: Placement, _ problem: LayoutProblem, _ legibility: inout Legibility
  ) {
    let boxes = placement.boxes.map { $0.grown(by: -0.5) }
    for (place, box) in boxes.enumerated() {
      legibility.boxesOutOfPlace += boxes[(place + 1)...].count { $0.overlaps(box) }
      let around = Set(problem.frames(around: problem.boxes[place].frame))
      for (frame, rect) in placement.frames.enumerated() {
        let isInPlace = around.contains(frame) ? rect.encloses(box) : !rect.overlaps(box)
        if !isInPlace { legibility.boxesOutOfPlace += 1 }
      }
    }
  }
}
