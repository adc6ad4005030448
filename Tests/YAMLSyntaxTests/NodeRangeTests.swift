import SourceText
import TestSupport
import Testing
import YAMLSyntax

extension YAMLNode {
  /// The node and all below it, in the order of the text; an alias's target is not repeated.
  fileprivate var nodesInOrder: [YAMLNode] {
    [self] + entries.flatMap { $0.key.nodesInOrder + $0.value.nodesInOrder }
      + items.flatMap(\.nodesInOrder)
  }
}

@Suite struct NodeRangeTests {
  /// Every node is marked.
  private static let samples = [
    "⟦⟦key⟧: ⟦value⟧⟧",
    "⟦⟦key⟧: ⟦value⟧⟧   # why\n",
    "---\n⟦⟦key⟧: ⟦value⟧⟧\n...\n",
    "\n# first\n⟦⟦a⟧: ⟦1⟧\n\n⟦b⟧:⟦⟧\n⟦c⟧:    ⟦two words⟧⟧\n\n",
    "⟦⟦größe⟧: ⟦\"漢字 🚀\"⟧\n⟦'it''s'⟧: ⟦\"a\\tb\"⟧⟧\n",
    "⟦- ⟦a⟧\n- ⟦- ⟦b⟧\n  - ⟦c⟧⟧\n-⟦⟧\n- ⟦⟦d⟧: ⟦e⟧\n  ⟦f⟧:⟦⟧⟧⟧\n",
    "⟦⟦a⟧:\n⟦- ⟦b⟧\n- ⟦⟦c⟧: ⟦d⟧⟧⟧\n⟦e⟧: ⟦f⟧⟧\n",
    "⟦⟦a⟧: ⟦[⟦b⟧, ⟦{⟦c⟧: ⟦d⟧, ⟦e⟧⟦⟧}⟧, ⟦⟦f⟧: ⟦g⟧⟧, ⟦[]⟧, ⟦{ }⟧]⟧⟧\n",
    "⟦{⟦\"a\"⟧: ⟦[\n  ⟦1⟧,\n  ⟦2⟧\n]⟧, ⟦b⟧⟦⟧ }⟧\n",
    "⟦⟦a⟧: ⟦one\n  two\n  three⟧\n⟦b⟧: ⟦\"x\n  y\"⟧⟧\n",
    "⟦⟦a⟧: ⟦|\n  one\n  two⟧\n⟦b⟧: ⟦>-\n  one\n\n  two⟧\n\n\n⟦c⟧: ⟦|+\n  one⟧\n\n⟦d⟧:⟦⟧⟧\n",
    "⟦⟦a⟧:\n  ⟦⟦b⟧: ⟦|\n    deep⟧⟧\n# why\n⟦c⟧: ⟦d⟧⟧\n",
    "⟦⟦a⟧: ⟦|2-⟧\n⟦b⟧: ⟦>⟧ # why\n⟦c⟧: ⟦|\n  x  ⟧\n   \n⟦d⟧:⟦⟧⟧",
    "⟦⟦a⟧: &x ⟦one⟧\n⟦b⟧: &y\n  ⟦⟦c⟧: ⟦d⟧⟧\n⟦e⟧: !!map &z # why\n\n  ⟦⟦f⟧: ⟦g⟧⟧\n⟦h⟧: &w !!seq\n⟦- ⟦i⟧⟧⟧\n",
    "⟦⟦a⟧: !!str ⟦1⟧\n⟦b⟧: ! ⟦x⟧\n⟦c⟧: &v ⟦[⟦1⟧]⟧\n⟦d⟧: !!str &u ⟦\"q\"⟧\n⟦e⟧: &t⟦⟧⟧\n",
    "⟦? ⟦a⟧\n: ⟦b⟧\n? ⟦c⟧⟦⟧⟧\n",
    "⟦plain⟧",
    "⟦\"quoted\"⟧ # why",
    "⟦|\n  text⟧\n",
  ]

  private static func expectRanges(_ markedText: String) throws {
    let marked = MarkedText(markedText)
    let file = SourceFile(path: "model.yaml", text: marked.text)
    let document = YAMLParser.parse(file)
    #expect(document.diagnostics.isEmpty)
    #expect(document.isComplete)
    let ranges = try #require(document.root).nodesInOrder.map(\.range)
    let texts = ranges.map { file.text(in: $0) }
    #expect(texts == marked.ranges.map { file.text(in: $0) })
    #expect(ranges == marked.ranges)
  }

  @Test("a node begins and ends where the eye sees it", arguments: samples)
  func rangesAreExact(_ markedText: String) throws { try Self.expectRanges(markedText) }

  @Test("CR LF and lone CR are line ends as LF is", arguments: samples)
  func rangesHoldForAllLineEnds(_ markedText: String) throws {
    try Self.expectRanges(markedText.replacing("\n", with: "\r\n"))
    try Self.expectRanges(markedText.replacing("\n", with: "\r"))
  }

  @Test("what stands before a node does not shift it", arguments: samples)
  func rangesHoldBehindOtherText(_ markedText: String) throws {
    try Self.expectRanges("# ключ 𝄞 e\u{301}\n\n" + markedText)
    // The document in the value of a key: its root ends where that of the whole text does.
    guard !markedText.contains("---"), let end = markedText.lastIndex(of: "⟧") else { return }
    let nested = "⟦⟦ключ 𝄞⟧:\n" + markedText[..<end] + "⟧" + markedText[end...]
    try Self.expectRanges(nested.replacing("\n", with: "\n  "))
  }

  @Test("an alias has the place of what it stands for")
  func aliasesHaveTheTargetsPlace() throws {
    let marked = MarkedText("a: &x ⟦[b, c]⟧\nd: *x\n")
    let file = SourceFile(path: "model.yaml", text: marked.text)
    let entries = Array(try #require(YAMLParser.parse(file).root).entries)
    #expect(entries.map(\.value.range) == [marked.ranges[0], marked.ranges[0]])
    #expect(entries[1].value.items.map(\.text) == ["b", "c"])
  }

  @Test("an entry reaches from its key to its value")
  func entriesHaveRanges() throws {
    let marked = MarkedText("⟦a: [1,\n 2]⟧\n⟦b:⟧\n")
    let file = SourceFile(path: "model.yaml", text: marked.text)
    let entries = try #require(YAMLParser.parse(file).root).entries
    #expect(entries.map(\.range) == marked.ranges)
  }
}
