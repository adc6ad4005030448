/// Where everything stands inside an arrow's label: step numbers, then words and option in lines.
///
/// The composer reserves its size, the layout finds it a place, and the painter draws by it.
public struct LabelPlan: Hashable, Sendable {
  /// A line of text and the middle of its baseline.
  public struct PlacedLine: Hashable, Sendable {
    public let line: TextLine
    public let baseline: Point
  }

  /// The number of a step in a round mark.
  public struct PlacedStep: Hashable, Sendable {
    public let text: String
    public let area: Rect
  }

  /// The free margin on all four sides, in pixels.
  public static let margin = 4.0
  public static let stepHeight = 20.0

  public let size: Size
  public let lines: [PlacedLine]
  public let steps: [PlacedStep]

  public init(label: [TextLine], steps: [String]) {
    let marks = steps.map { ($0, Self.stepWidth($0)) }
    let marksWidth = marks.reduce(0) { $0 + $1.1 + 4 }
    let textWidth = label.reduce(0) { max($0, $1.width) }
    let textHeight = label.reduce(0) { $0 + $1.style.lineHeight }
    guard !marks.isEmpty || !label.isEmpty else {
      size = Size(0, 0)
      lines = []
      self.steps = []
      return
    }
    let height = max(textHeight, marks.isEmpty ? 0 : Self.stepHeight)
    size = Size(
      (marksWidth + textWidth + Self.margin * 2).rounded(.up),
      (height + Self.margin * 2).rounded(.up))
    var x = Self.margin
    let markY = (size.height - Self.stepHeight) / 2
    self.steps = marks.map { text, width in
      defer { x += width + 4 }
      return PlacedStep(
        text: text, area: Rect(origin: Point(x, markY), size: Size(width, Self.stepHeight)))
    }
    var y = (size.height - textHeight) / 2
    lines = label.map { line in
      defer { y += line.style.lineHeight }
      return PlacedLine(
        line: line, baseline: Point(Self.margin + marksWidth + textWidth / 2, y + line.style.ascent)
      )
    }
  }

  /// A circle for one or two signs, a pill for more: 7 px hold a bold digit of `TextStyle.badge`.
  private static func stepWidth(_ text: String) -> Double {
    max(stepHeight, Double(text.count) * 7 + 8)
  }
}

extension Arrow {
  /// Where the content stands in this arrow's label, from its upper left corner.
  public var labelPlan: LabelPlan { LabelPlan(label: label, steps: steps) }
}

extension Frame {
  /// The room that the title and the note beside it take, in pixels.
  public var titleSize: Size {
    let height = max(title.style.lineHeight, note?.style.lineHeight ?? 0)
    return Size((title.width + (note.map { $0.width + 8 } ?? 0)).rounded(.up), height + 4)
  }
}
