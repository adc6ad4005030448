import DiagramScene
import TestSupport

@testable import GraphvizLayout

/// Problems like those of real pictures, from a seed.
enum SampleProblem {
  /// About `boxes` × `arrowsEach` arrows, most of them inside a frame, some against the order, some
  /// parallel and a few from a box to itself; frames stand in each other.
  static func random(
    seed: Int, boxes count: Int, arrowsEach: Double = 1.4, frames frameCount: Int = 3,
    labelled: Double = 0.8
  ) -> LayoutProblem {
    var random = SeededRandom(seed: seed)
    var frames: [LayoutProblem.Frame] = []
    for place in 0..<frameCount {
      let isInner = place > 1 && random.chance(0.3)
      frames.append(
        LayoutProblem.Frame(
          parent: isInner ? random.number(below: place) : nil,
          title: Size(Double(70 + random.number(below: 130)), 22)))
    }
    let boxes = (0..<count).map { place in
      LayoutProblem.Box(
        size: Size(
          [200, 232, 248][random.number(below: 3)], [56, 72, 96, 112][random.number(below: 4)]),
        frame: frames.isEmpty || random.chance(0.2) ? nil : random.number(below: frameCount),
        isPerson: place % 9 == 0, key: UInt64(place))
    }
    var arrows: [LayoutProblem.Arrow] = []
    for _ in 0..<Int(Double(count) * arrowsEach) {
      let source = random.number(below: count)
      let near = boxes.indices.filter { boxes[$0].frame == boxes[source].frame }
      let destination =
        random.chance(0.6) ? near[random.number(below: near.count)] : random.number(below: count)
      if source == destination, random.chance(0.9) { continue }
      let goesForward = source < destination || random.chance(0.12)
      let label = Size(Double(60 + random.number(below: 110)), random.chance(0.7) ? 40 : 24)
      arrows.append(
        LayoutProblem.Arrow(
          source: goesForward ? source : destination,
          destination: goesForward ? destination : source,
          label: random.chance(labelled) ? label : nil))
    }
    return LayoutProblem(
      direction: nil, frames: frames, boxes: boxes, arrows: arrows,
      effort: LayoutProblem.Effort(boxes: boxes.count, arrows: arrows.count))
  }

  /// Boxes of one size and arrows between them, with nothing else.
  static func plain(
    boxes: Int, arrows: [(Int, Int)] = [], frames: [LayoutProblem.Frame] = [],
    frameOf: [Int: Int] = [:], label: Size? = nil
  ) -> LayoutProblem {
    LayoutProblem(
      direction: nil, frames: frames,
      boxes: (0..<boxes).map {
        LayoutProblem.Box(size: Size(200, 80), frame: frameOf[$0], isPerson: false)
      },
      arrows: arrows.map {
        LayoutProblem.Arrow(source: $0.0, destination: $0.1, label: label)
      }, effort: .full)
  }
}
