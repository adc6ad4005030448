public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that people must switch over in less time than people need.
public struct ManualFailoverTooSlow: Rule {
  /// The shortest time in which people are believed to switch over.
  public var fastestHand = Duration.seconds(1800)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .duration(
      "fastest-hand", \.fastestHand, in: .seconds(60)...(.seconds(86_400)),
      "The shortest time in which people notice, decide and switch over (a duration)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let demands = graph.elementDemands()
    for vertex in graph.solution.elements.indices {
      guard let failover = graph.solution.elements[vertex].failover, failover == .manual else {
        continue
      }
      verdicts.used("failover", ofElement: vertex)
      let asked = demands[vertex].recoveryTime?.value
      let own = graph.solution.elements[vertex].rto
      guard let shortest = [asked, own].compactMap({ $0 }).min() else {
        verdicts.unknown(missing: "rto", ofElement: vertex)
        continue
      }
      if shortest < fastestHand {
        let flow = asked == shortest ? demands[vertex].recoveryTime?.flow : nil
        verdicts.fail(
          finding(graph.elementID(vertex), shortest, flow.map { graph.solution.flows[$0].id }))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ id: ElementID, _ shortest: Duration, _ flow: FlowID?) -> Finding {
    Finding(
      Self.descriptor, .isTooSlow(id, shortest, flow, limit: fastestHand),
      at: .element(id, "failover"),
      weighs: flow.map { [.flow($0)] },
      evidence: Evidence(
        path: [Evidence.Step(.element(id))],
        figures: [
          .init(
            "time to recover", Wording.duration(shortest),
            basis: flow.map { "target of '\($0)'" }),
          .init("fastest by hand", Wording.duration(fastestHand), basis: "fastest-hand"),
        ]),
      related: flow.map { [.init(.flow($0, "target.rto"), "asks for it")] } ?? [],
      cures: [Cure(.failOver(id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "manual-failover-too-slow",
    title: "Manual failover too slow",
    family: .availability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element must be back sooner than people can switch it over.",
    rationale: """
      Somebody must notice, be reached, log on, decide that it is worse to wait than to switch, find \
      the page that says how, and do it. At night that is an hour rather than five minutes.
      """,
    detection: """
      `failover: manual`, and the shortest of the element's own `rto` and of `target.rto` of the flows \
      that are sure to need it is below `fastest-hand`. Where neither is declared it is unknown.
      """,
    remedy: """
      Let the element fail over by itself, and rehearse it; or promise a recovery time that people \
      can keep.
      """,
    falsePositives:
      "Somebody watches around the clock and rehearses the change: lower `fastest-hand` to their time.",
    question: "How long did the last rehearsal take, from the alarm to the first answered call?",
    references: [
      "AWS Well-Architected, REL11-BP02: Fail over to healthy resources",
      "Beyer, Jones, Petoff, Murphy, Site Reliability Engineering, 2016, Being On-Call: https://sre.google/sre-book/being-on-call/",
    ],
    examples: [
      RuleExample(
        "five minutes to wake somebody and switch",
        """
        stores:
          orders: { name: Orders, type: relational, instances: 2, failover: ⟦manual⟧, rto: 5min }
        """),
      RuleExample(
        "the standby takes over by itself",
        """
        stores:
          orders: { name: Orders, type: relational, instances: 2, failover: automatic, rto: 5min }
        """),
      RuleExample(
        "a flow asks for it, and four hours are enough for people",
        """
        apps:
          shop: Shop
          stock: { name: Stock, instances: 2, failover: ⟦manual⟧, rto: 2h }
          archive: { name: Archive, instances: 2, failover: manual, rto: 4h }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: shop, to: archive, via: queue }
        flows:
          take-order:
            target: { rto: 10min }
            steps: [shop -> stock, shop -> archive]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooSlow(
    _ id: ElementID, _ shortest: Duration, _ flow: FlowID?, limit: Duration
  ) -> Self {
    let whose = flow.map { " for '\($0)'" } ?? ""
    return """
      '\(id)' must be back in \(Wording.duration(shortest))\(whose), and people switch it over \
      (at best \(Wording.duration(limit)))
      """
  }
}
