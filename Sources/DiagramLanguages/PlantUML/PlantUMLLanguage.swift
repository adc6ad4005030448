public import DiagramScene
import SolutionModel

/// PlantUML with the C4 library that comes with it; sequences need no library.
public enum PlantUMLLanguage: DiagramLanguage {
  public static let name = "plantuml"
  public static let fileEnding = "puml"
  public static let summary = "PlantUML with its C4 library"

  public static func text(of drawing: PlacedScene) -> String {
    let scene = drawing.scene
    if let marks = scene.sequence { return PlantUMLSequence.text(of: scene, marks) }
    var lines = [
      "@startuml", "!include <C4/C4_Component>",
      "AddRelTag(\"async\", $lineStyle = DashedLine())",
      "AddRelTag(\"batch\", $lineStyle = BoldLine())",
      "AddRelTag(\"ui\", $lineStyle = DottedLine())",
      scene.direction == .right ? "LAYOUT_LEFT_RIGHT()" : "LAYOUT_TOP_DOWN()",
      "title \(PlantUMLText.escaped(scene.title))",
    ]
    let nesting = SceneNesting(scene)
    write(nesting.outermost, of: scene, nesting, indent: "", to: &lines)
    lines += scene.arrows.map(relation)
    return (lines + ["@enduml"]).joined(separator: "\n") + "\n"
  }

  private static func write(
    _ things: [SceneNesting.Thing], of scene: Scene, _ nesting: SceneNesting, indent: String,
    to lines: inout [String]
  ) {
    for thing in things {
      switch thing {
      case .box(let place): lines.append(indent + element(scene.boxes[place], place))
      case .frame(let place):
        let frame = scene.frames[place]
        let words = PlantUMLText.list([frame.title.text, frame.note?.text ?? ""])
        lines.append("\(indent)Boundary(f\(place), \(words)) {")
        write(nesting.inFrame[place], of: scene, nesting, indent: indent + "  ", to: &lines)
        lines.append("\(indent)}")
      }
    }
  }

  private static func element(_ box: Box, _ place: Int) -> String {
    let words = [CardWords.name(box), CardWords.note(box), CardWords.summary(box)]
    let external = box.look.isExternal ? "_Ext" : ""
    switch box.look.tone {
    case .person, .external, .system:
      // The macros of people and systems have no place for a technology.
      let macro = box.look.tone == .person ? "Person" : "System"
      let text = words.dropFirst().filter { !$0.isEmpty }.joined(separator: ": ")
      return "\(macro)\(external)(b\(place), \(PlantUMLText.list([words[0], text])))"
    case .application: return "Container\(external)(b\(place), \(PlantUMLText.list(words)))"
    case .store: return "ContainerDb\(external)(b\(place), \(PlantUMLText.list(words)))"
    case .channel: return "ContainerQueue\(external)(b\(place), \(PlantUMLText.list(words)))"
    case .module: return "Component\(external)(b\(place), \(PlantUMLText.list(words)))"
    }
  }

  private static func relation(_ arrow: Arrow) -> String {
    let words = PlantUMLText.list([CardWords.label(arrow), CardWords.option(arrow)])
    let tag =
      switch arrow.stroke {
      case .synchronous, .unknown: ""
      case .asynchronous: ", $tags=\"async\""
      case .batch: ", $tags=\"batch\""
      case .userInterface: ", $tags=\"ui\""
      }
    return "Rel(b\(arrow.source), b\(arrow.destination), \(words)\(tag))"
  }
}
