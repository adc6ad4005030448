import SourceText
import Testing
import YAMLSyntax

@Suite struct RecoveryTests {
  private func document(_ text: String) -> YAMLDocument {
    YAMLParser.parse(SourceFile(path: "model.yaml", text: text))
  }

  /// The tree as flow YAML without spaces.
  private func shape(_ node: YAMLNode?) -> String {
    guard let node else { return "" }
    switch node.kind {
    case .scalar: return node.text
    case .sequence: return "[" + node.items.map(shape).joined(separator: ",") + "]"
    case .mapping:
      return "{" + node.entries.map { "\($0.key.text):" + shape($0.value) }.joined(separator: ",")
        + "}"
    }
  }

  @Test("after a mistake in a value the other keys are read, on every level")
  func goesOnWithTheNextKey() {
    let document = document(
      """
      a: 1
      b:
        c: @x
        d: 2
        e:
          f: g: h
          i: 3
        j: 4
      k: 5
      """)
    #expect(document.diagnostics.map(\.location.range.start.line) == [3, 6])
    #expect(shape(document.root) == "{a:1,b:{d:2,e:{f:g,i:3},j:4},k:5}")
    #expect(!document.isComplete)
  }

  @Test("after a mistake in an item the other items are read")
  func goesOnWithTheNextItem() {
    let document = document(
      """
      links:
        - a -> b: calls: twice
          via: rest
        - c -> d: `x`
        - e -> f: reads
      flows:
      - @x
      - y
      z: 1
      """)
    #expect(document.diagnostics.map(\.location.range.start.line) == [2, 4, 7])
    #expect(
      shape(document.root)
        == "{links:[{a -> b:calls,via:rest},{},{e -> f:reads}],flows:[y],z:1}")
  }

  @Test("what an open quote or bracket swallowed is not read as a value, and then read as meant")
  func readsSwallowedLines() {
    let document = document(
      """
      a: "one
      b: "two"
      c: [x, y
      d: 1
      e: {f: g
      h: 2
      """)
    #expect(
      document.diagnostics.map(\.location.description) == [
        "model.yaml:1:4", "model.yaml:3:4", "model.yaml:5:4",
      ])
    #expect(shape(document.root) == "{b:two,c:[x],d:1,e:{},h:2}")
  }

  @Test("a line that belongs nowhere is left out, once told")
  func leavesOutMisplacedLines() {
    let document = document(
      """
      a:
          b: 1
        c: 2
      d: 3
      """)
    #expect(document.diagnostics.map(\.location.description) == ["model.yaml:3:3"])
    #expect(shape(document.root) == "{a:{b:1},d:3}")
  }

  @Test("anchors hold over a mistake, and keys are compared over it")
  func keepsAnchorsAndKeys() {
    let document = document(
      """
      a: &x [1]
      b: @
      c: *x
      a: 2
      """)
    #expect(document.diagnostics.map(\.id) == ["needs-quotes", "duplicate-key"])
    #expect(shape(document.root) == "{a:[1],c:[1]}")
  }

  @Test("a mistake before anything is read leaves the next key at the start of a line")
  func startsLate() {
    let document = document("@a: 1\nb: 2\n")
    #expect(document.diagnostics.map(\.location.description) == ["model.yaml:1:1"])
    #expect(shape(document.root) == "{b:2}")
  }

  @Test("a mistake in JSON ends reading, with all members before it")
  func readsBrokenJSON() {
    let document = document("{\"a\": 1, \"b\": {\"c\": 2,\n\"d\": @}, \"e\": 3}")
    #expect(document.diagnostics.count == 1)
    #expect(shape(document.root) == "{a:1,b:{c:2}}")
  }

  @Test("an entry in error is left out of its mapping, an item in error out of its list")
  func dropsRefusedMembers() {
    let document = document(
      """
      a: 1
      a: 2
      <<: 3
      [b]: 4
      c: *none
      d: [*none, e]
      ? *none
      : f
      """)
    #expect(document.isComplete)
    #expect(document.diagnostics.count == 6)
    #expect(shape(document.root) == "{a:1,d:[e]}")
  }

  @Test("an empty text has no root, and an empty document has an empty one")
  func readsNothing() {
    for text in ["", "\n\n", "# only a comment\n"] {
      #expect(document(text).root == nil)
      #expect(document(text).isComplete)
      #expect(document(text).diagnostics.isEmpty)
    }
    #expect(document("---\n").root?.isNull == true)
  }
}
