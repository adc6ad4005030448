import SourceText
import YAMLSyntax

/// A scalar, or a part of one, that names something.
///
/// No `String` is made of it until it is shown.
struct NamePart {
  private let node: YAMLNode
  /// In bytes; nil for the whole scalar.
  private let part: Range<Int>?

  init(_ node: YAMLNode, _ part: Range<Int>? = nil) {
    self.node = node
    self.part = part
  }

  var text: String { part.map { node.text.part($0) } ?? node.text }

  var range: SourceRange {
    guard let part else { return node.range }
    return node.range(of: node.withBytes { $0.scalarRange(of: part) })
  }

  /// Its number in a table of names.
  func place(in table: TextTable) -> Int? {
    part.map { node.place(of: $0, in: table) } ?? node.place(in: table)
  }
}

extension YAMLNode {
  /// Whether an arrow stands in its text.
  var hasArrow: Bool { withBytes { $0.arrow(from: 0) != nil } }
}
