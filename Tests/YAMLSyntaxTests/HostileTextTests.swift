import SourceText
import Testing
import YAMLSyntax

/// Texts that are made to use up the machine.
@Suite struct HostileTextTests {
  private static func document(
    _ text: String, limits: YAMLLimits = YAMLLimits()
  ) -> YAMLDocument {
    YAMLParser.parse(SourceFile(path: "model.yaml", text: text), limits: limits)
  }

  private static let nests = [
    "[", "{a: ", "- ", "? ", "[{a: ", "[\n", "{\n\"a\":\n",
  ]

  @Test("a hundred thousand collections in one another are refused", arguments: nests)
  func limitsDepth(_ opening: String) throws {
    let document = Self.document(String(repeating: opening, count: 100_000))
    #expect(!document.isComplete)
    let last = try #require(document.diagnostics.last)
    #expect(last.message == "lists and mappings are nested too deep (limit 100)")
    #expect(document.root != nil)
  }

  @Test("block mappings in one another are refused at the first that is too deep")
  func limitsBlockDepth() throws {
    let lines = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }
    let document = Self.document(lines.joined())
    #expect(document.diagnostics.map(\.id) == ["nested-too-deep"])
    #expect(document.diagnostics.map(\.location.description) == ["model.yaml:101:101"])
    let fits = lines.prefix(100).joined()
    #expect(Self.document(fits).diagnostics.isEmpty)
  }

  @Test("aliases that stand for too much are refused at the first that is too much")
  func limitsAliases() {
    let bomb = (1...12).map { level in
      "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
    }
    let document = Self.document("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + bomb.joined())
    #expect(
      document.diagnostics.map(\.message) == [
        "the aliases of the file stand for too many values (limit 1000000)"
      ])
    #expect(document.diagnostics.map(\.location.range.start.line) == [6])
    #expect(!document.isComplete)
  }

  @Test("the values behind aliases are counted exactly")
  func countsAliasedNodes() {
    // *a stands for 3 values, *b for 1 + 3 + 3.
    let text = "a: &a [x, y]\nb: &b [*a, *a]\nc: *b\n"
    var limits = YAMLLimits()
    limits.aliasedNodes = 13
    #expect(Self.document(text, limits: limits).diagnostics.isEmpty)
    limits.aliasedNodes = 12
    let refused = Self.document(text, limits: limits)
    #expect(refused.diagnostics.map(\.id) == ["alias-expansion"])
    #expect(refused.diagnostics.map(\.location.description) == ["model.yaml:3:4"])
  }

  @Test("aliases cannot nest deeper than brackets can")
  func limitsDepthBehindAliases() throws {
    let chain = (1..<1_000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }
    let document = Self.document("a0: &a0 [x]\n" + chain.joined())
    let first = try #require(document.diagnostics.first)
    #expect(
      first.message == "lists and mappings are nested too deep behind this alias (limit 100)")
    #expect(first.location.description == "model.yaml:100:12")
    #expect(Self.depth(try #require(document.root)) <= 100)
  }

  private static func depth(_ node: YAMLNode) -> Int {
    let members = node.items + node.entries.map(\.value)
    return node.kind == .scalar ? 0 : 1 + (members.map(depth).max() ?? 0)
  }

  @Test("the number of nodes has a limit")
  func limitsNodes() {
    var limits = YAMLLimits()
    limits.nodes = 1_000
    let text = "a: [" + String(repeating: "x,", count: 2_000) + "]"
    let document = Self.document(text, limits: limits)
    #expect(
      document.diagnostics.map(\.message) == [
        "the file has too many keys and values (limit 1000)"
      ])
    #expect(document.diagnostics.map(\.location.description) == ["model.yaml:1:1999"])
    #expect(document.root?.entries.first?.value.items.count == 997)
  }

  @Test("of very many mistakes only the first are told, and how many more there are")
  func limitsDiagnostics() throws {
    let duplicates = Self.document(String(repeating: "a: 1\n", count: 50_000))
    #expect(duplicates.diagnostics.count == 101)
    #expect(
      duplicates.diagnostics.last?.message == "49899 more mistakes are not shown (limit 100)")
    let aliases = Self.document((0..<50_000).map { "a\($0): *b\n" }.joined())
    #expect(aliases.diagnostics.count == 101)
    let syntax = Self.document((0..<50_000).map { "a\($0): @b\n" }.joined())
    #expect(syntax.diagnostics.count == 20)
  }

  private static let oddTexts: [String] = [
    "", "\n", "\r", " ", "#", "---", "...", "--- ", "%", "%YAML", "&", "*", "!", "|", ">", "\"",
    "'", "[", "]", "{", "}", ",", "?", ":", "-", "- -", "? :", ":\n:", "!!", "&a", "&a &b c",
    "*a : b", "[*a]", "a: |-\n", "a: >+9\n", "%\u{C3}(",
  ]

  @Test("odd texts are read or refused, and never more", arguments: oddTexts)
  func survivesOddTexts(_ text: String) { Self.expectReadOrRefused(text) }

  /// A text that is too long to be shown when a test fails.
  private struct LongText: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, start: String = "", _ count: Int, _ piece: String, end: String = "") {
      testDescription = name
      text = start + String(repeating: piece, count: count) + end
    }

    /// Every `#` in a piece becomes the number of the piece.
    init(_ name: String, start: String = "", _ count: Int, numbered piece: String, end: String = "")
    {
      testDescription = name
      text = start + (0..<count).map { piece.replacing("#", with: String($0)) }.joined() + end
    }
  }

  private static let longTexts: [LongText] = [
    LongText("colons", 500_000, ":"),
    LongText("empty lines", 500_000, "\n", end: "a: 1"),
    LongText("indentation", 500_000, " ", end: "a: 1"),
    LongText("comments", 300_000, "#\n"),
    LongText("a long key", 500_000, "k", end: ": 1"),
    LongText("a long text in quotes", start: "a: \"", 500_000, "x"),
    LongText("an empty literal", start: "a: |\n", 500_000, "\n"),
    LongText("open quotes", 20_000, numbered: "a#: \"b\n"),
    LongText("open brackets", 20_000, numbered: "a#: [b\n"),
    LongText("anchors and tags", 20_000, numbered: "a#: &b# !!str x\n"),
    LongText("literals", 20_000, numbered: "a#: |\n  x\n\n\n"),
    LongText("anchors in one line", start: "[", 200_000, "&a é,", end: "]"),
    LongText("missing values in one line", start: "{", 200_000, numbered: "é#,", end: "}"),
    LongText("unknown tags in one line", start: "[", 100_000, "!x é,", end: "]"),
  ]

  @Test("long texts are read or refused, and never more", arguments: longTexts)
  private func survivesLongTexts(_ long: LongText) { Self.expectReadOrRefused(long.text) }

  private static func expectReadOrRefused(_ text: String) {
    let document = document(text)
    #expect(document.isComplete || !document.diagnostics.isEmpty)
    for diagnostic in document.diagnostics.prefix(30) {
      #expect(diagnostic.message.count <= 120)
      #expect(Excerpt(of: diagnostic.location, in: document.file) != nil)
    }
  }

  @Test("a key is too long where libyaml gives it up")
  func limitsKeys() {
    let document = Self.document("a: 1\n" + String(repeating: "k", count: 2_000) + ": 1")
    #expect(document.diagnostics.map(\.id) == ["missing-colon"])
    let first = Self.document(String(repeating: "k", count: 2_000) + ": 1")
    #expect(first.diagnostics.map(\.message) == ["a key has at most 1000 characters"])
  }

  @Test("events are counted as libyaml gives them")
  func countsEvents() {
    #expect(YAMLParser.countEvents(Array("a: [1, 2]\n".utf8)) == 11)
    #expect(YAMLParser.countEvents(Array("".utf8)) == 2)
    #expect(YAMLParser.countEvents(Array("a: [".utf8)) == nil)
  }
}
