import SourceText
import Synchronization
import Testing

@testable import YAMLSyntax

@Suite struct HalvedTextTests {
  /// A text of many entries under the given heads, long enough to be halved.
  private static func text(_ heads: [String], entries: Int = 4000) -> String {
    heads.map { head in
      head + "\n"
        + (0..<entries).map { "  key-\($0): [{ name: 'a thing', text: \"ä → \($0)\" }, plain]\n" }
        .joined()
    }.joined()
  }

  private static func isHalved(_ text: String) -> Bool {
    HalvedText(text)?.tree(YAMLLimits(), share: inTurn) != nil
  }

  private static func inTurn(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    for number in 0..<count { piece(number) }
  }

  /// All that a tree says, with its places.
  private static func dump(_ node: YAMLNode, into lines: inout [String]) {
    lines.append("\(node.kind) \(node.range) \(node.text)")
    for entry in node.entries {
      lines.append("key \(entry.key.range) \(entry.key.text)")
      dump(entry.value, into: &lines)
    }
    for item in node.items { dump(item, into: &lines) }
  }

  @Test("two halves give the tree of the whole, places and all")
  func sameTree() throws {
    let text = "# a comment\nlintel: 1\n" + Self.text(["apps:  # more", "links:", "flows:"])
    try #require(Self.isHalved(text))
    let file = SourceFile(path: "a.yaml", text: text)
    var whole: [String] = []
    var joined: [String] = []
    Self.dump(try #require(YAMLParser.parse(file).root), into: &whole)
    Self.dump(try #require(YAMLParser.parse(file, share: Self.inTurn).root), into: &joined)
    #expect(whole == joined)
    #expect(whole.count > 30_000)
  }

  @Test(
    "what a half may read otherwise than the whole is read in one piece",
    arguments: [
      text(["a: &x", "b:"]) + "c: *x\n", text(["a:", "a:"]), text(["a:", "...\nb:"]),
      text(["a:", "---\nb:"]), text(["a:"]) + "b: \"open\n" + text(["c:"]) + "d\"\n",
      text(["a:"]) + "b: |\n  text\n" + text(["c:"]) + "d: [\n",
      text(["a:"]).split(separator: "\n").joined(separator: "\r\n") + "\r\n" + text(["b:"]),
      text(["a: !thing", "b:"]), text(["a:"]) + "b:\nc:\n" + text(["d:"]),
      "{ a: 1 }\n" + text(["b:"]), text(["- a:", "b:"]),
      text(["a:"]) + "b: \u{2028}\n" + text(["c:"]),
    ])
  func onePiece(_ text: String) {
    let file = SourceFile(path: "a.yaml", text: text)
    let whole = YAMLParser.parse(file)
    let joined = YAMLParser.parse(file, share: Self.inTurn)
    #expect(whole.diagnostics == joined.diagnostics)
    #expect(whole.isComplete == joined.isComplete)
    var lines: [String] = []
    var other: [String] = []
    if let root = whole.root { Self.dump(root, into: &lines) }
    if let root = joined.root { Self.dump(root, into: &other) }
    #expect(lines == other)
  }

  @Test("a short text is not halved")
  func short() { #expect(!Self.isHalved("a:\n  b: 1\nc:\n  d: 2\n")) }
}
