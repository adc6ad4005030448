public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements without redundancy whose loss alone stops flows or takes others from their users.
public struct SinglePointOfFailure: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for point in subject.graph.singlePointsOfFailure() {
      switch point.redundancy {
      case .redundant: verdicts.pass()
      case .undeclared:
        verdicts.unknown(missing: [.element(point.element, "instances")])
      case .single, .withoutAutomaticFailover:
        verdicts.used(.element(point.element, "instances"))
        verdicts.fail(Self.finding(point, in: subject.solution))
      }
    }
  }

  private static func finding(_ point: SolutionGraph.SinglePointOfFailure, in solution: Solution)
    -> Finding
  {
    let element = solution.element(point.element)
    let instances = element?.instances ?? 1
    let attribute = point.redundancy == .single ? "instances" : "failover"
    var figures: [Evidence.Figure] = [
      .init("instances", "\(instances)"),
      .init("needed", "\(element?.needs ?? 1)", basis: element?.needs == nil ? "default" : nil),
    ]
    if let failover = element?.failover { figures.append(.init("failover", failover.rawValue)) }
    figures.append(.init("flows lost", "\(point.lostFlowCount)"))
    figures.append(.init("elements lost", "\(point.lostTargetCount)"))
    return Finding(
      descriptor, .stopsWithIt(point, instances), at: .element(point.element, attribute),
      // It weighs what its loss stops, not what it is.
      weighs: point.lostFlows.map { .flow($0) } + point.lostTargets.map { .element($0) },
      evidence: Evidence(
        path: Evidence.steps(along: point.path), figures: figures,
        assumptions: ["Hard links have no way round that the model does not show."]),
      related: point.lostFlows.prefix(20).map {
        Finding.Related(.flow($0), "cannot run without it")
      }
        + point.lostTargets.prefix(5).map {
          Finding.Related(.element($0), "is reached only through it")
        },
      remedy: point.redundancy == .withoutAutomaticFailover
        ? "Let another instance of '\(point.element)' take over by itself (`failover: automatic`)."
        : nil,
      cures: cures(point))
  }

  /// Another instance, or no need of it where the way to what is lost enters it.
  private static func cures(_ point: SolutionGraph.SinglePointOfFailure) -> [Cure] {
    let redundant: SolutionChange =
      point.redundancy == .withoutAutomaticFailover
      ? .failOver(point.element) : .addInstance(of: point.element)
    guard let place = point.path.elements.firstIndex(of: point.element), place > 0,
      place <= point.path.links.count
    else { return [Cure(redundant)] }
    let entry = point.path.links[place - 1]
    return [Cure(redundant), Cure(.fallBack(entry, to: .cache)), Cure(.makeAsynchronous(entry))]
  }

  public static let descriptor = RuleDescriptor(
    id: "single-point-of-failure",
    title: "Single point of failure",
    family: .availability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary:
      "An element without redundancy stops flows, or cuts off critical elements, when it fails.",
    rationale: """
      There is no way round it. Its outages, its releases and its restarts are outages of \
      everything behind it.
      """,
    detection: """
      Along hard links from people and from the starts of flows, every way to a target passes the \
      element (it is a dominator), or a flow cannot run without it; targets are elements in the \
      steps of flows and those of criticality `core` or above. It is no single point when it has \
      more `instances` than it `needs` and its `failover` is not `none` or `manual`. Without \
      `instances` it is unknown.
      """,
    remedy: """
      Run a second instance in another zone with automatic failover; or give its users a way \
      round: a copy, a queue, another provider; or make the need soft.
      """,
    falsePositives: """
      It is redundant inside, as a managed service or a cluster behind one name: declare its \
      `instances`.
      """,
    question: "What happens in the hour after this element stops, and who can do what about it?",
    references: [
      "Lengauer, Tarjan, A fast algorithm for finding dominators in a flowgraph, TOPLAS 1(1), 1979",
      "Azure Well-Architected Framework, Redundancy: https://learn.microsoft.com/azure/well-architected/reliability/redundancy",
    ],
    examples: [
      RuleExample(
        "every order passes the one instance of ordering",
        """
        people:
          buyer: Buyer
        apps:
          shop: { name: Web shop, instances: 2 }
          ordering: { name: Ordering, instances: ⟦1⟧ }
        links:
          - buyer -> shop: places an order
            via: ui-web-link
          - shop -> ordering: submits the order
            via: rest
            timeout: 3s
        flows:
          take-order:
            name: Take an order
            steps: [buyer -> shop, shop -> ordering]
        """),
      RuleExample(
        "two instances take over from each other",
        """
        people:
          buyer: Buyer
        apps:
          shop: { name: Web shop, instances: 2 }
          ordering: { name: Ordering, instances: 2, failover: automatic }
        links:
          - buyer -> shop: places an order
            via: ui-web-link
          - shop -> ordering: submits the order
            via: rest
            timeout: 3s
        flows:
          take-order:
            name: Take an order
            steps: [buyer -> shop, shop -> ordering]
        """),
      RuleExample(
        "a second instance that waits for people is none",
        """
        people:
          buyer: Buyer
        apps:
          shop: { name: Web shop, instances: 2, failover: ⟦manual⟧ }
        links:
          - { from: buyer, to: shop, via: ui-web-link }
        flows:
          browse:
            steps: [buyer -> shop]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func stopsWithIt(_ point: SolutionGraph.SinglePointOfFailure, _ instances: Int)
    -> Self
  {
    let state =
      point.redundancy == .single
      ? "has \(Wording.count(instances, "instance"))" : "does not fail over by itself"
    let lost =
      point.lostFlows.isEmpty
      ? "is the only way to \(Wording.list(point.lostTargets.map(\.text), showing: 3))"
      : "stops \(Wording.list(point.lostFlows.map(\.text), showing: 3))"
    return "'\(point.element)' \(state), and its loss \(lost)"
  }
}
