import DiagramScene

/// A part of a problem that can be placed by itself, for no arrow leaves it.
struct ProblemPart {
  let problem: LayoutProblem
  /// The frame around all of the part, which `problem` does not have any more.
  let outerFrame: Int?
  /// For each box of the part its place in the whole; likewise frames and arrows.
  let boxes: [Int]
  let frames: [Int]
  let arrows: [Int]
}

extension LayoutProblem {
  /// The parts of a problem, in the order of their first boxes.
  ///
  /// What stands at the outermost level (boxes, and frames with all that they hold) belongs together
  /// when arrows join it. A part that fills one frame alone comes without that frame.
  ///
  /// - Complexity: O(boxes × depth + arrows).
  var parts: [ProblemPart] {
    // Top-level things are numbered: boxes by their places, frames behind them.
    let tops = boxes.indices.map { box in
      var top = box
      for frame in frames(around: boxes[box].frame) { top = boxes.count + frame }
      return top
    }
    var leader = Array(0..<(boxes.count + frames.count))
    func root(of thing: Int) -> Int {
      var thing = thing
      while leader[thing] != thing {
        leader[thing] = leader[leader[thing]]
        thing = leader[thing]
      }
      return thing
    }
    for arrow in arrows {
      let (one, other) = (root(of: tops[arrow.source]), root(of: tops[arrow.destination]))
      leader[max(one, other)] = min(one, other)
    }
    var partOf = [Int?](repeating: nil, count: leader.count)
    var members: [(boxes: [Int], arrows: [Int], tops: Set<Int>)] = []
    var placeInPart = [Int](repeating: 0, count: boxes.count)
    for box in boxes.indices {
      let root = root(of: tops[box])
      let part = partOf[root] ?? members.count
      if part == members.count {
        partOf[root] = part
        members.append(([], [], []))
      }
      placeInPart[box] = members[part].boxes.count
      members[part].boxes.append(box)
      members[part].tops.insert(tops[box])
    }
    for place in arrows.indices {
      guard let part = partOf[root(of: tops[arrows[place].source])] else { continue }
      members[part].arrows.append(place)
    }
    return members.map { member in
      let outer = member.tops.count == 1 ? member.tops.first.map { $0 - boxes.count } : nil
      return part(
        boxes: member.boxes, arrows: member.arrows, outerFrame: outer.flatMap { $0 < 0 ? nil : $0 },
        placeInPart)
    }
  }

  private func part(
    boxes inside: [Int], arrows joining: [Int], outerFrame: Int?, _ placeInPart: [Int]
  ) -> ProblemPart {
    var used: Set<Int> = []
    for box in inside {
      for frame in frames(around: boxes[box].frame) where frame != outerFrame {
        guard used.insert(frame).inserted else { break }
      }
    }
    let usedFrames = used.sorted()
    var newPlace: [Int: Int] = [:]
    for (place, frame) in usedFrames.enumerated() { newPlace[frame] = place }
    let problem = LayoutProblem(
      direction: direction,
      frames: usedFrames.map {
        Frame(parent: frames[$0].parent.flatMap { newPlace[$0] }, title: frames[$0].title)
      },
      boxes: inside.map {
        var box = boxes[$0]
        box.frame = box.frame.flatMap { newPlace[$0] }
        return box
      },
      arrows: joining.map {
        Arrow(
          source: placeInPart[arrows[$0].source], destination: placeInPart[arrows[$0].destination],
          label: arrows[$0].label)
      },
      effort: effort)
    return ProblemPart(
      problem: problem, outerFrame: outerFrame, boxes: inside, frames: usedFrames, arrows: joining)
  }

  /// The same with a small box in each frame that has none, so that no frame is lost; they stand
  /// behind the others.
  var withFilledFrames: LayoutProblem {
    var isFilled = [Bool](repeating: false, count: frames.count)
    for box in boxes { for frame in frames(around: box.frame) { isFilled[frame] = true } }
    var fillers: [Box] = []
    for frame in frames.indices.reversed() where !isFilled[frame] {
      fillers.append(Box(size: Size(1, 1), frame: frame, isPerson: false))
      for outer in frames(around: frame) { isFilled[outer] = true }
    }
    guard !fillers.isEmpty else { return self }
    return LayoutProblem(
      direction: direction, frames: frames, boxes: boxes + fillers, arrows: arrows, effort: effort)
  }
}
