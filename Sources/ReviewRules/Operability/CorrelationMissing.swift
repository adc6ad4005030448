public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows over several hops in which the correlation identifier gets lost.
public struct CorrelationMissing: Rule {
  /// How many hops between programs a flow has at least.
  public var minimumHops = 3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "minimum-hops", \.minimumHops, in: 2...50,
      "How many hops between programs a flow has at least (links)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for flow in graph.solution.flows {
      let hops = Self.hops(of: flow, in: graph)
      guard hops.count >= minimumHops else { continue }
      for hop in hops {
        if graph.solution.links[hop].testing.correlation == nil {
          verdicts.lacks("correlation", ofLink: hop)
        } else {
          verdicts.used("correlation", ofLink: hop)
        }
      }
      let broken = hops.filter { graph.solution.links[$0].testing.correlation == false }
      if !broken.isEmpty {
        verdicts.fail(finding(flow, broken.map { graph.solution.links[$0] }, of: hops.count))
      } else if hops.contains(where: { graph.solution.links[$0].testing.correlation == nil }) {
        verdicts.unknown(missing: [])
      } else {
        verdicts.pass()
      }
    }
  }

  /// The links of a flow over which programs talk to programs, each once; stores only keep.
  private static func hops(of flow: Flow, in graph: SolutionGraph) -> [Int] {
    var seen: Set<Int> = []
    return flow.uses.compactMap { graph.solution.index(of: $0.link) }.filter { link in
      guard graph.traits[link].isInUse, seen.insert(link).inserted,
        graph.traits[link].category != .userInterface,
        let source = graph.solution.element(graph.solution.links[link].source),
        let destination = graph.solution.element(graph.solution.links[link].destination)
      else { return false }
      return source.kind != .person && destination.kind != .person && destination.kind != .store
    }
  }

  private func finding(_ flow: Flow, _ broken: [Link], of hops: Int) -> Finding {
    Finding(
      Self.descriptor, .losesIdentifier(flow.id, broken, hops), at: .flow(flow.id),
      roles: [Finding.Role("flow", .flow(flow.id))],
      evidence: Evidence(
        path: Evidence.steps(along: broken),
        figures: [
          .init("hops", "\(hops)"), .init("fewest that count", "\(minimumHops)", basis: "setting"),
          .init("hops without an identifier", "\(broken.count)"),
        ]),
      related: broken.map { Finding.Related(.link($0.id, "correlation"), "carries no identifier") })
  }

  public static let descriptor = RuleDescriptor(
    id: "correlation-missing",
    title: "Correlation missing",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .maintainability,
    summary: "A flow of several hops loses its correlation identifier on the way.",
    rationale: """
      When an order is lost, the logs of five programs have to be laid side by side. With one \
      identifier in all of them that is a search; without it, it is an evening of guessing by time \
      stamps.
      """,
    detection: """
      A flow with at least `minimum-hops` different links between programs, of which one says \
      `correlation: false`. Screens and stores do not count. One finding a flow; where none says no \
      and some say nothing, it is unknown.
      """,
    remedy: """
      Take an identifier at the first step, pass it in a header or in the envelope of each message, \
      and write it into every log line.
      """,
    falsePositives:
      "A business key such as the order number is in every log line and does the same.",
    question: "Given one complaint, how long does it take to find all log lines that belong to it?",
    references: [
      "W3C Recommendation: Trace Context",
      "Hohpe, Woolf: Enterprise Integration Patterns, Correlation Identifier",
    ],
    examples: [
      RuleExample(
        "the file to the carrier carries no identifier",
        """
        apps: { shop: Web shop, ordering: Ordering, stock: Stock, carrier: Carrier }
        links:
          - { from: shop, to: ordering, via: rest, timeout: 3s, correlation: true }
          - { from: ordering, to: stock, via: rest, timeout: 2s, correlation: true }
          - { from: stock, to: carrier, via: sftp, schedule: hourly, correlation: false }
        flows:
          ⟦order⟧:
            steps: [shop -> ordering, ordering -> stock, stock -> carrier]
        """),
      RuleExample(
        "the order can be followed to the end",
        """
        apps: { shop: Web shop, ordering: Ordering, stock: Stock, carrier: Carrier }
        links:
          - { from: shop, to: ordering, via: rest, timeout: 3s, correlation: true }
          - { from: ordering, to: stock, via: rest, timeout: 2s, correlation: true }
          - { from: stock, to: carrier, via: sftp, schedule: hourly, correlation: true }
        flows:
          order:
            steps: [shop -> ordering, ordering -> stock, stock -> carrier]
        """),
      RuleExample(
        "two hops, a person and a store are not enough",
        """
        people: { buyer: Buyer }
        apps: { shop: Web shop, ordering: Ordering, stock: Stock }
        stores: { orders: Orders }
        links:
          - { from: buyer, to: shop, via: ui-web-link, correlation: false }
          - { from: shop, to: ordering, via: rest, timeout: 3s, correlation: false }
          - { from: ordering, to: stock, via: rest, timeout: 2s, correlation: false }
          - { from: ordering, to: orders, via: sql, timeout: 1s, correlation: false }
        flows:
          order:
            steps: [buyer -> shop, shop -> ordering, ordering -> stock, ordering -> orders]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func losesIdentifier(_ flow: FlowID, _ broken: [Link], _ hops: Int) -> Self {
    """
    flow '\(flow)' loses its correlation identifier on \(broken.count) of \(hops) hops: \
    \(broken.prefix(4).map { Wording.name($0) }.joined(separator: ", "))
    """
  }
}
