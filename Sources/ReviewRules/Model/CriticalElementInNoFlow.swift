public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts that the business depends on and that no flow passes.
public struct CriticalElementInNoFlow: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    guard subject.isWhole else { return }
    let critical = graph.solution.elements.indices.filter { Self.isCritical($0, in: graph) }
    guard !graph.solution.flows.isEmpty else {
      if critical.count > 1 {
        verdicts.fail(Self.finding(ofAll: critical.map(graph.elementID)))
      } else if let vertex = critical.first {
        verdicts.fail(Self.finding(graph.elementID(vertex), flows: 0, in: graph))
      }
      return
    }
    let uses = graph.flowUses()
    for vertex in critical {
      if uses.isTouched[vertex] || Self.isNeeded(vertex, uses, in: graph) {
        verdicts.pass()
      } else {
        verdicts.fail(
          Self.finding(graph.elementID(vertex), flows: graph.solution.flows.count, in: graph))
      }
    }
  }

  /// Whether the model itself calls the element core, be it by what is around it.
  private static func isCritical(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    guard let criticality = graph.solution.elements[vertex].criticality, criticality >= .core else {
      return false
    }
    switch graph.solution.elements[vertex].kind {
    case .person, .module: return false
    case .system, .application, .store, .channel: break
    }
    switch graph.placements[vertex].lifecycle {
    case .planned, .retired: return false
    case .active, .sunset, .frozen, nil: return true
    }
  }

  /// Whether something that a flow touches calls it, as an app calls its store.
  private static func isNeeded(_ vertex: Int, _ uses: FlowUses, in graph: SolutionGraph) -> Bool {
    graph.legs(into: vertex).contains {
      graph.traits[$0.link].isHard && uses.isTouched[$0.source]
    }
  }

  private static func finding(_ id: ElementID, flows: Int, in graph: SolutionGraph) -> Finding {
    Finding(
      descriptor, .isInNoFlow(id, flows: flows), at: .element(id, "criticality"),
      roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(
        figures: [
          graph.solution.element(id)?.criticality.map { .init("criticality", $0.rawValue) },
          .init("flows of the model", "\(flows)"),
        ].compactMap { $0 }))
  }

  private static func finding(ofAll ids: [ElementID]) -> Finding {
    Finding(
      descriptor, .thereAreNoFlows(ids), at: ElementPath(.solution),
      roles: [Finding.Role("scope", .solution)],
      evidence: Evidence(figures: [
        .init("elements from core on", "\(ids.count)"), .init("flows of the model", "0"),
      ]),
      related: ids.map { Finding.Related(.element($0, "criticality"), "is in no flow") })
  }

  public static let descriptor = RuleDescriptor(
    id: "critical-element-in-no-flow",
    title: "Critical element in no flow",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "The business depends on an element, and no flow shows what for.",
    rationale: """
      Availability, latency and what an outage stops are worked out along flows. Of a part that none \
      of them passes the review can say nothing that matters, however critical it is.
      """,
    detection: """
      An element declares a `criticality` of *core* or *business-critical*, is neither planned nor \
      retired, no step of a flow touches it or something in it, and nothing that a flow touches needs \
      it by a hard link. In a model without flows all of them are one finding.
      """,
    remedy: """
      Describe the journey for which it is critical, with its target, or lower the criticality.
      """,
    falsePositives: "It is critical for itself, such as a backup vault: waive it.",
    question: "What can the business not do on the day when it is away?",
    references: [
      "Microsoft Azure Well-Architected Framework, Reliability: Identify and rate flows"
    ],
    examples: [
      RuleExample(
        "the ledger is core, and no flow passes it",
        """
        apps:
          shop: { name: Web shop, criticality: high }
          stock: Stock
          ledger: { name: Ledger, criticality: ⟦core⟧ }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: shop, to: ledger, via: sftp }
        flows:
          order: { steps: [shop -> stock] }
        """),
      RuleExample(
        "the order ends in the ledger",
        """
        apps:
          shop: { name: Web shop, criticality: high }
          stock: Stock
          ledger: { name: Ledger, criticality: core }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: shop, to: ledger, via: sftp }
        flows:
          order: { steps: [shop -> stock, shop -> ledger] }
        """),
      RuleExample(
        "a store that an app of a flow needs, a system of which a part is used, and a plan",
        """
        systems:
          commerce:
            criticality: core
            apps: { shop: Web shop, stock: Stock }
        stores: { orders: { name: Orders, criticality: core } }
        apps: { points: { criticality: core, lifecycle: planned } }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: stock, to: orders, via: sql, timeout: 1s }
        flows:
          order: { steps: [shop -> stock] }
        """, testOnly: true),
      RuleExample(
        "without any flow all are one finding",
        """
        solution: ⟦Example⟧
        apps: { shop: { criticality: core }, stock: { criticality: business-critical } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isInNoFlow(_ id: ElementID, flows: Int) -> Self {
    flows == 0
      ? "\(Wording.name(id)) is critical, and the model has no flow"
      : "\(Wording.name(id)) is critical, and none of the \(Wording.count(flows, "flow")) passes it"
  }

  fileprivate static func thereAreNoFlows(_ ids: [ElementID]) -> Self {
    "\(ids.count) elements are critical, and the model has no flow: \(Wording.list(ids.map(\.text)))"
  }
}
