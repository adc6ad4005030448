public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds external systems that cannot be tried without touching the real ones.
public struct TestSystemMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var untestable: [Int: [Int]] = [:]
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let far = Self.externalEnd(of: link, in: graph) else { continue }
      let testing = graph.solution.links[link].testing
      switch (testing.sandbox, testing.mock) {
      case (true?, _), (_, true?):
        if testing.sandbox != nil { verdicts.used("sandbox", ofLink: link) }
        verdicts.pass()
      case (false?, _):
        verdicts.used("sandbox", ofLink: link)
        untestable[far, default: []].append(link)
      case (nil, false?), (nil, nil):
        verdicts.unknown(missing: "sandbox", ofLink: link)
      }
    }
    for (vertex, links) in untestable.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(
        Self.finding(graph.elementID(vertex), links.map { graph.solution.links[$0] }))
    }
  }

  /// The vertex of the end that somebody else runs, where just one is; people and screens are
  /// tested otherwise.
  private static func externalEnd(of link: Int, in graph: SolutionGraph) -> Int? {
    guard graph.traits[link].category != .userInterface,
      let source = graph.solution.index(of: graph.solution.links[link].source),
      let destination = graph.solution.index(of: graph.solution.links[link].destination),
      graph.solution.elements[source].kind != .person,
      graph.solution.elements[destination].kind != .person,
      graph.placements[source].isExternal != graph.placements[destination].isExternal
    else { return nil }
    return graph.placements[source].isExternal ? source : destination
  }

  private static func finding(_ id: ElementID, _ links: [Link]) -> Finding {
    Finding(
      descriptor, .cannotBeTried(id, links), at: .link(links[0].id, "sandbox"),
      weighs: links.map { .link($0.id) }, roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: [links[0]]),
        figures: [
          .init("sandbox", "no"),
          links[0].testing.mock == nil
            ? .init("mock", "no", basis: "the model names none") : .init("mock", "no"),
        ]),
      related: links.dropFirst().map { Finding.Related(.link($0.id), "cannot be tried either") })
  }

  public static let descriptor = RuleDescriptor(
    id: "test-system-missing",
    title: "Test system missing",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "An external system offers no place to try things, and nothing stands in for it.",
    rationale: """
      The first real call is then made in production: on the day of going live, with real money and \
      real customers. Every later change is tested the same way, so changes become rare and large.
      """,
    detection: """
      A link in use between a part of our own and an external one that says `sandbox: false`, while \
      `mock` is not `true`. One finding for each external element; screens do not count. Without \
      `sandbox` it is unknown.
      """,
    remedy: """
      Ask the partner for a test system, and write it into the contract; until then build a mock from \
      recorded answers and keep it true by a contract test.
      """,
    falsePositives:
      "A record that can be undone is kept in production for tests: say `sandbox: true`.",
    question: "Where did the team see its first answer of this partner?",
    references: [
      "Fowler: TestDouble, martinfowler.com",
      "Nygard: Release It!, second edition, chapter 4, Integration Points",
    ],
    examples: [
      RuleExample(
        "the carrier has no test system",
        """
        apps: { shop: Web shop }
        systems: { carrier: { name: Carrier, external: true } }
        links:
          - { from: shop, to: carrier, via: rest, timeout: 2s, sandbox: ⟦false⟧ }
        """),
      RuleExample(
        "a mock stands in for the carrier",
        """
        apps: { shop: Web shop }
        systems: { carrier: { name: Carrier, external: true } }
        links:
          - { from: shop, to: carrier, via: rest, timeout: 2s, sandbox: false, mock: true }
        """),
      RuleExample(
        "one finding a partner; own parts are left alone",
        """
        apps: { shop: Web shop, returns: Returns }
        systems: { carrier: { name: Carrier, external: true } }
        links:
          - { from: carrier, to: returns, via: webhook, sandbox: ⟦false⟧, mock: false }
          - { from: shop, to: carrier, via: rest, timeout: 2s, sandbox: false }
          - { from: shop, to: returns, via: rest, timeout: 2s, sandbox: false }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func cannotBeTried(_ id: ElementID, _ links: [Link]) -> Self {
    """
    external '\(id)' has no test system and no mock for \(Wording.count(links.count, "link")): \
    \(links.prefix(4).map { Wording.name($0) }.joined(separator: ", "))
    """
  }
}
