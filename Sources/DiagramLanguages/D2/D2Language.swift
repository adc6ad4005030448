public import DiagramScene
import SolutionModel

/// The language of D2.
public enum D2Language: DiagramLanguage {
  public static let name = "d2"
  public static let fileEnding = "d2"
  public static let summary = "D2, for its own layouts"

  public static func text(of drawing: PlacedScene) -> String {
    let scene = drawing.scene
    if let marks = scene.sequence { return D2Sequence.text(of: scene, marks) }
    let names = names(of: scene)
    let nesting = SceneNesting(scene)
    var lines = [
      "direction: \(scene.direction == .right ? "right" : "down")",
      "title: \(D2Text.quoted(scene.title)) { near: top-center; shape: text; style.font-size: 24 }",
    ]
    write(nesting.outermost, of: scene, nesting, indent: "", to: &lines)
    for arrow in scene.arrows {
      let label = CardWords.full(arrow, separator: " · ")
      var line = "\(names[arrow.source]) -> \(names[arrow.destination])"
      if !label.isEmpty { line += ": \(D2Text.quoted(label))" }
      lines.append(line + style(arrow.stroke, hasLabel: !label.isEmpty))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// By box: its name with those of the frames around it.
  private static func names(of scene: Scene) -> [String] {
    var frames: [String] = []
    for (place, frame) in scene.frames.enumerated() {
      frames.append((frame.parent.map { frames[$0] + "." } ?? "") + "f\(place)")
    }
    return scene.boxes.enumerated().map { place, box in
      (box.frame.map { frames[$0] + "." } ?? "") + "b\(place)"
    }
  }

  private static func write(
    _ things: [SceneNesting.Thing], of scene: Scene, _ nesting: SceneNesting, indent: String,
    to lines: inout [String]
  ) {
    for thing in things {
      switch thing {
      case .box(let place): lines.append("\(indent)b\(place): \(node(scene.boxes[place]))")
      case .frame(let place):
        let title = D2Text.quoted(CardWords.title(scene.frames[place]))
        lines.append("\(indent)f\(place): \(title) {")
        write(nesting.inFrame[place], of: scene, nesting, indent: indent + "  ", to: &lines)
        lines.append("\(indent)}")
      }
    }
  }

  private static func node(_ box: Box) -> String {
    var attributes = ["shape: \(shape(box.look.tone))"]
    let tip = [CardWords.note(box), CardWords.summary(box)].filter { !$0.isEmpty }
    if !tip.isEmpty { attributes.append("tooltip: \(D2Text.quoted(tip.joined(separator: ": ")))") }
    if box.look.isExternal { attributes.append("style.stroke-dash: 4") }
    if box.look.isRedundant { attributes.append("style.multiple: true") }
    return "\(D2Text.quoted(CardWords.name(box))) { \(attributes.joined(separator: "; ")) }"
  }

  private static func shape(_ tone: Tone) -> String {
    switch tone {
    case .person: "person"
    case .store: "cylinder"
    case .channel: "queue"
    case .system, .application, .module, .external: "rectangle"
    }
  }

  private static func style(_ stroke: Arrow.Stroke, hasLabel: Bool) -> String {
    let style: String? =
      switch stroke {
      case .synchronous: nil
      case .asynchronous: "style.stroke-dash: 5"
      case .userInterface: "style.stroke-dash: 2"
      case .batch: "style.stroke-width: 4"
      case .unknown: "style.stroke-width: 1"
      }
    return style.map { (hasLabel ? " " : ": ") + "{ \($0) }" } ?? ""
  }
}
