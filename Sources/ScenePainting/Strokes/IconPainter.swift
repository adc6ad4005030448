import DiagramScene
import MarkupText

/// Draws icons: each that is used once among the definitions, and references to it.
struct IconPainter {
  let idPrefix: String

  /// The definitions of the icons on a picture, in the order of `Icon`.
  func paintShapes(of scene: Scene, into svg: inout SVG) {
    var used = Set(scene.boxes.map(\.look.icon))
    for entry in scene.legend.entries {
      if case .icon(let icon, _) = entry.mark { used.insert(icon) }
    }
    guard !used.isEmpty else { return }
    svg += "<defs>"
    for icon in Icon.allCases where used.contains(icon) {
      let shape = IconShape.of(icon)
      svg += "<g id=\"\(idPrefix)icon-\(icon.rawValue)\"><path d=\"\(shape.lines)\"/>"
      if let fills = shape.fills { svg += "<path class=\"dot\" d=\"\(fills)\"/>" }
      svg += "</g>"
    }
    svg += "</defs>"
  }

  /// An icon with its upper left corner at `origin`.
  func paint(_ icon: Icon, at origin: Point, into svg: inout SVG) {
    svg += """
      <use class="icon" href="#\(idPrefix)icon-\(icon.rawValue)" x="\(origin.x)" y="\(origin.y)"/>
      """
  }
}
