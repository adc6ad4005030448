public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds health checks that report the outage of something that can be done without.
public struct CompoundHealthCheck: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices
    where graph.solution.elements[vertex].healthCheck == .compound && graph.isRun(vertex) {
      verdicts.used("health-check", ofElement: vertex)
      let calls = graph.legs(outOf: vertex).filter {
        graph.traits[$0.link].isCall && graph.solution.elements[$0.destination].kind != .store
      }
      let soft = calls.filter { !graph.traits[$0.link].isHard }
      let stacked = calls.filter {
        graph.solution.elements[$0.destination].healthCheck == .compound
      }
      if soft.isEmpty, stacked.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(graph.elementID(vertex), soft: soft, stacked: stacked, graph))
      }
    }
  }

  private static func finding(
    _ id: ElementID, soft: [SolutionGraph.Leg], stacked: [SolutionGraph.Leg],
    _ graph: SolutionGraph
  ) -> Finding {
    let dispensable = Set(soft.map(\.link)).sorted().map { graph.solution.links[$0] }
    let names = Set(soft.map { graph.elementID($0.destination) }).sorted()
    let checkers = Set(stacked.map { graph.elementID($0.destination) }).sorted()
    return Finding(
      descriptor,
      names.isEmpty ? .asksThoseWhoAsk(id, checkers) : .reportsDispensable(id, names),
      at: .element(id, "health-check"), roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: Array(dispensable.prefix(1))),
        figures: [.init("health-check", HealthCheck.compound.rawValue)]
          + dispensable.prefix(1).compactMap { Evidence.Figure("need", $0.effectiveNeed) }),
      related: names.map { Finding.Related(.element($0), "can be done without") }
        + checkers.map { Finding.Related(.element($0), "has a compound health check too") })
  }

  public static let descriptor = RuleDescriptor(
    id: "compound-health-check",
    title: "Compound health check",
    family: .operability,
    level: .note,
    profile: .strict,
    quality: .reliability,
    summary:
      "A health check fails with parts that can be done without, or asks others that ask on.",
    rationale: """
      A load balancer that sees a healthy instance as sick takes it out, and then all of them at once, \
      because all depend on the same part. The fallback that was built for this hour never runs, and \
      the alarm names everybody but the culprit.
      """,
    detection: """
      `health-check: compound` at an element of our own that makes a functionally synchronous call \
      over a soft link, or a call to an element whose health check is compound as well. Its own \
      stores do not count.
      """,
    remedy: """
      Answer for its own ability only (`health-check: own`) where machines ask, and show the state of \
      what it calls on a page for people.
      """,
    falsePositives: "Only people read it, and nothing takes instances out by it.",
    question: "Which instances are taken out when the least important of its dependencies is down?",
    references: [
      "AWS Builders’ Library: Implementing health checks",
      "Microsoft Azure Architecture Center: Health Endpoint Monitoring pattern",
    ],
    examples: [
      RuleExample(
        "the shop calls itself sick when the ratings are down",
        """
        apps:
          shop: { name: Web shop, health-check: ⟦compound⟧ }
          ratings: { name: Ratings, health-check: own }
        links:
          - { from: shop, to: ratings, via: rest, timeout: 300ms, fallback: disable }
        """),
      RuleExample(
        "the shop answers for itself",
        """
        apps:
          shop: { name: Web shop, health-check: own }
          ratings: { name: Ratings, health-check: own }
        links:
          - { from: shop, to: ratings, via: rest, timeout: 300ms, fallback: disable }
        """),
      RuleExample(
        "a check that asks a check; what is hard and asks nobody else is fine",
        """
        apps:
          shop: { name: Web shop, health-check: ⟦compound⟧ }
          ordering: { name: Ordering, health-check: compound }
        stores:
          orders: Orders
        links:
          - { from: shop, to: ordering, via: rest, timeout: 2s, need: hard }
          - { from: ordering, to: orders, via: sql, timeout: 1s, need: hard }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func reportsDispensable(_ id: ElementID, _ names: [ElementID]) -> Self {
    """
    \(Wording.name(id)) reports itself sick when something fails that it can do without: \
    \(Wording.list(names.map(\.text)))
    """
  }

  fileprivate static func asksThoseWhoAsk(_ id: ElementID, _ names: [ElementID]) -> Self {
    """
    the health check of \(Wording.name(id)) asks others whose own check is compound: \
    \(Wording.list(names.map(\.text)))
    """
  }
}
