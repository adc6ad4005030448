import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct ReferenceMistakeTests {
  @Test("a name that leads nowhere is marked by itself, once", arguments: cases)
  func mistakes(_ test: MistakeCase) { test.check() }

  static let cases = [
    MistakeCase(
      "a misspelt end of a link", "stores: { orders: Orders }\nlinks:\n  - a -> ⟦ordrs⟧: reads",
      "'ordrs' is not a known element", "did you mean 'orders'?"),
    MistakeCase(
      "a misspelt end in the other notation", "links: [{ from: ⟦c⟧, to: b }]",
      "'c' is not a known element"),
    MistakeCase(
      "two misspelt ends", "links: [⟦c⟧ -> ⟦d⟧]",
      ["'c' is not a known element", "'d' is not a known element"], help: []),
    MistakeCase(
      "a misspelt end, and a key of the same link", "links: [{ a -> ⟦c⟧: x, timeout: ⟦3⟧ }]",
      ["'c' is not a known element", "'timeout' takes a duration with its unit, and '3' has none"],
      help: []),
    MistakeCase(
      "an unknown team", "teams: { sales: Sales }\nsystems: { s: { owner: ⟦sale⟧ } }",
      "'sale' is not a known team", "did you mean 'sales'?"),
    MistakeCase(
      "a team where there is none", "systems: { s: { owner: ⟦sales⟧ } }",
      "'sales' is not a known team", "the model declares no teams"),
    MistakeCase(
      "an element where a team belongs", "systems: { s: { owner: ⟦a⟧ } }",
      "'a' is an app, not a team"),
    MistakeCase(
      "a suffix that several elements have",
      "systems: { x: { apps: { s: S } }, y: { apps: { s: S } } }\nlinks: [a -> ⟦s⟧, a -> x.s]",
      "'s' fits several elements: x.s, y.s", "write as much of the path as only one of them has"),
    MistakeCase(
      "a link of a flow that does not exist",
      "links: [a -> b]\nflows: { f: { steps: [⟦b -> a⟧] } }",
      "no declared link leads 'b -> a'", "the nearest declared link is a -> b"),
    MistakeCase(
      "a link of a flow that fits several",
      """
      links:
        - { a -> b: asks, via: rest }
        - { a -> b: tells, via: topic }
      flows: { f: { steps: [⟦a -> b⟧] } }
      """,
      "'a -> b' fits several links: a->b~rest, a->b~topic", "give the link an 'id' and name that"),
    MistakeCase(
      "a flow over a link whose end is misspelt says nothing more",
      "links: [a -> ⟦bb⟧]\nflows: { f: { steps: [a -> b] } }",
      "'bb' is not a known element", "did you mean 'b'?"),
    MistakeCase(
      "an element for a step", "flows: { f: { steps: [⟦a⟧] } }",
      "'a' is an element, and a step is a link",
      "write { at: a } for work inside it, or a link as in shop -> a"),
    MistakeCase(
      "a step with a label", "links: [a -> b]\nflows: { f: { steps: [{ ⟦a -> b⟧: asks }] } }",
      "a step is a link, or a map with one of: at, parallel, optional, repeat",
      "write a -> b alone; its label stands with the link"),
    MistakeCase(
      "a link without ends", "links: [{ ⟦label⟧: asks }]", "a link needs its two ends",
      "write - shop -> billing: what it does, or { from: shop, to: billing }"),
    MistakeCase(
      "an arrow the other way", "links: [{ ⟦a <- b⟧: asks }]",
      "a link is written 'a -> b', not as 'a <- b'",
      "write - shop -> billing: what it does, or { from: shop, to: billing }"),
    MistakeCase(
      "both notations at once", "links: [{ a -> b: asks, from: ⟦a⟧ }]",
      "a link has its ends in one notation: 'a -> b', or 'from' and 'to'"),
    MistakeCase(
      "two links with one id", "links: [{ a -> b: , id: x }, { b -> a: , id: ⟦x⟧ }]",
      "two links have the id 'x'", "give one of the two another id"),
    MistakeCase(
      "two links that say the same",
      "links: [{ a -> b: asks, via: rest }, { via: rest, ⟦a -> b⟧: asks }]",
      "this link is declared twice", "give one of the two another label or an 'id'"),
    MistakeCase(
      "an id of two kinds", "stores: { ⟦a⟧: Orders }", "'a' is declared twice",
      "give one of the two another id"),
    MistakeCase(
      "a former id that is still in use", "stores: { s: { formerly: [⟦a⟧] } }",
      "'a' is still the id of an element"),
  ]

  @Test("a mistake tells where the nearest name is declared")
  func notes() throws {
    let document = read(
      "lintel: 1\nsolution: X\nstores: { orders: Orders }\napps: { a: A }\nlinks: [a -> ordrs]")
    let note = try #require(document.diagnostics.first?.notes.first)
    #expect(note.message == "'orders' is declared here")
    #expect(note.location?.range.start == SourcePosition(line: 3, column: 11))
  }

  @Test("a path wins over a suffix, and the shortest suffix that is unique will do")
  func suffixes() {
    let document = read(
      """
      lintel: 1
      solution: X
      apps: { shop: A, a: A }
      systems: { x: { apps: { shop: B, only: C } }, y: { systems: { x: { apps: { shop: D } } } } }
      links: [a -> shop, a -> x.shop, a -> y.x.shop, a -> only]
      """)
    #expect(document.diagnostics == [])
    #expect(
      document.solution.links.map(\.destination.text) == [
        "shop", "x.only", "x.shop", "y.x.shop",
      ])
  }

  @Test("links between the same ends are told apart by option, label, or number")
  func twins() {
    let texts = [
      "{ a -> b: asks, via: rest }", "{ a -> b: tells, via: topic }",
      "{ a -> b: Asks again, via: soap }",
      "{ a -> b: and again, via: soap }", "{ a -> b: , timeout: 1s }",
      "{ a -> b: , id: mine, via: rest }",
    ]
    func ids(_ items: [String]) -> [String] {
      let head = "lintel: 1\nsolution: X\napps: { a: A, b: B }\nlinks: ["
      let document = read(head + items.joined(separator: ", ") + "]")
      #expect(document.diagnostics == [])
      return document.solution.links.map(\.id.text)
    }
    let expected = [
      "a->b~1", "a->b~and-again", "a->b~asks-again", "a->b~rest", "a->b~topic", "mine",
    ]
    #expect(ids(texts) == expected)
    #expect(ids(texts.reversed()) == expected)
  }
}
