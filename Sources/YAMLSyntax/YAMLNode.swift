public import SourceText

/// A node of a parsed YAML text, with its exact place.
///
/// A handle into a tree: cheap to copy, and it keeps the tree alive. Aliases are followed already;
/// their cost was counted when the tree was made.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Kind: Hashable, Sendable {
    case scalar, sequence, mapping
  }

  /// How a scalar was written; a plain one may be a number, a truth value or nothing.
  public enum ScalarStyle: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// A key of a mapping with its value.
  public struct Entry: Sendable {
    public let key: YAMLNode
    public let value: YAMLNode
  }

  let tree: YAMLTree
  let index: Int32

  public var kind: Kind { tree.kind(index) }
  /// From the first character to behind the last one; a collection ends with its last member.
  public var range: SourceRange { tree.range(index) }
  /// The text of a scalar as YAML reads it; empty for a collection.
  public var text: String { tree.text(index) }
  /// Of a scalar; `plain` for a collection.
  public var style: ScalarStyle { tree.style(index) }
  /// The entries of a mapping in the order of the text; empty for anything else.
  public var entries: [Entry] { tree.entries(index, self) }
  /// The items of a sequence; empty for anything else.
  public var items: [YAMLNode] { tree.items(index, self) }
  /// Whether it is a plain scalar that YAML 1.2 reads as nothing: ``, `~` or `null`.
  public var isNull: Bool { style == .plain && kind == .scalar && ["", "~", "null", "Null", "NULL"].contains(text) }
}
