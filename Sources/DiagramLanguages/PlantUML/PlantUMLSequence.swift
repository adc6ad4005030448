import DiagramScene

/// Sequence diagrams of PlantUML.
enum PlantUMLSequence {
  static func text(of scene: Scene, _ marks: SequenceMarks) -> String {
    var lines = ["@startuml", "title \(PlantUMLText.escaped(scene.title))"]
    for (place, box) in scene.boxes.enumerated() {
      lines.append(
        "\(participant(box.look.tone)) \(PlantUMLText.list([CardWords.name(box)])) as b\(place)")
    }
    for stop in SequenceWalk.stops(of: scene, marks) {
      switch stop {
      case .opens(let place): lines.append(SequenceWalk.opening(marks.fragments[place]))
      case .parts: lines.append("else")
      case .closes: lines.append("end")
      case .step(let place): lines.append(message(scene.arrows[place]))
      }
    }
    return (lines + ["@enduml"]).joined(separator: "\n") + "\n"
  }

  private static func participant(_ tone: Tone) -> String {
    switch tone {
    case .person: "actor"
    case .store: "database"
    case .channel: "queue"
    case .system, .application, .module, .external: "participant"
    }
  }

  private static func message(_ arrow: Arrow) -> String {
    let line =
      switch arrow.stroke {
      case .synchronous, .unknown: "->"
      case .asynchronous, .batch, .userInterface: "->>"
      }
    let text = PlantUMLText.escaped(CardWords.full(arrow, separator: ", "))
    return "b\(arrow.source) \(line) b\(arrow.destination) : \(text.isEmpty ? "calls" : text)"
  }
}
