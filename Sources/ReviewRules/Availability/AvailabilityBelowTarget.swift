public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows whose parts together cannot reach the availability that the flow promises.
public struct AvailabilityBelowTarget: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for (flow, figures) in zip(subject.solution.flows, subject.graph.flowAvailabilities()) {
      guard let target = flow.availabilityTarget else { continue }
      guard !figures.costs.isEmpty || !figures.missing.isEmpty else { continue }
      verdicts.used(.flow(flow.id, "target.availability"))
      for part in figures.parts { verdicts.used("availability", ofElement: part.vertex) }
      if figures.availability < target {
        verdicts.fail(Self.finding(flow, figures, target, in: subject.solution))
      } else if !figures.missing.isEmpty {
        verdicts.unknown(missing: figures.missing.map { .element($0, "availability") })
      } else if figures.inferredAvailability < target {
        verdicts.fail(Self.finding(flow, figures, target, in: subject.solution))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What the parts call besides may serve other flows; if only that breaks the target, it is a note.
  private static func finding(
    _ flow: Flow, _ figures: FlowAvailability, _ target: Availability, in solution: Solution
  ) -> Finding {
    let isCertain = figures.availability < target
    let costs = figures.costs
    let worst =
      isCertain
      ? costs.first?.subject : figures.inferredParts.first.map { .element($0.element) }
    return Finding(
      descriptor,
      isCertain ? .staysBelow(figures, target, costs.first) : .mayStayBelow(figures, target),
      at: .flow(flow.id, "target.availability"), level: isCertain ? nil : .note,
      evidence: evidence(flow, figures, target, in: solution),
      related: related(costs, isCertain ? [] : figures.inferredParts),
      remedy: isCertain
        ? """
        Begin with '\(worst?.name ?? "the first part")': a second instance, a fallback for those who need it, or a \
        better promise. Or lower the target to what the parts allow, \
        \(Wording.percent(figures.availability)).
        """
        : """
        Say whether '\(worst?.name ?? "what is called")' is needed here: `need: soft` on the link if not. If it is, \
        begin with it: a second instance, a fallback, or a better promise.
        """,
      causes: worst.map { [$0] } ?? [], cures: cures(for: worst, of: flow, in: solution))
  }

  private static func related(
    _ costs: [FlowAvailability.Cost], _ inferred: [FlowAvailability.Part]
  ) -> [Finding.Related] {
    let parts =
      costs.map { ($0.subject, $0.budgetShare) }
      + inferred.map { (.element($0.element), $0.budgetShare) }
    return parts.prefix(5).map { subject, share in
      let attribute = subject.kind == "link" ? "fallback-effectiveness" : "availability"
      return Finding.Related(
        ElementPath(subject, attribute), "uses up \(self.share(share)) of the error budget")
    }
  }

  /// One more instance of what costs most, or no need of it.
  private static func cures(
    for worst: ElementPath.Subject?, of flow: Flow, in solution: Solution
  ) -> [Cure] {
    guard case .element(let element) = worst else { return [] }
    let uses = flow.uses.compactMap { solution.link($0.link) }
      .filter { $0.destination == element && $0.isHard }
    let soft = uses.map { SolutionChange.fallBack($0.id, to: .cache) }
    return [Cure(.addInstance(of: element))] + (soft.isEmpty ? [] : [Cure(soft)])
  }

  private static func evidence(
    _ flow: Flow, _ figures: FlowAvailability, _ target: Availability, in solution: Solution
  ) -> Evidence {
    var lines: [Evidence.Figure] = [
      .init("target", Wording.percent(target)),
      .init(
        "availability", reach(figures), basis: basis(of: figures)),
      .init("error budget used", share(figures.budgetShare)),
    ]
    lines += figures.parts.prefix(8).map(figure(for:))
    if !figures.inferredParts.isEmpty {
      lines.append(
        .init(
          "with what the parts call besides", Wording.percent(figures.inferredAvailability),
          basis: "\(Wording.count(figures.inferredCount, "part")) more, needed or not"))
      lines += figures.inferredParts.prefix(4).map(figure(for:))
    }
    lines += figures.costs.filter { $0.subject.kind != "element" || isAlternative($0, figures) }
      .prefix(4).map(figure(for:))
    var assumptions = ["The parts fail independently of each other."]
    if !figures.missing.isEmpty {
      let unknown = Wording.list(figures.missing.map(\.text))
      assumptions.append("What does not declare an availability never fails: \(unknown).")
    }
    return Evidence(
      path: Evidence.steps(
        along: flow.uses.filter { !$0.isOptional }.prefix(12).compactMap {
          solution.link($0.link)
        }),
      figures: lines, working: working(figures), assumptions: assumptions)
  }

  private static func isAlternative(_ cost: FlowAvailability.Cost, _ figures: FlowAvailability)
    -> Bool
  {
    figures.alternatives.contains { $0.subject == cost.subject }
  }

  /// How the availability was found, and how sure that is.
  private static func basis(of figures: FlowAvailability) -> String {
    let parts = Wording.count(figures.parts.count + figures.fates.count, "part")
    let others = "\(figures.alternatives.count) that stand in for each other"
    let range = "\(Wording.percent(figures.lowest)) to \(Wording.percent(figures.highest))"
    return switch figures.method {
    case .product: "product of \(parts)"
    case .diagram: "exact, of \(parts) and \(others)"
    case .bounds: "certainly \(range), of \(parts) and \(others)"
    case .samples: "\(range) with a confidence of 99 %, of \(parts) and \(others)"
    }
  }

  private static func working(_ figures: FlowAvailability) -> [String] {
    let parts = figures.parts.prefix(12).map { part in
      let whole = Wording.percent(part.availability)
      guard part.instances > 1 else { return whole }
      let one = Wording.percent(part.instanceAvailability)
      return "\(whole) (\(part.needs) of \(part.instances) at \(one))"
    }
    let rest = figures.parts.count - parts.count
    let zones = figures.fates.map { "\(Wording.percent($0.availability)) (zone '\($0.zone)')" }
    let whole = figures.parts.map(\.availability) + figures.fates.map(\.availability)
    let known = whole.reduce(Availability.certain, *).fraction
    let others =
      known > 0 ? Availability(fraction: min(1, figures.availability.fraction / known)) : nil
    let shared = others.map { ["\(Wording.percent($0)) (stand-ins)"] } ?? []
    let factors = parts + (rest > 0 ? ["\(rest) more"] : []) + zones
    let product = (factors + (figures.method == .product ? [] : shared)).joined(separator: " × ")
    return ["A(\(figures.flow)) = \(product) = \(Wording.percent(figures.availability))"]
  }

  /// What a part adds: `'stock'` `99.5 %` (100 % of the error budget).
  private static func figure(for part: FlowAvailability.Part) -> Evidence.Figure {
    var basis = "\(share(part.budgetShare)) of the error budget"
    if part.instances > 1 { basis += ", \(part.instances) instances" }
    if let user = part.neededBy { basis += ", called by '\(user)'" }
    return Evidence.Figure("'\(part.element)'", Wording.percent(part.availability), basis: basis)
  }

  private static func figure(for cost: FlowAvailability.Cost) -> Evidence.Figure {
    let name =
      cost.subject.kind == "link" ? "fallback of '\(cost.subject.name)'" : cost.subject.name
    return Evidence.Figure(
      cost.subject.kind == "link" ? name : "'\(name)'", Wording.percent(cost.availability),
      basis: "\(share(cost.budgetShare)) of the error budget")
  }

  fileprivate static func reach(_ flow: FlowAvailability) -> String {
    (flow.missing.isEmpty ? "" : "at most ") + Wording.percent(flow.availability)
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
    weighs: [.criticality],
    profile: .minimal,
    quality: .reliability,
    summary: "The parts that a flow cannot do without are together up less than the flow promises.",
    rationale: """
      A flow is up only while all its hard parts are, so their availabilities multiply, and many \
      good parts make a poor whole. A target that the design cannot reach will be missed without \
      any mistake in operation.
      """,
    detection: """
      A(flow) = Π A(v) over the elements of the steps that are not optional, their stores, and what \
      they declare as `need: hard`, each once, as zones with an `availability` and providers; A(v) = \
      1 − (1 − a)ⁿ for n instances of which one is enough, and the binomial tail for more. Where a \
      link has a `fallback-to`, one of the two ways is enough: that goes through a decision diagram, \
      or lies between bounds. A(flow) is below `target.availability`. Elements without an availability \
      never fail; if the target is then still met, the flow is unknown. A note where only what the \
      parts call besides misses the target. Shares of the error budget are (1 − A) ÷ (1 − target).
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
    explainedBy: ["single-point-of-failure", "availability-below-target"],
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
        "a second provider stands in, and both lie in one zone that is down too often",
        """
        zones:
          east: { name: East, availability: 99% }
          west: { name: West, availability: 99.9% }
        apps:
          shop: { name: Shop, availability: 99.99% }
          desk: { name: Desk, availability: 99.99% }
          here: { name: Payment here, availability: 99.5%, zone: east }
          near: { name: Payment near, availability: 99.5%, zone: east }
          away: { name: Payment away, availability: 99.5%, zone: west }
        links:
          - { from: shop, to: here, via: rest, timeout: 1s, fallback-to: near }
          - { from: desk, to: away, via: rest, timeout: 1s, fallback-to: here }
        flows:
          pay-near:
            target: { availability: ⟦99.9%⟧ }
            steps: [shop -> here]
          pay-away:
            target: { availability: 99.9% }
            steps: [desk -> away]
        """, testOnly: true),
      RuleExample(
        "a store counts with its app, and another call may be needed or not",
        """
        people:
          buyer: Buyer
        apps:
          shop: { name: Shop, availability: 99.9% }
          desk: { name: Desk, availability: 99.9% }
          stock: { name: Stock, availability: 99% }
        stores:
          orders: { name: Orders, availability: 99% }
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: buyer, to: desk, via: ui-web-link }
          - { from: shop, to: orders, via: sql }
          - { from: desk, to: stock, via: rest, timeout: 1s }
        flows:
          order:
            target: { availability: ⟦99.5%⟧ }
            steps: [buyer -> shop]
          help:
            target: { availability: ⟦99.5%⟧ }
            steps: [buyer -> desk]
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
    _ flow: FlowAvailability, _ target: Availability, _ worst: FlowAvailability.Cost?
  ) -> Self {
    let most = worst.map {
      "; '\($0.subject.name)' (\(Wording.percent($0.availability))) costs most"
    }
    return """
      '\(flow.flow)' reaches \(AvailabilityBelowTarget.reach(flow)) \
      (target \(Wording.percent(target)))\(most ?? "")
      """
  }

  fileprivate static func mayStayBelow(_ flow: FlowAvailability, _ target: Availability) -> Self {
    """
    '\(flow.flow)' reaches \(Wording.percent(flow.inferredAvailability)) \
    (target \(Wording.percent(target))) if it needs what its parts call besides\
    \(flow.inferredCount == 0 ? "" : ": ")\
    \(Wording.list(flow.inferredParts.map(\.element.text), of: flow.inferredCount))
    """
  }
}
