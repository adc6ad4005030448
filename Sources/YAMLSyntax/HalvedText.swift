import CYAMLShim
import SourceText
import Synchronization

/// A large text in two parts that are read side by side: each is a mapping of its own at the left
/// margin, and together they are the text.
///
/// Most of the time of reading a model is spent in libyaml, which knows one processor only.
struct HalvedText {
  private let text: String
  /// The first byte of the second part.
  private let middle: Int
  private let linesBefore: UInt32

  /// Shorter texts are read before a thread has started.
  private static let fewestBytes = 200_000
  /// More keys at the top level are not compared with each other.
  private static let mostKeys: UInt32 = 200

  /// Fails for a short text, and where nothing at the left margin parts it.
  init?(_ text: String) {
    guard text.utf8.count >= Self.fewestBytes else { return nil }
    var lines: UInt32 = 0
    let found = text.utf8.withContiguousStorageIfAvailable {
      ytree_middle($0.baseAddress, $0.count, &lines)
    }
    guard let found, found > 0 else { return nil }
    self.text = text
    middle = found
    linesBefore = lines
  }

  /// The tree of the whole text; nil when it has to be read in one piece after all, because
  /// something is wrong in it, or because a part may mean something else by itself.
  func tree(_ limits: YAMLLimits, share: YAMLParser.Share) -> YAMLTree? {
    let halves = Mutex<[YAMLTree?]>([nil, nil])
    share(2) { piece in
      let tree = tree(ofHalf: piece, limits)
      halves.withLock { $0[piece] = tree }
    }
    let (first, second) = halves.withLock { ($0[0], $0[1]) }
    guard let first, let second, let near = first.root, let far = second.root,
      Self.canJoin(near, far), first.count + second.count <= limits.nodes
    else { return nil }
    return YAMLTree(joining: first, second, linesBefore: linesBefore)
  }

  private func tree(ofHalf piece: Int, _ limits: YAMLLimits) -> YAMLTree? {
    let tree = text.utf8.withContiguousStorageIfAvailable { bytes -> YAMLTree? in
      let part = UnsafeBufferPointer(rebasing: piece == 0 ? bytes[..<middle] : bytes[middle...])
      var parsed = ytree_parse(part.baseAddress, part.count, YTreeLimits(limits))
      defer { ytree_free(&parsed) }
      guard parsed.complete, parsed.problem_count == 0 else { return nil }
      return YAMLTree(parsed)
    }
    guard let tree, let tree, tree.isPlainMapping, !tree.hasAliases else { return nil }
    return tree
  }

  /// Whether two mappings are one when they stand below each other: no key stands in both, and the
  /// first one does not end with a value that may only begin in the second.
  private static func canJoin(_ first: YAMLNode, _ second: YAMLNode) -> Bool {
    let keys = first.entries.map(\.key.text)
    let others = second.entries.map(\.key.text)
    guard keys.count <= mostKeys, others.count <= mostKeys, Set(keys).isDisjoint(with: others),
      let last = Array(first.entries).last?.value
    else { return false }
    return last.kind != .scalar || !last.text.isEmpty
  }
}

extension YAMLTree {
  /// Whether it is nothing but a mapping without brackets.
  fileprivate var isPlainMapping: Bool { count > 0 && isMapping(0) && !isFlow(0) }
}
