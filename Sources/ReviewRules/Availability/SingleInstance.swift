public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements of the core business that run as often as they need to, and not once more.
public struct SingleInstance: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let reported = Set(graph.singlePointsOfFailure().map(\.element))
    for vertex in graph.solution.elements.indices where Self.applies(to: vertex, in: graph) {
      guard let criticality = graph.placements[vertex].criticality, criticality >= .high,
        !reported.contains(graph.elementID(vertex))
      else { continue }
      switch graph.redundancy(of: vertex) {
      case .undeclared:
        verdicts.unknown(missing: "instances", ofElement: vertex)
      case .redundant, .withoutAutomaticFailover:
        verdicts.used("instances", ofElement: vertex)
        verdicts.pass()
      case .single:
        verdicts.used("instances", ofElement: vertex)
        verdicts.fail(Self.finding(vertex, criticality, in: graph.solution))
      }
    }
  }

  /// Whether it is of the kinds that run, and ours.
  private static func applies(to vertex: Int, in graph: SolutionGraph) -> Bool {
    guard !graph.placements[vertex].isExternal, graph.placements[vertex].lifecycle != .retired
    else { return false }
    switch graph.solution.elements[vertex].kind {
    case .application, .store, .channel: return true
    case .person, .system, .module: return false
    }
  }

  private static func finding(_ vertex: Int, _ criticality: Criticality, in solution: Solution)
    -> Finding
  {
    let element = solution.elements[vertex]
    let instances = element.instances ?? 1
    let needed = element.needs ?? 1
    return Finding(
      descriptor, .hasNoSpare(element.id, criticality, instances, needed),
      at: .element(element.id, "instances"),
      evidence: Evidence(figures: [
        .init("instances", "\(instances)"),
        .init("needed", "\(needed)", basis: element.needs == nil ? "default" : nil),
        .init(
          "criticality", criticality.rawValue,
          basis: element.criticality == nil ? "of what is around it" : nil),
      ]), cures: [Cure(.addInstance(of: element.id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "single-instance",
    title: "Single instance",
    family: .availability,
    level: .note,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element that the business depends on has no instance to spare.",
    rationale: """
      With one instance every release, every restart and every failed disk is an outage, and there \
      is no moment at which the platform may be patched.
      """,
    detection: """
      An app, store or channel of our own with criticality `high` or above and no more `instances` \
      than it `needs`. Elements that `single-point-of-failure` names are left to \
      that rule. Without `instances`, or without a criticality, nothing is said.
      """,
    remedy: """
      Run one instance more than is needed, in another place, with `failover: automatic`; for a store \
      a standby that takes over.
      """,
    falsePositives: """
      It is a batch job that may run later, or a managed service that is redundant inside: declare \
      its `instances`.
      """,
    question: "What must be switched off, and who must agree, before this can be patched?",
    references: [
      "AWS Well-Architected, REL11-BP02: Fail over to healthy resources",
      "Azure Well-Architected Framework, Redundancy: https://learn.microsoft.com/azure/well-architected/reliability/redundancy",
    ],
    examples: [
      RuleExample(
        "the claims desk of the core business runs once",
        """
        apps:
          desk: { name: Claims desk, criticality: core, instances: ⟦1⟧ }
          archive: { name: Archive, criticality: low, instances: 1 }
        links:
          - desk -> archive: files the letter
            via: queue
        """),
      RuleExample(
        "one of two can be patched at any time",
        """
        apps:
          desk: { name: Claims desk, criticality: core, instances: 2 }
          archive: { name: Archive, criticality: low, instances: 1 }
        links:
          - desk -> archive: files the letter
            via: queue
        """),
      RuleExample(
        "three of which all are needed leave none to spare",
        """
        systems:
          claims:
            name: Claims
            criticality: high
            stores: { cases: { name: Cases, instances: ⟦3⟧, needs: 3 } }
            apps: { desk: Desk }
        links:
          - { from: desk, to: cases, via: sql }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoSpare(
    _ id: ElementID, _ criticality: Criticality, _ instances: Int, _ needed: Int
  ) -> Self {
    let need = needed > 1 ? "needs \(needed) of \(instances) instances" : "runs one instance"
    return "'\(id)' (\(criticality.rawValue)) \(need), and has none to spare"
  }
}
