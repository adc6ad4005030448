import DiagramScene
import MarkupText
import SolutionModel

/// Lays marks over what they concern: a glow around cards and along lines, and a badge with the
/// level's symbol and the number of findings.
struct OverlayPainter {
  /// More messages than these make a tooltip that nobody reads.
  private static let mostMessages = 12
  private static let badgeHeight = 20.0

  let placed: PlacedScene
  let overlay: Overlay
  let idPrefix: String

  /// The glow around a frame, to be covered by its ground.
  func paintGlow(ofFrame place: Int, into svg: inout SVG) {
    paintGlow(
      of: placed.scene.frames[place].subject, around: placed.frames[place], radius: 12, into: &svg)
  }

  /// The glow around cards and along lines, to be covered by both.
  func paintGlows(into svg: inout SVG) {
    for (box, area) in zip(placed.scene.boxes, placed.boxes) {
      paintGlow(of: box.subject, around: area, radius: box.cornerRadius, into: &svg)
    }
    for (place, arrow) in placed.scene.arrows.enumerated() {
      guard let mark = mark(of: arrow) else { continue }
      let line = ArrowCurve(arrow: placed.arrows[place]).line
      svg += "<path class=\"overlay glow \(mark.level.rawValue)\" d=\"\(line)\"/>"
    }
  }

  func paintBadges(into svg: inout SVG) {
    svg += "<g class=\"overlay\" data-overlay=\"findings\">"
    var room = BadgeRoom(placed)
    let frames = zip(placed.scene.frames.map(\.subject), placed.frames)
    let boxes = zip(placed.scene.boxes.map(\.subject), placed.boxes)
    for (subject, area) in Array(frames) + Array(boxes) {
      guard let mark = overlay.marks[subject] else { continue }
      let center = room.place(Self.badgeSize(of: mark), onCornerOf: area)
      paintBadge(of: mark, center: center, into: &svg)
    }
    for (place, arrow) in placed.scene.arrows.enumerated() {
      guard let mark = mark(of: arrow) else { continue }
      let center = room.place(Self.badgeSize(of: mark), on: placed.arrows[place])
      paintBadge(of: mark, center: center, into: &svg)
    }
    svg += "</g>"
  }

  private func mark(of arrow: Arrow) -> Overlay.Mark? {
    Overlay.Mark.sum(of: arrow.links.compactMap { overlay.marks[.link($0)] })
  }

  private func paintGlow(
    of subject: ElementPath.Subject, around area: Rect, radius: Double, into svg: inout SVG
  ) {
    guard let level = overlay.marks[subject]?.level.rawValue else { return }
    svg.appendRect("overlay glow \(level)", area, radius: radius)
    svg.appendRect("overlay glow near \(level)", area, radius: radius)
  }

  private static func spoken(_ mark: Overlay.Mark) -> String {
    let count = mark.count == 1 ? "1 finding" : "\(mark.count) findings"
    var lines = ["\(count), the gravest: \(mark.level.rawValue)"]
    lines += mark.messages.prefix(mostMessages)
    let rest = mark.messages.count - mostMessages
    if rest > 0 { lines.append("and \(rest) more") }
    return lines.joined(separator: "\n")
  }

  private static func badgeSize(of mark: Overlay.Mark) -> Size {
    let count = LabelMetrics.width(of: String(mark.count), in: .badge)
    return Size((count + 29).rounded(.up), badgeHeight)
  }

  private func paintBadge(of mark: Overlay.Mark, center: Point, into svg: inout SVG) {
    let area = Rect(center: center, size: Self.badgeSize(of: mark))
    svg += """
      <g class="finding \(mark.level.rawValue)" role="img">\
      <title>\(Self.spoken(mark))</title>
      """
    svg.appendRect("badge", area, radius: Self.badgeHeight / 2)
    LevelSymbol(level: mark.level).paint(center: Point(area.minX + 11, center.y), into: &svg)
    svg += """
      <text class="chip-word" x="\(area.minX + 21)" y="\(center.y + 4)">\(mark.count)</text></g>
      """
  }
}
