public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts of flows that cannot be asked whether they are well.
public struct HealthCheckMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let uses = graph.flowUses()
    for vertex in graph.solution.elements.indices
    where !uses.flowsOfElement[vertex].isEmpty && graph.isRun(vertex) {
      switch graph.solution.elements[vertex].healthCheck {
      case nil:
        verdicts.unknown(missing: "health-check", ofElement: vertex)
      case HealthCheck.none?:
        verdicts.used("health-check", ofElement: vertex)
        let flows = uses.flowsOfElement[vertex].map { graph.solution.flows[$0].id }
        verdicts.fail(Self.finding(graph.elementID(vertex), flows))
      case .own?, .compound?:
        verdicts.used("health-check", ofElement: vertex)
        verdicts.pass()
      }
    }
  }

  private static func finding(_ id: ElementID, _ flows: [FlowID]) -> Finding {
    Finding(
      descriptor, .cannotBeAsked(id, flows), at: .element(id, "health-check"),
      weighs: flows.map { .flow($0) }, roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(figures: [
        .init("health-check", HealthCheck.none.rawValue), .init("flows", "\(flows.count)"),
      ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "health-check-missing",
    title: "Health check missing",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A part that flows pass has no health check.",
    rationale: """
      A load balancer cannot take a sick instance out, a deployment cannot tell whether it worked, and \
      a watchman learns of the outage from those who suffer it. One endpoint serves all three.
      """,
    detection: """
      A system, app, store or channel of our own that is neither planned nor retired, that a flow \
      touches outside `optional`, and that says `health-check: none`. Without the key it is unknown.
      """,
    remedy: """
      Let it answer whether it can do its own work (`health-check: own`), and let the deployment and \
      the load balancer ask for that.
      """,
    falsePositives: """
      The platform asks in another way, such as by the age of the last message: then that is its \
      health check, and `own` is the word for it.
      """,
    question: "How would the load balancer know that this instance answers nothing but errors?",
    references: [
      "Richardson: Microservices Patterns, chapter 11, Health check API",
      "Microsoft Azure Architecture Center: Health Endpoint Monitoring pattern",
    ],
    examples: [
      RuleExample(
        "nobody can ask the stock whether it is well",
        """
        apps:
          shop: { name: Web shop, health-check: own }
          stock: { name: Stock, health-check: ⟦none⟧ }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          order: { criticality: high, steps: [shop -> stock] }
        """),
      RuleExample(
        "both answer for themselves",
        """
        apps:
          shop: { name: Web shop, health-check: own }
          stock: { name: Stock, health-check: own }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          order: { criticality: high, steps: [shop -> stock] }
        """),
      RuleExample(
        "what is external, planned, or in no flow is left alone",
        """
        apps:
          shop: { name: Web shop, health-check: own }
          bank: { name: Bank, external: true, health-check: none }
          points: { name: Points, lifecycle: planned, health-check: none }
          report: { name: Report, health-check: none }
        links:
          - { from: shop, to: bank, via: rest, timeout: 1s }
          - { from: shop, to: points, via: rest, timeout: 1s, need: soft, fallback: disable }
          - { from: report, to: shop, via: rest, timeout: 1s }
        flows:
          order: { steps: [shop -> bank, shop -> points] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func cannotBeAsked(_ id: ElementID, _ flows: [FlowID]) -> Self {
    """
    \(Wording.name(id)) has no health check, and \(Wording.count(flows.count, "flow")) \
    \(flows.count == 1 ? "passes" : "pass") it: \(Wording.list(flows.map(\.text)))
    """
  }
}
