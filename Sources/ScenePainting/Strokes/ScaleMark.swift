import DiagramScene
import MarkupText

/// A colour of a `color-by` scale with a letter, since colours alone do not tell everybody apart.
struct ScaleMark {
  /// The place in the scale; all beyond its length share the last.
  let place: Int

  init(place: Int) { self.place = min(max(place, 0), Theme.scaleLength) }

  var className: SVG { "scale-\(place)" }

  private var letter: String {
    place < Theme.scaleLength
      ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : "+"
  }

  func paint(center: Point, into svg: inout SVG) {
    svg += """
      <circle class="mark" cx="\(center.x)" cy="\(center.y)" r="8.5"/>\
      <text class="letter" x="\(center.x)" y="\(center.y + 4)">\(letter)</text>
      """
  }
}
