import DiagramScene

/// Moves labels that stand badly to a free place at their own line.
struct LabelPlacement {
  /// A place that a label could take, and what it costs to stand there whatever the others do.
  private struct Candidate {
    let rect: Rect
    let cost: Double

    static let none = Candidate(
      rect: Rect(origin: Point(0, 0), size: Size(0, 0)), cost: .infinity)
  }

  private let problem: LayoutProblem
  private let lines: [Polyline]
  private let obstacles: [Rect]
  private let borders: [Rect]

  /// Shares of a line's length, the best first.
  private static let shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
  /// More of them are left out: nobody could read them.
  private static let mostLabels = 2_000
  /// What it costs to cover another label, or twice as much a box: more than all else together.
  private static let collision = 1_000.0
  /// From a line to a label beside it.
  private static let gap = 2.0

  init(_ problem: LayoutProblem, _ placement: Placement) {
    self.problem = problem
    lines = placement.routes.map(Polyline.init)
    obstacles = placement.boxes + placement.titles
    borders = placement.frames
  }

  func run(_ placement: inout Placement) {
    let labelled = problem.arrows.indices.filter { problem.arrows[$0].label != nil }
    guard labelled.count <= Self.mostLabels else {
      for arrow in labelled { placement.routes[arrow].label = nil }
      return note(labelled.count, in: &placement)
    }
    var rooms: [Nearby] = []
    var chosen: [Candidate] = []
    for arrow in labelled {
      let drawn = placement.routes[arrow].label
      let room = room(around: arrow, problem.arrows[arrow].label ?? Size(0, 0), drawn)
      rooms.append(room)
      chosen.append(drawn.map { asDrawn($0, arrow, room) } ?? .none)
    }
    improve(&chosen, of: labelled, rooms)
    var leftOut = 0
    for (place, arrow) in labelled.enumerated() {
      let isFree = chosen[place].cost + overlaps(chosen[place], place, chosen) < Self.collision
      placement.routes[arrow].label = isFree ? chosen[place].rect : nil
      if isFree { continue }
      leftOut += 1
      chosen[place] = .none
    }
    note(leftOut, in: &placement)
  }

  /// Takes for each label in turn the cheapest place beside the others, until nothing changes.
  ///
  /// Labels that stand well where they are keep still.
  private func improve(_ chosen: inout [Candidate], of labelled: [Int], _ rooms: [Nearby]) {
    var candidates: [[Candidate]?] = Array(repeating: nil, count: labelled.count)
    for _ in 0..<4 {
      var hasChanged = false
      for (place, arrow) in labelled.enumerated() {
        let cost = chosen[place].cost + overlaps(chosen[place], place, chosen)
        guard cost >= 1, let size = problem.arrows[arrow].label else { continue }
        let options = candidates[place] ?? alongLine(arrow, size, rooms[place])
        candidates[place] = options
        var best = (place: chosen[place], cost: cost)
        for option in options where option.cost < best.cost {
          let cost = option.cost + overlaps(option, place, chosen)
          if cost < best.cost { best = (option, cost) }
        }
        hasChanged = hasChanged || best.cost < cost
        chosen[place] = best.place
      }
      if !hasChanged { return }
    }
  }

  private func note(_ leftOut: Int, in placement: inout Placement) {
    guard leftOut > 0 else { return }
    placement.notes.append(
      leftOut == 1
        ? "one label found no room and is left out"
        : "\(leftOut) labels found no room and are left out")
  }

  private func overlaps(_ candidate: Candidate, _ label: Int, _ chosen: [Candidate]) -> Double {
    var cost = 0.0
    for (other, place) in chosen.enumerated()
    where other != label && place.rect.overlaps(candidate.rect) {
      cost += Self.collision
    }
    return cost
  }

  /// Where Graphviz put a label: good, unless something is in the way or the line is far off.
  private func asDrawn(_ rect: Rect, _ arrow: Int, _ room: Nearby) -> Candidate {
    let distance = lines[arrow].distance(to: rect)
    return Candidate(rect: rect, cost: room.cost(of: rect) + max(0, distance - 10) * 0.4)
  }

  private func room(around arrow: Int, _ size: Size, _ drawn: Rect?) -> Nearby {
    let bounds = lines[arrow].bounds
    let reach = bounds.grown(by: max(size.width, size.height) + 8).union(drawn ?? bounds)
    return Nearby(
      lines: lines.indices.filter { $0 != arrow && lines[$0].bounds.overlaps(reach) }
        .map { lines[$0] },
      obstacles: obstacles.filter { $0.overlaps(reach) }, borders: borders)
  }

  /// Places along the line: beside it on both sides, and on it.
  private func alongLine(_ arrow: Int, _ size: Size, _ room: Nearby) -> [Candidate] {
    let line = lines[arrow]
    let length = line.length
    var candidates: [Candidate] = []
    for (share, station) in zip(Self.shares, line.stations(at: Self.shares)) {
      let (ux, uy) = (station.direction.x, station.direction.y)
      let support = abs(uy) * size.width / 2 + abs(ux) * size.height / 2 + Self.gap
      for side in [1.0, -1.0, 0] {
        let center = Point(
          station.point.x - uy * support * side, station.point.y + ux * support * side)
        let rect = Rect(center: center, size: size)
        var cost = room.cost(of: rect) + abs(share - 0.5) * 10 + 1
        if side == 0 {
          let covered = min(size.width / max(abs(ux), 0.01), size.height / max(abs(uy), 0.01))
          cost += 2 + (covered > length * 0.5 ? 30 : 0)
        } else if line.crosses(rect.grown(by: -3)) {
          cost += 4
        }
        candidates.append(Candidate(rect: rect, cost: cost))
      }
    }
    return candidates
  }
}

/// What could be in the way of one label.
private struct Nearby {
  let lines: [Polyline]
  let obstacles: [Rect]
  let borders: [Rect]

  func cost(of rect: Rect) -> Double {
    var cost = 0.0
    let room = rect.grown(by: 2)
    for obstacle in obstacles where obstacle.overlaps(room) { cost += 2_000 }
    let text = rect.grown(by: -2)
    for line in lines where line.crosses(text) { cost += 40 }
    for border in borders where border.overlaps(rect) && !border.encloses(rect) { cost += 0.5 }
    return cost
  }
}
