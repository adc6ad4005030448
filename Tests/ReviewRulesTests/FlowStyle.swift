import SourceText
import YAMLSyntax

/// A YAML text again, with every map in braces and every list in brackets, on one line.
enum FlowStyle {
  static func text(of blockText: String) -> String {
    let file = SourceFile(path: "example.yaml", text: blockText)
    return (YAMLParser.parse(file).root.map(text) ?? "") + "\n"
  }

  private static func text(_ node: YAMLNode) -> String {
    switch node.kind {
    case .mapping:
      let entries = node.entries.map { "\(scalar($0.key)): \(text($0.value))" }
      return "{" + entries.joined(separator: ", ") + "}"
    case .sequence: return "[" + node.items.map(text).joined(separator: ", ") + "]"
    case .scalar: return scalar(node)
    }
  }

  /// A number stays one, and a text stays a text.
  private static func scalar(_ node: YAMLNode) -> String {
    let hasMeaning = node.isNull || node.number != nil || node.truthValue != nil
    return hasMeaning ? node.text : YAMLWriter.scalar(node.text)
  }
}
