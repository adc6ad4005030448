import DiagramScene

/// Places without Graphviz: boxes in rows inside their frames, straight lines between them.
///
/// It cannot fail and takes time in proportion to the picture, so it stands at the end of every
/// chain of tries.
enum GridLayout {
  private static let gap = 48.0

  static func place(_ problem: LayoutProblem) -> Placement {
    let filled = problem.withFilledFrames
    var placement = Placement(
      boxes: filled.boxes.map { Rect(origin: Point(0, 0), size: $0.size) },
      frames: filled.frames.map { _ in Rect(origin: Point(0, 0), size: Size(0, 0)) },
      titles: filled.frames.map { Rect(origin: Point(0, 0), size: $0.title) }, routes: [],
      size: Size(0, 0))
    Grid(filled).place(&placement)
    placement.boxes.removeLast(filled.boxes.count - problem.boxes.count)
    placement.routes = problem.arrows.map {
      LostRoutes.straight(from: placement.boxes[$0.source], to: placement.boxes[$0.destination])
    }
    LabelPlacement(problem, placement).run(&placement)
    placement.fitSize()
    placement.notes.append("the picture is too large for curves; its boxes stand in rows")
    return placement
  }

  /// Sizes from the inside out, then corners from the outside in.
  private struct Grid {
    private enum Thing { case box(Int), frame(Int) }

    private let problem: LayoutProblem
    private let contents: [[Thing]]
    private let outermost: [Thing]

    init(_ problem: LayoutProblem) {
      self.problem = problem
      var contents = [[Thing]](repeating: [], count: problem.frames.count)
      var outermost: [Thing] = []
      for (place, box) in problem.boxes.enumerated() {
        if let frame = box.frame {
          contents[frame].append(.box(place))
        } else {
          outermost.append(.box(place))
        }
      }
      for (place, frame) in problem.frames.enumerated() {
        if let parent = frame.parent {
          contents[parent].append(.frame(place))
        } else {
          outermost.append(.frame(place))
        }
      }
      self.contents = contents
      self.outermost = outermost
    }

    func place(_ placement: inout Placement) {
      var corners = [[Point]](repeating: [], count: contents.count)
      for frame in contents.indices.reversed() {
        let packed = ShelfPacking.pack(contents[frame].map { size(of: $0, placement) }, gap: gap)
        let title = problem.frames[frame].title
        let top = FrameBorder.titleInset + title.height + FrameBorder.margin / 2
        corners[frame] = packed.corners.map { Point($0.x + FrameBorder.margin, $0.y + top) }
        placement.frames[frame].size = Size(
          max(packed.size.width + 2 * FrameBorder.margin, title.width + 2 * FrameBorder.titleInset),
          packed.size.height + top + FrameBorder.margin)
      }
      let packed = ShelfPacking.pack(outermost.map { size(of: $0, placement) }, gap: gap)
      put(outermost, at: packed.corners, from: Point(0, 0), &placement)
      for frame in contents.indices {
        let origin = placement.frames[frame].origin
        placement.titles[frame].origin = Point(
          origin.x + FrameBorder.titleInset, origin.y + FrameBorder.titleInset)
        put(contents[frame], at: corners[frame], from: origin, &placement)
      }
    }

    private func size(of thing: Thing, _ placement: Placement) -> Size {
      switch thing {
      case .box(let place): problem.boxes[place].size
      case .frame(let place): placement.frames[place].size
      }
    }

    private func put(
      _ things: [Thing], at corners: [Point], from origin: Point, _ placement: inout Placement
    ) {
      for (thing, corner) in zip(things, corners) {
        let point = Point(origin.x + corner.x, origin.y + corner.y)
        switch thing {
        case .box(let place): placement.boxes[place].origin = point
        case .frame(let place): placement.frames[place].origin = point
        }
      }
    }
  }
}
