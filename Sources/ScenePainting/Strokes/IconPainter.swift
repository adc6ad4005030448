import DiagramScene
import MarkupText

/// Draws icons on their tiles: each that is used once among the definitions, and references to it.
struct IconPainter {
  let idPrefix: String

  /// The definitions of the icons on a picture, in the order of `Icon`.
  ///
  /// What the theme decides is inherited from the place of use, so it must not stand here.
  func paintShapes(of scene: Scene, into svg: inout SVG) {
    var used = Set(scene.boxes.map(\.look.icon))
    for entry in scene.legend.entries {
      if case .icon(let icon, _) = entry.mark { used.insert(icon) }
    }
    guard !used.isEmpty else { return }
    svg += "<defs>"
    for icon in Icon.allCases where used.contains(icon) {
      svg += """
        <g id="\(idPrefix)icon-\(icon.rawValue)"><rect width="\(CardPlan.iconTile)" \
        height="\(CardPlan.iconTile)" rx="\(icon.tileRadius)" stroke="none"/>\
        <path transform="translate(6 6)" fill="none" d="\(IconShape.of(icon).path)"/></g>
        """
    }
    svg += "</defs>"
  }

  /// An icon with the upper left corner of its tile at `origin`.
  func paint(_ icon: Icon, at origin: Point, into svg: inout SVG) {
    svg += """
      <use class="icon" href="#\(idPrefix)icon-\(icon.rawValue)" x="\(origin.x)" y="\(origin.y)"/>
      """
  }

  /// A smaller icon in the colour of a tone, with the middle of its left edge at `left`.
  func paintSample(_ icon: Icon, _ tone: Tone, at left: Point, into svg: inout SVG) {
    svg += """
      <use class="icon kind-\(tone.rawValue)" href="#\(idPrefix)icon-\(icon.rawValue)" \
      transform="translate(\(left.x, left.y - 12)) scale(.75)"/>
      """
  }
}

extension Icon {
  /// People stand in a circle.
  fileprivate var tileRadius: Double { self == .person || self == .group ? 16 : 8 }
}
