import DiagramScene

/// Steers Graphviz where it would draw long strips.
struct SketchComposer {
  private let problem: LayoutProblem
  private let growsRight: Bool
  /// From one box to the next of the same rank, and from one rank to the next, in pixels.
  private let pitch: (across: Double, along: Double)

  /// The most boxes with one neighbour that hang side by side on a box before they are staggered.
  private static let widestFan = 5

  init(_ problem: LayoutProblem, _ settings: GraphvizEngine.Settings) {
    self.problem = problem
    growsRight = settings.growsRight
    let boxes = Double(max(1, problem.boxes.count))
    let width = problem.boxes.reduce(0) { $0 + $1.size.width } / boxes
    let height = problem.boxes.reduce(0) { $0 + $1.size.height } / boxes
    let labels = problem.arrows.compactMap(\.label)
    let label = labels.reduce(0) { max($0, settings.growsRight ? $1.width : $1.height) }
    pitch = (
      (settings.growsRight ? height : width) + settings.boxGap,
      (settings.growsRight ? width : height) + settings.rankGap + label
    )
  }

  var sketch: GraphvizEngine.Sketch {
    GraphvizEngine.Sketch(
      problem: problem, order: Array(problem.boxes.indices), lengths: lengths,
      isReversed: problem.arrows.map { problem.calls(back: $0) }, stacked: stacked)
  }

  /// How many boxes side by side make `count` of them about half as wide again as high.
  private func columns(for count: Int) -> Int {
    let shape = growsRight ? 1 / 1.5 : 1.5
    let columns = (Double(count) * shape * pitch.along / pitch.across).squareRoot()
    return max(1, min(count, Int(columns.rounded(.up))))
  }

  /// Leaves of a wide fan hang at different lengths, so that they fill several ranks.
  private var lengths: [Int] {
    var lengths = [Int](repeating: 1, count: problem.arrows.count)
    var degree = [Int](repeating: 0, count: problem.boxes.count)
    for arrow in problem.arrows {
      degree[arrow.source] += 1
      degree[arrow.destination] += 1
    }
    var fans = [[Int]](repeating: [], count: problem.boxes.count * 2)
    for (place, arrow) in problem.arrows.enumerated() where arrow.source != arrow.destination {
      if degree[arrow.destination] == 1 { fans[2 * arrow.source].append(place) }
      if degree[arrow.source] == 1, degree[arrow.destination] > 1 {
        fans[2 * arrow.destination + 1].append(place)
      }
    }
    for fan in fans where fan.count > Self.widestFan {
      let columns = max(Self.widestFan, columns(for: fan.count))
      for (place, arrow) in fan.enumerated() { lengths[arrow] = 1 + place / columns }
    }
    return lengths
  }

  /// Boxes without arrows stand in a grid inside their frame.
  private var stacked: [(first: Int, second: Int)] {
    var isJoined = [Bool](repeating: false, count: problem.boxes.count)
    for arrow in problem.arrows {
      isJoined[arrow.source] = true
      isJoined[arrow.destination] = true
    }
    var lonely = [[Int]](repeating: [], count: problem.frames.count)
    for (place, box) in problem.boxes.enumerated() where !isJoined[place] {
      if let frame = box.frame { lonely[frame].append(place) }
    }
    return lonely.flatMap { boxes in
      let columns = columns(for: boxes.count)
      return zip(boxes, boxes.dropFirst(columns)).map { ($0, $1) }
    }
  }
}
