public import SourceText

extension YAMLNode {
  /// A key of a mapping with its value.
  public struct Entry: Sendable {
    let tree: YAMLTree
    let keyIndex: Int
    let valueIndex: Int

    /// Always a scalar, and equal to no other key of the mapping.
    public var key: YAMLNode { tree.node(keyIndex) }
    public var value: YAMLNode { tree.node(valueIndex) }

    /// From the start of the key to the end of the value.
    public var range: SourceRange { SourceRange(start: key.range.start, end: value.range.end) }
  }

  /// The entries of a mapping, found one after the other as they are asked for.
  public struct Entries: Collection, Sendable {
    /// The place of an entry.
    public struct Index: Comparable, Sendable {
      let key: Int

      public static func < (left: Self, right: Self) -> Bool { left.key < right.key }
    }

    private let tree: YAMLTree
    private let end: Int
    public let startIndex: Index

    init(tree: YAMLTree, mapping index: Int) {
      self.tree = tree
      end = tree.end(of: index)
      let first = tree.isMapping(index) ? tree.entry(from: index + 1, below: end) : end
      startIndex = Index(key: first)
    }

    public var endIndex: Index { Index(key: end) }

    public func index(after index: Index) -> Index {
      Index(key: tree.entry(from: tree.end(of: tree.end(of: index.key)), below: end))
    }

    public subscript(index: Index) -> Entry {
      Entry(tree: tree, keyIndex: index.key, valueIndex: tree.end(of: index.key))
    }
  }

  /// The items of a sequence, found one after the other as they are asked for.
  public struct Items: Collection, Sendable {
    /// The place of an item.
    public struct Index: Comparable, Sendable {
      let item: Int

      public static func < (left: Self, right: Self) -> Bool { left.item < right.item }
    }

    private let tree: YAMLTree
    private let end: Int
    public let startIndex: Index

    init(tree: YAMLTree, sequence index: Int) {
      self.tree = tree
      end = tree.end(of: index)
      let first = tree.isSequence(index) ? tree.item(from: index + 1, below: end) : end
      startIndex = Index(item: first)
    }

    public var endIndex: Index { Index(item: end) }

    public func index(after index: Index) -> Index {
      Index(item: tree.item(from: tree.end(of: index.item), below: end))
    }

    public subscript(index: Index) -> YAMLNode { tree.node(index.item) }
  }
}
