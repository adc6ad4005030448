import DiagramScene
import MarkupText

/// Style rules that, while the pointer rests on a card, bring its arrows out and dim the others.
///
/// Boxes are named by their places, so no text of a model gets into a style sheet.
struct NeighbourRules {
  let scene: Scene
  let mode: ThemeMode

  func append(to svg: inout SVG) {
    let scope: SVG = ".\(StyleSheet.className(of: mode))"
    let connected = Set(scene.arrows.flatMap { [$0.source, $0.destination] }).sorted()
    guard !connected.isEmpty else { return }
    svg += "@media(hover:hover){"
    svg += "\(scope):has(.box:hover) g.lines{opacity:.3}"
    for place in connected {
      svg += "\(scope):has(.n\(place):hover) :is(.f\(place),.t\(place)) .hit,"
    }
    svg += "\(scope) .none{stroke-width:2;stroke-opacity:1}}"
  }
}
