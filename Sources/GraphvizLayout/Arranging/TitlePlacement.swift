import DiagramScene

/// Finds each frame's title a place at the frame's edge where no line runs.
struct TitlePlacement {
  private let problem: LayoutProblem
  private let lines: [Polyline]

  init(_ problem: LayoutProblem, _ placement: Placement) {
    self.problem = problem
    lines = placement.routes.map(Polyline.init)
  }

  func run(_ placement: inout Placement) {
    for frame in problem.frames.indices {
      let title = problem.frames[frame].title
      var best = (rect: Rect(origin: Point(0, 0), size: title), cost: Int.max)
      let border = placement.frames[frame]
      let nearby = lines.filter { $0.bounds.overlaps(border) }
      for candidate in Self.candidates(title, in: border) where best.cost > 0 {
        let cost = cost(of: candidate, frame, placement, nearby)
        if cost < best.cost { best = (candidate, cost) }
      }
      placement.titles[frame] = best.rect
    }
  }

  /// Along the upper edge from the left, then along the lower one.
  private static func candidates(_ title: Size, in frame: Rect) -> [Rect] {
    let inset = FrameBorder.titleInset
    let room = max(0, frame.size.width - 2 * inset - title.width)
    let steps = Int(room / 8)
    let shifts = [0.0] + (0..<steps).map { Double($0 + 1) * 8 } + [room]
    return [frame.minY + inset, frame.maxY - inset - title.height].flatMap { y in
      shifts.map { Rect(origin: Point(frame.minX + inset + $0, y), size: title) }
    }
  }

  private func cost(
    of candidate: Rect, _ frame: Int, _ placement: Placement, _ nearby: [Polyline]
  ) -> Int {
    let room = candidate.grown(by: 3)
    var cost = 0
    for box in placement.boxes where box.overlaps(room) { cost += 1_000 }
    for (other, rect) in placement.frames.enumerated()
    where other > frame && isInside(other, frame) && rect.overlaps(room) {
      cost += 500
    }
    for line in nearby where line.crosses(room) { cost += 100 }
    return cost
  }

  private func isInside(_ inner: Int, _ outer: Int) -> Bool {
    problem.frames(around: problem.frames[inner].parent).contains(outer)
  }
}
