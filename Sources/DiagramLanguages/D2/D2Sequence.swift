import DiagramScene

/// Sequence diagrams of D2.
enum D2Sequence {
  static func text(of scene: Scene, _ marks: SequenceMarks) -> String {
    var lines = [
      "title: \(D2Text.quoted(scene.title)) { near: top-center; shape: text; style.font-size: 24 }",
      "sequence: '' {", "  shape: sequence_diagram",
    ]
    for (place, box) in scene.boxes.enumerated() {
      lines.append("  b\(place): \(D2Text.quoted(CardWords.name(box)))")
    }
    var indent = "  "
    for stop in SequenceWalk.stops(of: scene, marks) {
      switch stop {
      case .opens(let place):
        lines.append("\(indent)g\(place): \(D2Text.quoted(marks.fragments[place].title.text)) {")
        indent += "  "
      case .parts: break
      case .closes:
        indent.removeLast(2)
        lines.append(indent + "}")
      case .step(let place):
        let arrow = scene.arrows[place]
        let label = D2Text.quoted(CardWords.full(arrow, separator: " · "))
        lines.append("\(indent)b\(arrow.source) -> b\(arrow.destination): \(label)")
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}
