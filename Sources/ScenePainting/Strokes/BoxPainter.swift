import DiagramScene
import MarkupText
import SolutionModel

/// Draws the cards.
struct BoxPainter {
  /// How far the pile behind a redundant element looks out.
  private static let pile = 4.0

  let placed: PlacedScene
  let idPrefix: String
  let link: ScenePainter.LinkTarget?

  func paint(into svg: inout SVG) {
    for (place, area) in placed.boxes.enumerated() {
      let target = LinkURL(placed.scene.boxes[place].subject, by: link)
      target?.open(into: &svg)
      paint(place, area: area, into: &svg)
      target?.close(into: &svg)
    }
  }

  private func paint(_ place: Int, area: Rect, into svg: inout SVG) {
    let box = placed.scene.boxes[place]
    let plan = box.plan
    svg += """
      <g id="\(idPrefix)\(box.id)" class="box\(Self.classes(of: box)) n\(place)" \
      \(box.subject.attribute)="\(box.subject.name)" role="img" \
      transform="translate(\(area.minX, area.minY))"><title>\(box.spoken)</title>
      """
    paintCard(of: box, size: area.size, into: &svg)
    IconPainter(idPrefix: idPrefix).paint(box.look.icon, at: plan.icon.origin, into: &svg)
    if let group = box.colorGroup {
      ScaleMark(place: group).paint(
        center: Point(plan.icon.maxX - 1, plan.icon.maxY - 1), into: &svg)
    }
    for placed in plan.lines { svg.append(placed.line, at: placed.baseline) }
    for chip in plan.chips { svg.append(chip) }
    svg += "</g>"
  }

  private func paintCard(of box: Box, size: Size, into svg: inout SVG) {
    let look = box.look
    let radius = box.cornerRadius
    let inset = look.isRedundant ? Self.pile : 0
    let front = Size(size.width - inset, size.height - inset)
    if look.hasShadow {
      let shade = Rect(origin: Point(inset, inset + 2), size: front)
      svg.appendRect("shade", shade, radius: radius)
    }
    if look.isRedundant {
      let back = Rect(origin: Point(inset, inset), size: front)
      svg.appendRect("card", back, radius: radius)
    }
    svg.appendRect("card", Rect(origin: Point(0, 0), size: front), radius: radius)
    switch look.lifecycle {
    case .frozen:
      let inner = Size(front.width - 6, front.height - 6)
      svg.appendRect("rime", Rect(origin: Point(3, 3), size: inner), radius: radius - 3)
    case .sunset, .retired: svg.appendHatching(in: front)
    case .planned, .active, nil: break
    }
    svg.appendBar(height: front.height, radius: radius)
  }

  /// What a style sheet or a script may tell boxes apart by.
  private static func classes(of box: Box) -> SVG {
    let look = box.look
    var classes: SVG = " kind-\(look.tone.rawValue) type-\(look.icon.rawValue)"
    if look.isExternal { classes += " external" }
    if let lifecycle = look.lifecycle, lifecycle != .active { classes += " \(lifecycle.rawValue)" }
    if look.isFocus { classes += " focus" }
    if look.isRedundant { classes += " redundant" }
    if let group = box.colorGroup { classes += " \(ScaleMark(place: group).className)" }
    return classes
  }
}

extension Box {
  /// People have rounder corners.
  var cornerRadius: Double { look.tone == .person ? 18 : 10 }
}

extension Box.Look {
  /// Whether the card lies on the page like what is there today.
  fileprivate var hasShadow: Bool {
    switch lifecycle {
    case .active, .sunset, .frozen, nil: !isExternal
    case .planned, .retired: false
    }
  }
}

extension SVG {
  /// A word in a pill.
  mutating func append(_ chip: CardPlan.PlacedChip) {
    let area = chip.area
    appendRect("chip", area, radius: area.size.height / 2)
    append(
      chip.line,
      at: Point(area.minX + CardPlan.chipPadding / 2, area.center.y + 0.36 * chip.line.style.size))
  }

  /// The coloured left edge of a card, within its rounded corners.
  mutating func appendBar(height: Double, radius: Double) {
    let width = 4.0
    // Where the corner's circle is `width` away from the edge.
    let cut = radius - (radius * radius - (radius - width) * (radius - width)).squareRoot()
    let arc: SVG = "a\(radius, radius) 0 0 0"
    self += """
      <path class="bar" d="M\(width, cut)\(arc) \(-width, radius - cut)\
      v\(height - radius * 2)\(arc) \(width, radius - cut)z"/>
      """
  }

  /// No card is that big, so it only bounds the work where a place is wrong.
  private static var mostHatched: Double { 2_000 }

  /// Slanted lines over a card of that size, clear of its corners.
  mutating func appendHatching(in size: Size) {
    self += "<path class=\"hatch\" d=\""
    let (width, height) = (min(size.width, Self.mostHatched), min(size.height, Self.mostHatched))
    var foot = 16.0
    // Each line runs from (foot, 0) down to the left, and ends at the card's left or lower edge.
    while foot < width + height - 16 {
      let top = foot <= width - 1 ? Point(foot, 1) : Point(width - 1, foot - width + 2)
      let bottom = foot <= height - 1 ? Point(1, foot) : Point(foot - height + 2, height - 1)
      self += "M\(top.x, top.y)L\(bottom.x, bottom.y)"
      foot += 12
    }
    self += "\"/>"
  }
}
