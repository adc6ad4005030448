public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows whose parts together cannot reach the availability that the flow promises.
public struct AvailabilityBelowTarget: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for flow in subject.solution.flows where flow.availabilityTarget != nil {
      let figures = subject.graph.availability(of: flow)
      guard let target = figures.target, !figures.parts.isEmpty || !figures.missing.isEmpty else {
        continue
      }
      verdicts.used(.flow(flow.id, "target.availability"))
      for part in figures.parts { verdicts.used(.element(part.element, "availability")) }
      if figures.availability < target {
        verdicts.fail(Self.finding(figures, target))
      } else if figures.missing.isEmpty {
        verdicts.pass(.flow(flow.id))
      } else {
        verdicts.unknown(
          .flow(flow.id), missing: figures.missing.map { .element($0, "availability") })
      }
    }
  }

  /// What lies outside the steps may be needed by other flows only, so it makes no error.
  private static func finding(_ flow: FlowAvailability, _ target: Availability) -> Finding {
    let inSteps = flow.parts.filter { $0.neededBy == nil }
    let ofSteps = inSteps.reduce(Availability.certain) { $0 * $1.availability }
    let worst = flow.parts[0]
    return Finding(
      descriptor, .staysBelow(flow, target, worst), at: .flow(flow.flow, "target.availability"),
      level: ofSteps < target ? nil : .warning,
      evidence: Evidence(
        path: flow.parts.prefix(12).map { .init(.element($0.element), note(on: $0)) },
        figures: [
          .init("target", Wording.percent(target)),
          .init(
            "availability", reach(flow),
            basis: "product of \(Wording.count(flow.parts.count, "part"))"),
          .init(
            "availability of the steps alone", Wording.percent(ofSteps),
            basis: "product of \(Wording.count(inSteps.count, "part"))"),
          .init("error budget used", share(flow.budgetShare)),
          .init("largest part of it", "'\(worst.element)', \(share(worst.budgetShare))"),
        ], assumptions: assumptions(of: flow)),
      related: flow.parts.prefix(3).map {
        Finding.Related(
          .element($0.element, "availability"),
          "uses up \(share($0.budgetShare)) of the error budget")
      },
      remedy: """
        Begin with '\(worst.element)': a second instance, a fallback for those who need it, or a \
        better promise. Or lower the target to what the parts allow, \
        \(Wording.percent(flow.availability)).
        """)
  }

  private static func assumptions(of flow: FlowAvailability) -> [String] {
    var assumptions = ["The parts fail independently of each other."]
    let outside = flow.parts.filter { $0.neededBy != nil }.map(\.element.text)
    if !outside.isEmpty {
      assumptions.append(
        "Not in the steps, but needed by parts that are: \(Wording.list(outside)).")
    }
    if !flow.missing.isEmpty {
      let unknown = Wording.list(flow.missing.map(\.text))
      assumptions.append("What does not declare an availability never fails: \(unknown).")
    }
    return assumptions
  }

  fileprivate static func reach(_ flow: FlowAvailability) -> String {
    (flow.missing.isEmpty ? "" : "at most ") + Wording.percent(flow.availability)
  }

  /// What a part contributes: `99.5 %, 100 % of the error budget`.
  private static func note(on part: FlowAvailability.Part) -> String {
    var note =
      "\(Wording.percent(part.availability)), \(share(part.budgetShare)) of the error budget"
    if part.instances > 1 { note += ", \(part.instances) instances" }
    if let user = part.neededBy { note += ", needed by '\(user)'" }
    return note
  }

  private static func share(_ fraction: Double?) -> String {
    guard let fraction, fraction < 1000 else { return "all" }
    return Wording.decimal(fraction * 100, places: fraction < 0.1 ? 1 : 0) + " %"
  }

  public static let descriptor = RuleDescriptor(
    id: "availability-below-target",
    title: "Availability below target",
    family: .availability,
    level: .error,
    profile: .minimal,
    quality: .reliability,
    summary: "The parts that a flow cannot do without are together up less than the flow promises.",
    rationale: """
      A flow is up only while all its hard parts are, so their availabilities multiply, and many \
      good parts make a poor whole. A target that the design cannot reach will be missed without \
      any mistake in operation.
      """,
    detection: """
      A(flow) = Π A(v) over the elements of the steps that are not optional and what those need by \
      hard links, each once; A(v) = 1 − (1 − a)ⁿ for n instances of which one is enough, and the \
      binomial tail for more. It is below `target.availability`: an error where the steps alone \
      are, else a warning. Elements without an availability count as never failing; if the target \
      is then still met, the flow is unknown. Shares of the error budget are (1 − A) ÷ (1 − target).
      """,
    remedy: """
      Take the part with the largest share of the error budget first: make it redundant, make the \
      need soft (fallback, copy, queue), or leave it out; or promise less.
      """,
    falsePositives: """
      Parts fail together, as in one data centre, so that the product counts one outage several \
      times; or declared figures are contracts with a wide margin, and measured ones are better.
      """,
    question: "Is the target a promise to somebody, and are the figures measured or hoped for?",
    references: [
      "Treynor, Dahlin, Rau, Beyer, The Calculus of Service Availability, ACM Queue 15(2), 2017: https://queue.acm.org/detail.cfm?id=3096459",
      "Azure Well-Architected Framework, Reliability metrics: https://learn.microsoft.com/azure/well-architected/reliability/metrics",
    ],
    examples: [
      RuleExample(
        "three good parts miss the target",
        """
        apps:
          ordering: { name: Ordering, availability: 99.9% }
          customers: { name: Customer register, availability: 99.5% }
        systems:
          login: { name: Login, type: idp, availability: 99.95% }
        links:
          - ordering -> login: checks the session
            via: rest
            timeout: 1s
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: ⟦99.5%⟧ }
            steps: [ordering -> login, ordering -> customers]
        """),
      RuleExample(
        "a second instance of the register is enough",
        """
        apps:
          ordering: { name: Ordering, availability: 99.9% }
          customers: { name: Customer register, availability: 99.5%, instances: 2 }
        systems:
          login: { name: Login, type: idp, availability: 99.95% }
        links:
          - ordering -> login: checks the session
            via: rest
            timeout: 1s
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: 99.5% }
            steps: [ordering -> login, ordering -> customers]
        """),
      RuleExample(
        "what the steps need counts, too, but may serve another flow",
        """
        apps:
          shop: { name: Shop, availability: 99.9% }
          stock: { name: Stock, availability: 99% }
        people:
          buyer: Buyer
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          order:
            target: { availability: ⟦99.5%⟧ }
            steps: [buyer -> shop]
        """, testOnly: true),
      RuleExample(
        "what is known is below the target already, or not yet",
        """
        apps:
          shop: { name: Shop, availability: 99% }
          desk: { name: Desk, availability: 99.9% }
          stock: Stock
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: desk, to: stock, via: rest, timeout: 1s }
        flows:
          order:
            target: { availability: ⟦99.5%⟧ }
            steps: [shop -> stock]
          help:
            target: { availability: 99.5% }
            steps: [desk -> stock]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func staysBelow(
    _ flow: FlowAvailability, _ target: Availability, _ worst: FlowAvailability.Part
  ) -> Self {
    """
    '\(flow.flow)' reaches \(AvailabilityBelowTarget.reach(flow)) \
    (target \(Wording.percent(target))); \
    '\(worst.element)' (\(Wording.percent(worst.availability))) costs most
    """
  }
}
