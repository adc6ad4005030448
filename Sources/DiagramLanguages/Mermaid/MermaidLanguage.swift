public import DiagramScene
import SolutionModel

/// Flowcharts and sequence diagrams of Mermaid, which GitHub, GitLab and most wikis draw.
public enum MermaidLanguage: DiagramLanguage {
  public static let name = "mermaid"
  public static let fileEnding = "mmd"
  public static let summary = "a Mermaid flowchart or sequence, for wikis and code hosts"

  public static func text(of drawing: PlacedScene) -> String {
    let scene = drawing.scene
    if let marks = scene.sequence { return MermaidSequence.text(of: scene, marks) }
    var lines = [
      "---", "title: \(MermaidText.yaml(scene.title))", "---",
      "flowchart \(scene.direction == .right ? "LR" : "TB")",
    ]
    let nesting = SceneNesting(scene)
    write(nesting.outermost, of: scene, nesting, indent: "  ", to: &lines)
    for (place, arrow) in scene.arrows.enumerated() {
      lines.append("  " + link(arrow))
      if arrow.stroke == .unknown { lines.append("  linkStyle \(place) stroke-width:1px") }
    }
    lines.append("  classDef external stroke-dasharray: 5 4")
    let external = scene.boxes.indices.filter { scene.boxes[$0].look.isExternal }
    if !external.isEmpty {
      lines.append("  class \(external.map { "b\($0)" }.joined(separator: ",")) external")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(
    _ things: [SceneNesting.Thing], of scene: Scene, _ nesting: SceneNesting, indent: String,
    to lines: inout [String]
  ) {
    for thing in things {
      switch thing {
      case .box(let place): lines.append("\(indent)b\(place)\(node(scene.boxes[place]))")
      case .frame(let place):
        let title = MermaidText.quoted([CardWords.title(scene.frames[place])])
        lines.append("\(indent)subgraph f\(place)[\(title)]")
        write(nesting.inFrame[place], of: scene, nesting, indent: indent + "  ", to: &lines)
        lines.append("\(indent)end")
      }
    }
  }

  private static func node(_ box: Box) -> String {
    let label = MermaidText.quoted([
      CardWords.name(box), CardWords.note(box), CardWords.summary(box),
    ])
    return switch box.look.tone {
    case .person: "([\(label)])"
    case .store: "[(\(label))]"
    case .channel: "[[\(label)]]"
    case .system, .application, .module, .external: "[\(label)]"
    }
  }

  private static func link(_ arrow: Arrow) -> String {
    let words = [CardWords.label(arrow), CardWords.option(arrow)].filter { !$0.isEmpty }
    let label = words.isEmpty ? "" : "|\(MermaidText.quoted(words))|"
    let line =
      switch arrow.stroke {
      case .synchronous, .unknown: "-->"
      case .asynchronous, .userInterface: "-.->"
      case .batch: "==>"
      }
    return "b\(arrow.source) \(line)\(label) b\(arrow.destination)"
  }
}
