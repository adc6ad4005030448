import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

@Suite struct ProvenanceTests {
  private static let marked = MarkedText(
    """
    lintel: 1
    solution: ⟦X⟧
    summary: ⟦Sum⟧
    teams: { ⟦t⟧: T }
    systems:
      ⟦s⟧:
        owner: ⟦t⟧
        ⟦tags⟧: [one, ⟦two⟧]
        apps:
          a: { availability: ⟦99%⟧ }
          ⟦b⟧: ⟦Bee⟧
    links:
      - ⟦⟦a⟧ -> ⟦b⟧⟧: ⟦asks⟧
        retries: { max: ⟦3⟧ }
        ⟦carries⟧: [d]
      - { from: ⟦b⟧, to: ⟦a⟧, label: tells }
      - ⟦b -> s.a⟧
    data: { ⟦d⟧: { ⟦master⟧: [⟦a⟧] } }
    flows: { ⟦f⟧: { target: { latency: ⟦1s⟧ }, steps: [⟦a -> b⟧] } }
    """)

  private static let a = ElementID("s.a")
  private static let b = ElementID("s.b")
  private static let link = LinkID(from: a, to: b)

  /// A path for each mark, in the order of the marks.
  private static let paths: [ElementPath] = [
    ElementPath(.solution), ElementPath(.solution, "summary"), ElementPath(.team(TeamID("t"))),
    .element(ElementID("s")), .element(ElementID("s"), "owner"), .element(ElementID("s"), "tags"),
    .element(ElementID("s"), "tags.1"), .element(a, "availability"), .element(b),
    .element(b, "name"), .link(link), .link(link, "from"), .link(link, "to"),
    .link(link, "label"), .link(link, "retries.max"), .link(link, "carries"),
    .link(LinkID("s.b->s.a~tells")), .link(LinkID("s.b->s.a~tells"), "to"),
    .link(LinkID("s.b->s.a~1")), .data(DataID("d")), .data(DataID("d"), "master"),
    .data(DataID("d"), "master.0"), .flow(FlowID("f")), .flow(FlowID("f"), "target.latency"),
    .flow(FlowID("f"), "steps.0"),
  ]

  @Test("every path leads to its place in the text", arguments: zip(paths, marked.ranges))
  func places(path: ElementPath, range: SourceRange) {
    let document = read(Self.marked.text)
    #expect(document.diagnostics == [])
    #expect(document.location(of: path) == SourceLocation(path: "m.yaml", range: range))
  }

  @Test("what the text does not say is at its subject, and what it does not have is nowhere")
  func missing() {
    let document = read(Self.marked.text)
    let subject = document.location(of: .element(Self.b))
    #expect(document.location(of: .element(Self.b, "timeout")) == subject)
    #expect(document.location(of: .element(Self.b, "retries.max")) == subject)
    #expect(document.location(of: .element(ElementID("gone"))) == nil)
    #expect(document.location(of: ElementPath(.waiver(0))) == nil)
  }

  @Test("a fact of a second file is found there")
  func secondFile() {
    let document = read([
      "a.yaml": "lintel: 1\nsolution: X\nstores: { s: S }",
      "b.yaml": "lintel: 1\nextend: { s: { type: cache } }",
    ])
    let path = ElementPath.element(ElementID("s"), "type")
    #expect(document.location(of: path)?.path == "b.yaml")
    #expect(document.location(of: .element(ElementID("s")))?.path == "a.yaml")
  }
}
