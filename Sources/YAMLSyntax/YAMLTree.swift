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

  /// One mapping with the entries of two, the second of which begins so many lines further down.
  ///
  /// Both consist of a mapping and have no aliases.
  init(joining first: YAMLTree, _ second: YAMLTree, linesBefore: UInt32) {
    // The second mapping itself is left out.
    let shift = UInt32(first.nodes.count) - 1
    let textShift = UInt32(first.scalarText.count)
    var nodes = first.nodes
    nodes.reserveCapacity(first.nodes.count + second.nodes.count)
    for place in second.nodes.indices.dropFirst() {
      var node = second.nodes[place]
      node.start.line += linesBefore
      node.end.line += linesBefore
      node.next += shift
      if node.kind == .scalar { node.text += textShift }
      nodes.append(node)
    }
    nodes[0].length += second.nodes[0].length
    nodes[0].end = second.nodes[0].end
    nodes[0].end.line += linesBefore
    nodes[0].next = UInt32(nodes.count)
    self.nodes = nodes
    scalarText = first.scalarText + second.scalarText
  }

  var count: Int { nodes.count }

  var hasAliases: Bool { nodes.contains { $0.kind == .alias } }

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

  func isMapping(_ index: Int) -> Bool { nodes[index].kind == .mapping }

  func isSequence(_ index: Int) -> Bool { nodes[index].kind == .sequence }

  /// The first index behind a node and all below it.
  func end(of index: Int) -> Int { Int(nodes[index].next) }

  /// The key of the first entry from an index on that nothing is wrong with; `end` where none is.
  func entry(from index: Int, below end: Int) -> Int {
    var key = index
    while key < end {
      let value = Int(nodes[key].next)
      guard value < end else { break }
      if !isDropped(key), !isDropped(value) { return key }
      key = Int(nodes[value].next)
    }
    return end
  }

  /// The first entry of a mapping whose key has just this text; nil where none has.
  func entry(of mapping: Int, reading word: String) -> YAMLNode.Entry? {
    guard isMapping(mapping) else { return nil }
    let end = end(of: mapping)
    var key = entry(from: mapping + 1, below: end)
    while key < end {
      let value = self.end(of: key)
      if reads(target(of: key), word) {
        return YAMLNode.Entry(tree: self, keyIndex: key, valueIndex: value)
      }
      key = entry(from: self.end(of: value), below: end)
    }
    return nil
  }

  /// The first item from an index on that nothing is wrong with; `end` where none is.
  func item(from index: Int, below end: Int) -> Int {
    var item = index
    while item < end, isDropped(item) { item = Int(nodes[item].next) }
    return min(item, end)
  }

  /// The node at an index, or the one that an alias there stands for.
  func node(_ index: Int) -> YAMLNode { YAMLNode(tree: self, index: target(of: index)) }

  private func target(of index: Int) -> Int {
    nodes[index].kind == .alias ? Int(nodes[index].text) : index
  }

  func withBytes<Answer>(_ index: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    let all = scalarText
    let span = all.span
    return body(span.extracting(bytes(of: index)))
  }

  func reads(_ index: Int, _ word: String) -> Bool {
    let bytes = bytes(of: index)
    let word = word.utf8.span
    guard nodes[index].kind == .scalar, bytes.count == word.count else { return false }
    for place in word.indices where word[place] != scalarText[bytes.lowerBound + place] {
      return false
    }
    return true
  }

  func place(_ index: Int, _ part: Range<Int>?, in table: TextTable) -> Int? {
    guard nodes[index].kind == .scalar else { return nil }
    let whole = bytes(of: index)
    let wanted = part.map { whole.lowerBound + $0.lowerBound..<whole.lowerBound + $0.upperBound }
    let all = scalarText
    let span = all.span
    return table.place(of: span.extracting(wanted ?? whole))
  }

  /// Whether the text is no longer than the longest word for nothing, `null`.
  func isShort(_ index: Int) -> Bool { nodes[index].length <= 4 }

  /// Where the text of a scalar stands; nowhere for a collection.
  private func bytes(of index: Int) -> Range<Int> {
    guard nodes[index].kind == .scalar else { return 0..<0 }
    let start = Int(nodes[index].text)
    return start..<start + Int(nodes[index].length)
  }

  private func isDropped(_ index: Int) -> Bool { nodes[index].flags & YTreeFlagDropped != 0 }
}

extension SourcePosition {
  init(_ place: YTreePlace) {
    self.init(line: Int(place.line), column: Int(place.column))
  }
}
