import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// A tree to be written by plain means and read back.
private indirect enum Tree: Hashable {
  case scalar(String)
  case sequence([Tree])
  case mapping([Pair])

  struct Pair: Hashable {
    let key: String
    let value: Tree
  }

  init(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: self = .scalar(node.text)
    case .sequence: self = .sequence(node.items.map(Tree.init))
    case .mapping:
      self = .mapping(node.entries.map { Pair(key: $0.key.text, value: Tree($0.value)) })
    }
  }

  static func random(depth: Int, _ random: inout SeededRandom) -> Tree {
    switch random.number(below: depth == 0 ? 1 : 4) {
    case 0: return .scalar(["x", "two words", "é", "", "1", "a\nb", "'"][random.number(below: 7)])
    case 1:
      return .sequence(
        (0..<random.number(below: 4)).map { _ in .random(depth: depth - 1, &random) })
    default:
      return .mapping(
        (0..<random.number(below: 12)).map {
          Pair(key: "k\($0)", value: .random(depth: depth - 1, &random))
        })
    }
  }

  /// In flow style, or in block style with random depths of indentation and comments.
  func text(indentation: Int, _ random: inout SeededRandom) -> String {
    let isEmpty = self == .sequence([]) || self == .mapping([])
    if isEmpty || random.chance(0.2) { return " " + flow }
    let spaces = String(repeating: " ", count: indentation)
    let deeper = indentation + 1 + random.number(below: 3)
    let comment = random.chance(0.2) ? "  # why: [not\n" : "\n"
    switch self {
    case .scalar(let text): return " " + YAMLWriter.scalar(text)
    case .sequence(let items):
      return items.reduce(into: comment) { text, item in
        text += "\(spaces)-\(item.text(indentation: deeper, &random))\n"
      }
    case .mapping(let pairs):
      return pairs.reduce(into: comment) { text, pair in
        text += "\(spaces)\(pair.key):\(pair.value.text(indentation: deeper, &random))\n"
      }
    }
  }

  private var flow: String {
    switch self {
    case .scalar(let text): return YAMLWriter.scalar(text)
    case .sequence(let items): return "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      return "{" + pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
}

@Suite struct RandomTreeTests {
  @Test("a tree that is written is read back", arguments: 0..<150)
  func readsBack(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let tree = Tree.random(depth: 5, &random)
    let text = tree.text(indentation: 0, &random)
    let document = YAMLParser.parse(SourceFile(path: "a.yaml", text: text))
    #expect(document.diagnostics.isEmpty)
    #expect(Tree(try #require(document.root)) == tree)
  }

  @Test("the text in the range of a node, read by itself, is that node", arguments: 0..<40)
  func rangesHoldTheirNodes(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let text = Tree.random(depth: 3, &random).text(indentation: 0, &random)
    let file = SourceFile(path: "a.yaml", text: text)
    try Self.expectRangesHold(try #require(YAMLParser.parse(file).root), in: file)
  }

  private static func expectRangesHold(_ node: YAMLNode, in file: SourceFile) throws {
    // Its own column, so that the lines of a block collection stay below one another.
    let indentation = String(repeating: " ", count: node.range.start.column - 1)
    let text = indentation + file.text(in: node.range)
    let alone = try #require(YAMLParser.parse(SourceFile(path: "b.yaml", text: text)).root)
    #expect(Tree(alone) == Tree(node))
    for member in node.items + node.entries.map(\.value) { try expectRangesHold(member, in: file) }
  }

  @Test("keys given again are just those that a plain comparison finds", arguments: 0..<100)
  func findsDuplicates(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let keys = (0..<random.number(below: 40)).map { _ in "k\(random.number(below: 30))" }
    let text = "root:\n" + keys.map { "  \($0): 1\n" }.joined()
    let document = YAMLParser.parse(SourceFile(path: "a.yaml", text: text))
    var expected: [Int: Int] = [:]
    for (index, key) in keys.enumerated() {
      let first = keys.firstIndex(of: key) ?? index
      if first < index { expected[index + 2] = first + 2 }
    }
    let found = document.diagnostics.map { diagnostic in
      (diagnostic.location.range.start.line, diagnostic.notes.first?.location?.range.start.line)
    }
    #expect(found.map(\.0) == expected.keys.sorted())
    #expect(found.map(\.1) == expected.sorted { $0.key < $1.key }.map(\.value))
    let kept = document.root?.entries.first?.value.entries.map(\.key.text) ?? []
    #expect(kept.count == Set(keys).count)
    #expect(Set(kept) == Set(keys))
  }
}
