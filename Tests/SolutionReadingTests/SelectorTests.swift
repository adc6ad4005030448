import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct SelectorTests {
  private let document = read(
    """
    lintel: 1
    solution: X
    teams: { ops: Ops }
    zones: { dmz: { name: DMZ, trust: dmz } }
    systems: { shop: { apps: { web: Web, api: API } } }
    data: { order: Order, api: Clash }
    links: [{ web -> api: , id: call }]
    flows: { buy: { steps: [call] } }
    """)

  private static let web = Selector.element(ElementID("shop.web"))
  private static let api = Selector.element(ElementID("shop.api"))

  @Test(
    "every notation is read",
    arguments: [
      ("*", Selector.everything), ("web", web), ("shop.web", web),
      ("shop.*", .children(ElementID("shop"))), ("shop.**", .descendants(ElementID("shop"))),
      ("-> web", .incoming(web)), ("web ->", .outgoing(web)), ("-> web ->", .neighbours(web)),
      ("web -> api", .links(from: web, to: api)), ("web->api", .links(from: web, to: api)),
      ("-> shop.*", .incoming(.children(ElementID("shop")))),
      (
        "(kind = app) -> api",
        .links(from: .predicate(.compare(key: "kind", .equal, value: "app")), to: api)
      ),
      (
        "type = store and zone = dmz",
        .predicate(
          .and(
            .compare(key: "type", .equal, value: "store"),
            .compare(key: "zone", .equal, value: "dmz")))
      ),
      ("has timeout", .predicate(.has(key: "timeout"))),
      ("not has owner", .predicate(.not(.has(key: "owner")))),
      (
        "owner = ops or tag in [pci, 'a b']",
        .predicate(
          .or(
            .compare(key: "owner", .equal, value: "ops"),
            .isOneOf(key: "tag", values: ["pci", "a b"])))
      ),
      ("availability < 99.9%", .predicate(.compare(key: "availability", .less, value: "99.9%"))),
      (
        "timeout >= 3s and external != true",
        .predicate(
          .and(
            .compare(key: "timeout", .greaterOrEqual, value: "3s"),
            .compare(key: "external", .notEqual, value: "true")))
      ),
      ("a = b", nil), ("web api", nil), ("", nil), ("-> ", nil), ("web -> api ->", nil),
      ("type =", nil), ("(kind = app", nil), ("kind = apps", nil), ("zone = dmzz", nil),
      ("availability < 99.9", nil), ("timeout > 3", nil), ("not", nil), ("web; drop", nil),
      ("has", nil), ("kind in []", nil), ("'open", nil),
    ] as [(String, Selector?)])
  func notations(text: String, expected: Selector?) {
    switch document.selector(text) {
    case .success(let selector): #expect(selector == expected)
    case .failure(let mistake): #expect(expected == nil, "\(mistake.message)")
    }
  }

  @Test(
    "a mistake in a selector is marked by itself",
    arguments: [
      MistakeCase(
        "an unknown element", "views: { v: { include: [\"-> ⟦c⟧ ->\"] } }",
        "'c' is not a known element"),
      MistakeCase(
        "an unknown key", "views: { v: { include: [⟦typ⟧ = web] } }",
        "'typ' is not a key that a selector can ask for", "did you mean 'type'?"),
      MistakeCase(
        "an unknown word", "views: { v: { exclude: [\"criticality > ⟦hihg⟧\"] } }",
        "'hihg' is not one of: low, medium, high, core, business-critical", "did you mean 'high'?"),
      MistakeCase(
        "a value without unit", "views: { v: { include: [availability < ⟦99.9⟧] } }",
        "'availability' takes a percentage with its unit, and '99.9' has none", "write 99.9%"),
      MistakeCase(
        "too much", "views: { v: { include: [a ⟦b⟧] } }", "this does not belong here in a selector",
        "write it as in shop, commerce.**, -> shop ->, shop -> billing, or type = web"),
      MistakeCase(
        "a colour key of no element", "views: { v: { color-by: ⟦colour⟧ } }",
        "'colour' is not a key that boxes can be coloured by",
        """
        known keys: kind, technology, tags, type, owner, domain, zone, external, changeable, \
        lifecycle, go-live, end-of-life, criticality, availability, latency, capacity, rto, rpo, \
        service-hours, instances, needs, failover, provider, health-check, monitoring
        """),
      MistakeCase(
        "a focus that is not there", "views: { v: { of: ⟦c⟧ } }", "'c' is not a known element"),
    ])
  func mistakes(_ test: MistakeCase) { test.check() }

  @Test("deep parentheses and long texts end in a mistake")
  func hostile() {
    for text in [
      String(repeating: "(", count: 1500) + "kind = app",
      String(repeating: "not ", count: 900) + "has type",
      String(repeating: "x", count: 100_000), String(repeating: "-> ", count: 1000),
    ] {
      guard case .failure = document.selector(text) else {
        Issue.record("\(text.prefix(20)) was read")
        continue
      }
    }
  }

  @Test(
    "a name leads to one thing of any kind",
    arguments: [
      ("web", ElementPath.Subject.element(ElementID("shop.web"))), ("call", .link(LinkID("call"))),
      ("web -> api", .link(LinkID("call"))), ("order", .data(DataID("order"))),
      ("buy", .flow(FlowID("buy"))), ("ops", .team(TeamID("ops"))),
      ("data:api", .data(DataID("api"))), ("element:shop.api", .element(ElementID("shop.api"))),
      ("api", nil), ("nothing", nil), ("api -> web", nil),
    ] as [(String, ElementPath.Subject?)])
  func subjects(text: String, expected: ElementPath.Subject?) {
    switch document.subject(text) {
    case .success(let subject): #expect(subject == expected)
    case .failure(let mistake): #expect(expected == nil, "\(mistake.message)")
    }
  }
}
