public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that take longer to come back than the flows which need them may take.
public struct RecoveryTimeAboveTarget: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    RecoveryDemand(
      key: "rto", own: \.rto, asked: \.recoveryTime, target: \.rtoTarget
    ).judge(
      subject.graph, by: Self.descriptor, into: &verdicts
    ) {
      .comesBackTooLate($0, $1, $2, $3)
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "recovery-time-above-target",
    title: "Recovery time above target",
    family: .availability,
    level: .error,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element may take longer to recover than a flow that cannot run without it.",
    rationale: """
      A flow is back when the last part that it needs is back. A recovery time that one of the parts \
      does not promise is a promise of nobody, and it is broken in the first real outage.
      """,
    detection: """
      An element has an `rto` above the lowest `target.rto` of the flows that are sure to need it: rto \
      > min `target.rto`. A flow is sure to need it when it is in a step that is \
      not optional, is a store of such an element, or is declared as `need: hard`. One finding an \
      element, however many flows it holds up. An element without `rto` is unknown.
      """,
    remedy: """
      Agree on a shorter recovery with those who run the element, and rehearse it; or give the flow a \
      way to work without it; or promise less.
      """,
    falsePositives: """
      Work can be taken over by hand or from a copy meanwhile: then the need is soft, declare the \
      `fallback`.
      """,
    question: "When was this element last restored from nothing, and how long did that take?",
    references: [
      "AWS Well-Architected, REL13-BP01: Define recovery objectives for downtime and data loss",
      "ISO 22301:2019, Business continuity management systems, 8.2.2 Business impact analysis",
    ],
    examples: [
      RuleExample(
        "the flow promises an hour, its ledger a working day",
        """
        apps:
          billing: { name: Billing, rto: 30min }
          ledger: { name: Ledger, rto: ⟦8h⟧ }
        links:
          - billing -> ledger: books the invoice
            via: rest
            timeout: 2s
        flows:
          invoice:
            name: Send an invoice
            target: { rto: 1h }
            steps: [billing -> ledger]
        """),
      RuleExample(
        "bookings wait in a queue while the ledger is away",
        """
        apps:
          billing: { name: Billing, rto: 30min }
          ledger: { name: Ledger, rto: 8h }
        links:
          - billing -> ledger: books the invoice
            via: rest
            timeout: 2s
            fallback: queue
        flows:
          invoice:
            name: Send an invoice
            target: { rto: 1h }
            steps: [billing -> ledger]
        """),
      RuleExample(
        "a store behind the steps counts, and two flows give one finding",
        """
        apps:
          billing: { name: Billing, rto: 30min }
        stores:
          invoices: { name: Invoices, type: relational, rto: ⟦2h⟧ }
        people:
          clerk: Clerk
        links:
          - { from: clerk, to: billing, via: ui-web-link }
          - { from: billing, to: invoices, via: sql }
        flows:
          invoice:
            target: { rto: 1h }
            steps: [clerk -> billing]
          remind:
            target: { rto: 45min }
            steps: [clerk -> billing]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func comesBackTooLate(
    _ id: ElementID, _ own: Duration, _ flow: FlowID, _ target: Duration
  ) -> Self {
    """
    '\(id)' may take \(Wording.duration(own)) to recover, and '\(flow)' promises \
    \(Wording.duration(target))
    """
  }
}
