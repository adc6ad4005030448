/// Where everything stands inside a card, from the card's upper left corner.
///
/// The composer sizes boxes by it and the painter draws by it, so that neither can disagree. All
/// measures are pixels on a grid of 4.
public struct CardPlan: Hashable, Sendable {
  /// A line of text and the left end of its baseline.
  public struct PlacedLine: Hashable, Sendable {
    public let line: TextLine
    public let baseline: Point
  }

  /// A small word in a pill.
  public struct PlacedChip: Hashable, Sendable {
    public let line: TextLine
    public let area: Rect
  }

  /// The free margin on all four sides.
  public static let padding = 12.0
  /// The tile that the icon stands on, a square.
  public static let iconTile = 32.0
  /// The left end of names and notes, which stand beside the icon.
  public static let headingIndent = padding + iconTile + 12
  /// From one pill to the next, and from one block of text to the next.
  public static let gap = 8.0
  public static let chipHeight = 20.0
  /// What a pill adds to the width of its word.
  public static let chipPadding = 16.0

  /// The smallest size that holds it all, at the width asked for.
  public let size: Size
  public let icon: Rect
  public let lines: [PlacedLine]
  public let chips: [PlacedChip]

  /// Lays a card out at `width`; it grows downwards, and by rows of pills when one is too short.
  public init(
    width: Double, name: [TextLine], note: [TextLine], summary: [TextLine], chips: [TextLine]
  ) {
    let headingHeight = (name + note).reduce(0) { $0 + $1.style.lineHeight }
    let headerHeight = max(Self.iconTile, headingHeight)
    icon = Rect(
      origin: Point(Self.padding, Self.padding), size: Size(Self.iconTile, Self.iconTile))
    var placed: [PlacedLine] = []
    placed.reserveCapacity(name.count + note.count + summary.count)
    var y = Self.padding + (headerHeight - headingHeight) / 2
    func place(_ lines: [TextLine], at x: Double) {
      for line in lines {
        placed.append(PlacedLine(line: line, baseline: Point(x, y + line.style.ascent)))
        y += line.style.lineHeight
      }
    }
    place(name, at: Self.headingIndent)
    place(note, at: Self.headingIndent)
    y = Self.padding + headerHeight
    if !summary.isEmpty {
      y += Self.gap
      place(summary, at: Self.padding)
    }
    if !chips.isEmpty { y += Self.gap }
    self.chips = Self.row(of: chips, width: width, y: &y)
    lines = placed
    size = Size(width, ((y + Self.padding) / 4).rounded(.up) * 4)
  }

  /// Puts pills side by side from `y` on, and moves `y` below the last row.
  private static func row(of chips: [TextLine], width: Double, y: inout Double) -> [PlacedChip] {
    guard !chips.isEmpty else { return [] }
    var placed: [PlacedChip] = []
    var x = padding
    for chip in chips {
      let extent = chip.width + chipPadding
      if x > padding, x + extent > width - padding {
        x = padding
        y += chipHeight + 4
      }
      let area = Rect(origin: Point(x, y), size: Size(extent, chipHeight))
      placed.append(PlacedChip(line: chip, area: area))
      x += extent + gap / 2
    }
    y += chipHeight
    return placed
  }
}

extension Box {
  /// Where the content stands in this box, from its upper left corner.
  public var plan: CardPlan {
    CardPlan(width: size.width, name: name, note: note, summary: summary, chips: chips)
  }
}

extension TextStyle {
  /// From the top of a line to its baseline, in pixels, so that capitals stand in the middle.
  public var ascent: Double { (lineHeight / 2 + size * 0.36).rounded() }
}
