import DiagramScene

/// Places a whole problem: each part that no arrow leaves by itself, then the parts side by side.
enum ProblemLayout {
  /// Between parts, in pixels.
  private static let gap = 48.0

  static func place(_ problem: LayoutProblem, by engine: borrowing GraphvizEngine) -> Placement {
    if problem.effort == .grid { return GridLayout.place(problem) }
    let filled = problem.withFilledFrames
    var placement = parts(of: filled, by: engine)
    placement.boxes.removeLast(filled.boxes.count - problem.boxes.count)
    placement.fitSize()
    placement.notes += problem.effort.note
    return placement
  }

  private static func parts(of problem: LayoutProblem, by engine: borrowing GraphvizEngine)
    -> Placement
  {
    let parts = problem.parts
    let placements = parts.map { place($0, of: problem, by: engine) }
    let (corners, size) = ShelfPacking.pack(placements.map(\.whole.size), gap: gap)
    let nowhere = Rect(origin: Point(0, 0), size: Size(0, 0))
    var whole = Placement(
      boxes: Array(repeating: nowhere, count: problem.boxes.count),
      frames: Array(repeating: nowhere, count: problem.frames.count),
      titles: Array(repeating: nowhere, count: problem.frames.count),
      routes: Array(
        repeating: Placement.Route(from: Point(0, 0), to: Point(0, 0)),
        count: problem.arrows.count),
      size: size)
    for (place, part) in parts.enumerated() {
      var placed = placements[place].whole
      placed.move(by: corners[place])
      for (i, box) in part.boxes.enumerated() { whole.boxes[box] = placed.boxes[i] }
      for (i, frame) in part.frames.enumerated() {
        whole.frames[frame] = placed.frames[i]
        whole.titles[frame] = placed.titles[i]
      }
      for (i, arrow) in part.arrows.enumerated() { whole.routes[arrow] = placed.routes[i] }
      if let frame = part.outerFrame, var border = placements[place].border {
        border.frame.move(by: corners[place])
        border.title.move(by: corners[place])
        whole.frames[frame] = border.frame
        whole.titles[frame] = border.title
      }
      for note in placed.notes where !whole.notes.contains(note) { whole.notes.append(note) }
    }
    return whole
  }

  private static func place(
    _ part: ProblemPart, of problem: LayoutProblem, by engine: borrowing GraphvizEngine
  ) -> (whole: Placement, border: (frame: Rect, title: Rect)?) {
    if let frame = part.outerFrame {
      var content = parts(of: part.problem, by: engine)
      let border = FrameBorder.wrap(&content, title: problem.frames[frame].title)
      return (content, border)
    }
    if part.boxes.count == 1, part.arrows.isEmpty, part.frames.isEmpty {
      let size = part.problem.boxes[0].size
      let box = Rect(origin: Point(0, 0), size: size)
      return (Placement(boxes: [box], frames: [], titles: [], routes: [], size: size), nil)
    }
    return (ConnectedLayout(part.problem).place(by: engine), nil)
  }
}
