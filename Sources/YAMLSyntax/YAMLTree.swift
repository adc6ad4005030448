import CYAMLShim
import SourceText

/// All nodes of a text in one array, all scalar text in one buffer: no `String` until it is asked
/// for.
final class YAMLTree: Sendable {
  private let nodes: [YTreeNode]
  private let scalarText: [UInt8]

  init(_ tree: YTree) {
    nodes = Array(UnsafeBufferPointer(start: tree.nodes, count: tree.node_count))
    scalarText = Array(UnsafeBufferPointer(start: tree.text, count: tree.text_count))
  }

  /// The node that the text consists of, or nil for a text without any.
  var root: YAMLNode? {
    guard !nodes.isEmpty, !isDropped(0) else { return nil }
    return node(0)
  }

  func kind(_ index: Int) -> YAMLNode.Kind {
    switch nodes[index].kind {
    case .scalar, .alias: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    @unknown default: .scalar
    }
  }

  func range(_ index: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(nodes[index].start), end: SourcePosition(nodes[index].end))
  }

  func text(_ index: Int) -> String {
    guard nodes[index].kind == .scalar else { return "" }
    return text(at: nodes[index].text, count: nodes[index].length)
  }

  /// The place of a scalar in quotes; nil for anything else and outside the tree.
  func quotedRange(_ index: Int) -> SourceRange? {
    guard nodes.indices.contains(index) else { return nil }
    switch style(index) {
    case .singleQuoted, .doubleQuoted: return range(index)
    case .plain, .literal, .folded: return nil
    }
  }

  /// The place of a collection in brackets; nil for anything else and outside the tree.
  func flowRange(_ index: Int) -> SourceRange? {
    nodes.indices.contains(index) && isFlow(index) ? range(index) : nil
  }

  /// The text of a key, which may be an alias.
  func text(ofKey index: Int) -> String { node(index).text }

  func text(at start: UInt32, count: UInt32) -> String {
    String(decoding: scalarText[Int(start)..<Int(start) + Int(count)], as: UTF8.self)
  }

  func style(_ index: Int) -> YAMLNode.ScalarStyle {
    switch nodes[index].style {
    case .plain: .plain
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    @unknown default: .plain
    }
  }

  func isPlain(_ index: Int) -> Bool {
    nodes[index].kind == .scalar && nodes[index].style == .plain
      && nodes[index].flags & YTreeFlagString == 0
  }

  func isFlow(_ index: Int) -> Bool { nodes[index].flags & YTreeFlagFlow != 0 }

  func entries(_ index: Int) -> [YAMLNode.Entry] {
    guard nodes[index].kind == .mapping else { return [] }
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(Int(nodes[index].length) / 2)
    let end = Int(nodes[index].next)
    var key = index + 1
    while key < end {
      let value = Int(nodes[key].next)
      guard value < end else { break }
      if !isDropped(key), !isDropped(value) {
        entries.append(YAMLNode.Entry(key: node(key), value: node(value)))
      }
      key = Int(nodes[value].next)
    }
    return entries
  }

  func items(_ index: Int) -> [YAMLNode] {
    guard nodes[index].kind == .sequence else { return [] }
    var items: [YAMLNode] = []
    items.reserveCapacity(Int(nodes[index].length))
    let end = Int(nodes[index].next)
    var item = index + 1
    while item < end {
      if !isDropped(item) { items.append(node(item)) }
      item = Int(nodes[item].next)
    }
    return items
  }

  /// The node at an index, or the one that an alias there stands for.
  private func node(_ index: Int) -> YAMLNode {
    let target = nodes[index].kind == .alias ? Int(nodes[index].text) : index
    return YAMLNode(tree: self, index: target)
  }

  private func isDropped(_ index: Int) -> Bool { nodes[index].flags & YTreeFlagDropped != 0 }
}

extension SourcePosition {
  init(_ place: YTreePlace) {
    self.init(line: Int(place.line), column: Int(place.column))
  }
}
