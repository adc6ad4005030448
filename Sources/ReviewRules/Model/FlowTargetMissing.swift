public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds critical flows of which nobody says how good they must be.
public struct FlowTargetMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for flow in solution.flows {
      guard let criticality = flow.criticality ?? solution.criticality else { continue }
      guard criticality >= .core else { continue }
      if flow.availabilityTarget != nil || flow.latencyTarget != nil {
        verdicts.pass()
      } else {
        verdicts.fail(
          Self.finding(flow.id, criticality, isInherited: flow.criticality == nil))
      }
    }
  }

  private static func finding(_ flow: FlowID, _ criticality: Criticality, isInherited: Bool)
    -> Finding
  {
    Finding(
      descriptor, .hasNoMeasure(flow, criticality), at: .flow(flow),
      roles: [Finding.Role("flow", .flow(flow))],
      evidence: Evidence(figures: [
        .init("criticality", criticality.rawValue, basis: isInherited ? "of the solution" : nil),
        .init("targets", "0"),
      ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "flow-target-missing",
    title: "Flow without a target",
    family: .model,
    level: .note,
    quality: .functionalSuitability,
    summary: "A critical flow does not say how often it must work, nor how fast.",
    rationale: """
      Without a target every design is good enough, and every outage is too long. The figure is what \
      lets somebody decide whether a second instance is worth its price.
      """,
    detection: """
      The `criticality` of the flow, or else of the solution, is *core* or above, and its `target` has \
      neither `availability` nor `latency`.
      """,
    remedy: "Ask the owner of the journey what it may cost to be away, and declare the `target`.",
    falsePositives: "The target is kept elsewhere: then write it down here, where it is reckoned with.",
    question: "For how many minutes a month may it fail before somebody calls?",
    references: [
      "Beyer and others: Site Reliability Engineering, chapter 4, Service Level Objectives"
    ],
    examples: [
      RuleExample(
        "orders are core, and may fail for any time",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          ⟦order⟧: { criticality: core, steps: [shop -> stock] }
        """),
      RuleExample(
        "orders are core, and three nines will do",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          order: { criticality: core, target: { availability: 99.9% }, steps: [shop -> stock] }
        """),
      RuleExample(
        "the solution passes its criticality on; a flow that matters less needs none",
        """
        criticality: business-critical
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          ⟦order⟧: { steps: [shop -> stock] }
          browse: { criticality: high, steps: [shop -> stock] }
          pay: { target: { latency: 2s }, steps: [shop -> stock] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoMeasure(_ flow: FlowID, _ criticality: Criticality) -> Self {
    "flow '\(flow)' is \(criticality.rawValue) and has no target for availability or latency"
  }
}
