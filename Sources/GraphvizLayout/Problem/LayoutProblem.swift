import DiagramScene
import SolutionModel

/// What has to be placed, in numbers: no text gets this far.
struct LayoutProblem: Hashable, Sendable {
  struct Box: Hashable, Sendable {
    let size: Size
    /// The place of its frame in the problem.
    var frame: Int?
    /// People stand before what they use, even where something calls them back.
    let isPerson: Bool
    /// A number that stays the same when other boxes come and go.
    var key: UInt64 = 0
  }

  struct Frame: Hashable, Sendable {
    /// The place of the frame around it; always smaller than its own.
    let parent: Int?
    let title: Size
  }

  struct Arrow: Hashable, Sendable {
    /// Places of boxes in the problem.
    let source: Int
    let destination: Int
    let label: Size?
  }

  /// How much care a layout takes; each costs less than the one before.
  enum Effort: UInt8, Hashable, Sendable, CaseIterable {
    /// Curves, several tries, labels a part of the layout.
    case full
    /// Straight lines, one try.
    case fast
    /// Labels are put beside the lines when everything else has its place.
    case withoutLabels
    /// Boxes in rows, without Graphviz.
    case grid

    var next: Effort? { Effort(rawValue: rawValue + 1) }
  }

  let direction: ViewDefinition.Direction?
  let frames: [Frame]
  let boxes: [Box]
  let arrows: [Arrow]
  var effort: Effort
}

extension LayoutProblem {
  init(_ scene: Scene) {
    direction = scene.direction
    effort = Effort(boxes: scene.boxes.count, arrows: scene.arrows.count)
    frames = scene.frames.map { Frame(parent: $0.parent, title: $0.titleSize) }
    boxes = scene.boxes.map {
      Box(
        size: $0.size, frame: $0.frame, isPerson: $0.look.tone == .person, key: Self.key($0.id))
    }
    arrows = scene.arrows.map { arrow in
      let size = arrow.labelSize
      return Arrow(
        source: arrow.source, destination: arrow.destination,
        label: size.width > 0 && size.height > 0 ? size : nil)
    }
  }

  /// A digest of a box's name: FNV-1a of 64 bits.
  private static func key(_ id: String) -> UInt64 {
    id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// How much work it is, roughly.
  var weight: Int { boxes.count + 2 * arrows.count }

  /// The frames around something that stands in `frame`, from the inside out.
  func frames(around frame: Int?) -> [Int] {
    var around: [Int] = []
    var next = frame
    while let frame = next {
      around.append(frame)
      next = frames[frame].parent
    }
    return around
  }
}

extension LayoutProblem.Effort {
  /// What a problem of that size gets, so that Graphviz is done in some seconds.
  init(boxes: Int, arrows: Int) {
    if boxes <= 200, arrows <= 400 {
      self = .full
    } else if boxes <= 600, arrows <= 1_200 {
      self = .fast
    } else if boxes <= 1_500, arrows <= 3_000 {
      self = .withoutLabels
    } else {
      self = .grid
    }
  }

  /// What a reader should know about a picture that was placed with it.
  var note: [String] {
    switch self {
    case .full: []
    case .fast: ["the picture is large, so a simpler layout is used"]
    case .withoutLabels:
      ["the picture is large, so a simpler layout is used and labels are placed after the lines"]
    case .grid: []
    }
  }
}
