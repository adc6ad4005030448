public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that use up too much of the error budget of a flow all by themselves.
public struct DependencyNotBetterThanTarget: Rule {
  /// The largest share of a flow's error budget that one element may use up, from 0 to 1.
  public var largestShare = 0.1

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "largest-share", \.largestShare, in: 0.01...1,
      "The largest share of a flow's error budget that one element may use up (0 to 1)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var worst: [Int: (share: Double, flow: Int, part: FlowAvailability.Part)] = [:]
    var isGood: Set<Int> = []
    for (place, flow) in graph.flowAvailabilities().enumerated() {
      // Where the target is missed, that is said of the flow.
      guard let target = flow.target, target.fraction < 1, flow.availability >= target else {
        continue
      }
      for part in flow.parts {
        guard let share = part.budgetShare else { continue }
        isGood.insert(part.vertex)
        if share > max(largestShare * (1 + 1e-9), worst[part.vertex]?.share ?? 0) {
          worst[part.vertex] = (share, place, part)
        }
      }
    }
    for vertex in isGood.sorted() {
      verdicts.used("availability", ofElement: vertex)
      guard let found = worst[vertex] else {
        verdicts.pass()
        continue
      }
      let flow = graph.solution.flows[found.flow]
      verdicts.fail(finding(found.part, found.share, flow))
    }
  }

  private func finding(_ part: FlowAvailability.Part, _ share: Double, _ flow: Flow) -> Finding {
    let target = flow.availabilityTarget ?? .certain
    let wanted = Availability(fraction: 1 - (1 - target.fraction) * largestShare) ?? target
    return Finding(
      Self.descriptor, .eatsBudget(part, flow.id, share, limit: largestShare),
      at: .element(part.element, "availability"),
      evidence: Evidence(
        path: [part.neededBy, part.element].compactMap { $0 }.map { Evidence.Step(.element($0)) },
        figures: [
          .init("availability", Wording.percent(part.availability)),
          .init("target of '\(flow.id)'", Wording.percent(target)),
          .init("wanted", Wording.percent(wanted), basis: "1 − (1 − target) · largest-share"),
        ]),
      related: [
        Finding.Related(
          .flow(flow.id, "target.availability"), "promises \(Wording.percent(target))")
      ], cures: [Cure(.addInstance(of: part.element))])
  }

  public static let descriptor = RuleDescriptor(
    id: "dependency-not-better-than-target",
    title: "Dependency not better than target",
    family: .availability,
    level: .note,
    profile: .strict,
    quality: .reliability,
    summary: "One element alone uses up a large share of the outages that a flow may have.",
    rationale: """
      A flow has many parts, and each may use up only a little of its error budget. The rule of the \
      extra nine asks of every critical dependency a tenth of the outages that its user may have, so \
      that there is room for all the others, for releases, and for the team's own mistakes.
      """,
    detection: """
      An element that a flow is sure to need, its instances counted, has (1 − A(element)) ÷ \
      (1 − target) > `largest-share`. Only flows that reach their target count: where they do not, \
      `availability-below-target` names the shares. One finding an element, for the flow in which its \
      share is largest.
      """,
    remedy: """
      Ask for a better promise, add an instance, or soften the need with a copy or a fallback, in \
      the order of the shares.
      """,
    falsePositives: """
      The flow has few parts, and all of them together leave enough of the budget for releases: \
      raise `largest-share`.
      """,
    question: "How much of this year's error budget did this element use up so far?",
    references: [
      "Treynor, Dahlin, Rau, Beyer, The Calculus of Service Availability, ACM Queue 15(2), 2017: https://queue.acm.org/detail.cfm?id=3096459"
    ],
    examples: [
      RuleExample(
        "half of the error budget goes to one register",
        """
        apps:
          ordering: { name: Ordering, availability: 99.99% }
          customers: { name: Customer register, availability: ⟦99.95%⟧ }
        links:
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: 99.9% }
            steps: [ordering -> customers]
        """),
      RuleExample(
        "two instances of the register use up next to nothing",
        """
        apps:
          ordering: { name: Ordering, availability: 99.99% }
          customers: { name: Customer register, availability: 99.95%, instances: 2 }
        links:
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: 99.9% }
            steps: [ordering -> customers]
        """),
      RuleExample(
        "a flow below its target is said to be that",
        """
        apps:
          ordering: { name: Ordering, availability: 99.5% }
          customers: { name: Customer register, availability: 99.5% }
        links:
          - { from: ordering, to: customers, via: rest, timeout: 1s }
        flows:
          take-order:
            target: { availability: 99.5% }
            steps: [ordering -> customers]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func eatsBudget(
    _ part: FlowAvailability.Part, _ flow: FlowID, _ share: Double, limit: Double
  ) -> Self {
    """
    '\(part.element)' (\(Wording.percent(part.availability))) uses up \
    \(Wording.decimal(share * 100, places: 0)) % of the error budget of '\(flow)' \
    (limit \(Wording.decimal(limit * 100, places: 0)) %)
    """
  }
}
