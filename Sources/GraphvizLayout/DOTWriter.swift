public import DiagramScene
import SolutionModel

/// Writes a scene in the DOT language, for Graphviz and the many tools that read it.
///
/// Whatever stands in a model, the text is valid DOT, nothing in it is taken for an escape or an
/// entity, and nothing makes Graphviz open a file.
public enum DOTWriter {
  public static func text(of scene: Scene) -> String {
    var lines = [
      "digraph \(quoted(scene.id)) {",
      "  graph [label=\(quoted(scene.title)), labelloc=t, rankdir=\(rankdir(scene)), newrank=true,"
        + " fontname=\"Arial\", fontsize=16, nodesep=0.5, ranksep=0.7];",
      "  node [fontname=\"Arial\", fontsize=11, style=\"rounded,filled\", fillcolor=\"#ffffff\","
        + " shape=box, margin=\"0.2,0.1\"];",
      "  edge [fontname=\"Arial\", fontsize=10];",
    ]
    let contents = SceneNesting(scene)
    write(contents.outermost, of: scene, contents, indent: 1, to: &lines)
    lines += scene.arrows.map { "  \(edge($0, of: scene))" }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(
    _ things: [SceneNesting.Thing], of scene: Scene, _ contents: SceneNesting, indent: Int,
    to lines: inout [String]
  ) {
    let space = String(repeating: "  ", count: indent)
    for thing in things {
      switch thing {
      case .box(let place):
        lines.append(space + node(scene.boxes[place]))
      case .frame(let place):
        let frame = scene.frames[place]
        let title = [frame.title.text] + (frame.note.map { ["[\($0.text)]"] } ?? [])
        let border = frame.isExternal ? "dashed" : "solid"
        lines.append("\(space)subgraph \(quoted("cluster-\(frame.id)")) {")
        lines.append(
          "\(space)  graph [label=\(quoted(title)), labeljust=l, style=\(border), fontsize=12];")
        write(contents.inFrame[place], of: scene, contents, indent: indent + 1, to: &lines)
        lines.append("\(space)}")
      }
    }
  }

  private static func rankdir(_ scene: Scene) -> String {
    scene.direction == .right ? "LR" : "TB"
  }

  private static func node(_ box: Box) -> String {
    var attributes = [
      "label=\(quoted((box.name + box.note + box.summary + box.chips).map(\.text)))"
    ]
    switch box.look.tone {
    case .store: attributes.append("shape=cylinder, style=filled")
    case .channel: attributes.append("shape=cds, style=filled")
    case .person: attributes.append("penwidth=2")
    case .system, .application, .module, .external: break
    }
    if box.look.isExternal {
      attributes.append("style=\"filled,dashed\", fillcolor=\"#f1f5f9\"")
    }
    return "\(quoted(box.id)) [\(attributes.joined(separator: ", "))];"
  }

  private static func edge(_ arrow: Arrow, of scene: Scene) -> String {
    let ends = [arrow.source, arrow.destination].map { quoted(scene.boxes[$0].id) }
    var attributes = ["id=\(quoted(arrow.id))", style(arrow.stroke)]
    let steps = arrow.steps.isEmpty ? [] : [arrow.steps.joined(separator: ", ")]
    let words = steps + arrow.label.map(\.text)
    if !words.isEmpty { attributes.insert("label=\(quoted(words))", at: 0) }
    return "\(ends[0]) -> \(ends[1]) [\(attributes.joined(separator: ", "))];"
  }

  private static func style(_ stroke: Arrow.Stroke) -> String {
    switch stroke {
    case .synchronous: "style=solid"
    case .asynchronous: "style=dashed"
    case .batch: "style=bold"
    case .userInterface: "style=dotted"
    case .unknown: "penwidth=0.6"
    }
  }

  private static func quoted(_ lines: [String]) -> String {
    "\"" + lines.map(escaped).joined(separator: "\\n") + "\""
  }

  private static func quoted(_ text: String) -> String { quoted([text]) }

  /// Backslashes begin escapes such as `\N`, and `&` begins entities, in all that Graphviz shows.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "&": escaped += "&amp;"
      case "\n": escaped += "\\n"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
