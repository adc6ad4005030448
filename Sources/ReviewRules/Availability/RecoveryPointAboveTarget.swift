public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that may lose more data than the flows which need them may lose.
public struct RecoveryPointAboveTarget: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    RecoveryDemand(
      key: "rpo", own: \.rpo, asked: \.recoveryPoint, target: \.rpoTarget
    ).judge(
      subject.graph, by: Self.descriptor, into: &verdicts,
      // Only what keeps data has to say how much of it may be lost.
      mustSay: { subject.solution.elements[$0].kind == .store }
    ) {
      .losesTooMuch($0, $1, $2, $3)
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "recovery-point-above-target",
    title: "Recovery point above target",
    family: .availability,
    level: .error,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element may lose more of the latest data than a flow that needs it may lose.",
    rationale: """
      After a disaster the work of the time since the last copy is gone. Where the flow promises \
      less loss than its stores can keep, somebody types orders in again from memory, or nobody \
      knows that they existed.
      """,
    detection: """
      An element has an `rpo` above the lowest `target.rpo` of the flows that are sure to need it: rpo \
      > min `target.rpo`. A flow is sure to need it when it is in a step that is \
      not optional, is a store of such an element, or is declared as `need: hard`. A store without \
      `rpo` is unknown; what is no store and says nothing keeps nothing.
      """,
    remedy: """
      Copy more often, replicate the log, or write to two places before answering; or agree with the \
      business on what may be lost, and how it is entered again.
      """,
    falsePositives: """
      Everything that the element keeps can be made again from elsewhere, as a search index or a \
      cache can: declare the `rpo` of the source instead.
      """,
    question: "Which orders of the last hour could you name if this store were lost now?",
    references: [
      "AWS Well-Architected, REL13-BP01: Define recovery objectives for downtime and data loss",
      "Azure Well-Architected Framework, Recovery targets: https://learn.microsoft.com/azure/well-architected/reliability/metrics",
    ],
    examples: [
      RuleExample(
        "a nightly copy under a promise of five minutes",
        """
        apps:
          ordering: Ordering
        stores:
          orders: { name: Orders, type: relational, rpo: ⟦24h⟧ }
        links:
          - ordering -> orders: writes the order
            via: sql
        flows:
          take-order:
            name: Take an order
            target: { rpo: 5min }
            steps: [ordering -> orders]
        """),
      RuleExample(
        "the log is shipped every minute",
        """
        apps:
          ordering: Ordering
        stores:
          orders: { name: Orders, type: relational, rpo: 1min }
        links:
          - ordering -> orders: writes the order
            via: sql
        flows:
          take-order:
            name: Take an order
            target: { rpo: 5min }
            steps: [ordering -> orders]
        """),
      RuleExample(
        "what the flow takes in an optional step only may lose more",
        """
        apps:
          ordering: Ordering
        stores:
          hints: { name: Hints, type: document, rpo: 24h }
          orders: Orders
        links:
          - { from: ordering, to: hints, via: sql, need: soft }
          - { from: ordering, to: orders, via: sql }
        flows:
          take-order:
            target: { rpo: 5min }
            steps: [ordering -> orders, { optional: [ordering -> hints] }]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func losesTooMuch(
    _ id: ElementID, _ own: Duration, _ flow: FlowID, _ target: Duration
  ) -> Self {
    """
    '\(id)' may lose the data of \(Wording.duration(own)), and '\(flow)' promises \
    \(Wording.duration(target))
    """
  }
}
