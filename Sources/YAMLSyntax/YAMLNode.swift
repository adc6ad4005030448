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

  let tree: YAMLTree
  /// Never that of an alias.
  let index: Int

  public var kind: Kind { tree.kind(index) }
  /// From the first character to behind the last one, quotes and brackets included, anchor and tag
  /// not; a block collection ends with its last member, a block scalar with its last line.
  ///
  /// Where an alias stands for the node, this is still the place of the node itself.
  public var range: SourceRange { tree.range(index) }
  /// The text of a scalar as YAML reads it; empty for a collection.
  public var text: String { tree.text(index) }
  /// Of a scalar; `plain` for a collection.
  public var style: ScalarStyle { tree.style(index) }
  /// Whether it is a scalar whose text may mean something else than itself: a number, for example.
  public var isPlain: Bool { tree.isPlain(index) }
  /// Whether it is a collection in brackets or braces.
  public var isFlow: Bool { tree.isFlow(index) }
  /// The entries of a mapping in the order of the text; empty for anything else.
  ///
  /// An entry that a diagnostic refuses, such as one with a key given before, is left out.
  public var entries: Entries { Entries(tree: tree, mapping: index) }
  /// The items of a sequence in the order of the text; empty for anything else.
  public var items: Items { Items(tree: tree, sequence: index) }

  /// The first entry whose key has just this text; nil where none has.
  public func entry(reading word: String) -> Entry? { tree.entry(of: index, reading: word) }
  /// Whether it is a scalar with just this text; no `String` is made of it.
  public func reads(_ word: String) -> Bool { tree.reads(index, word) }
  /// The number of its text in a table; nil for a collection and a text that is not in the table.
  public func place(in table: TextTable) -> Int? { tree.place(index, nil, in: table) }
  /// The number of a part of its text, given in bytes, in a table.
  public func place(of part: Range<Int>, in table: TextTable) -> Int? {
    tree.place(index, part, in: table)
  }
  /// Calls back with the bytes of the text of a scalar; with none for a collection.
  public func withBytes<Answer>(_ body: (Span<UInt8>) -> Answer) -> Answer {
    tree.withBytes(index, body)
  }
}
