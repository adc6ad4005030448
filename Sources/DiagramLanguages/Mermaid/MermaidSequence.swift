import DiagramScene

/// Sequence diagrams of Mermaid.
enum MermaidSequence {
  static func text(of scene: Scene, _ marks: SequenceMarks) -> String {
    var lines = ["---", "title: \(MermaidText.yaml(scene.title))", "---", "sequenceDiagram"]
    for (place, box) in scene.boxes.enumerated() {
      let kind = box.look.tone == .person ? "actor" : "participant"
      lines.append("  \(kind) b\(place) as \(MermaidText.plain(CardWords.name(box)))")
    }
    var indent = "  "
    for stop in SequenceWalk.stops(of: scene, marks) {
      switch stop {
      case .opens(let place):
        lines.append(indent + SequenceWalk.opening(marks.fragments[place]))
        indent += "  "
      case .parts: lines.append(String(indent.dropLast(2)) + "and")
      case .closes:
        indent.removeLast(2)
        lines.append(indent + "end")
      case .step(let place): lines.append(indent + message(scene.arrows[place]))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func message(_ arrow: Arrow) -> String {
    let line =
      switch arrow.stroke {
      case .synchronous, .unknown: "->>"
      case .asynchronous, .batch, .userInterface: "--)"
      }
    let text = MermaidText.plain(CardWords.full(arrow, separator: ", "))
    return "b\(arrow.source)\(line)b\(arrow.destination): \(text.isEmpty ? "calls" : text)"
  }
}
