public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds channels that forget messages before a receiver may be back.
public struct RetentionTooShort: Rule {
  /// How many times the longest outage messages are to be kept.
  public var factor = 1.5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "factor", \.factor, in: 1...100, "How many times the longest outage to keep (times)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for delivery in subject.graph.bufferedDeliveries() {
      let link = subject.graph.linkID(delivery.link)
      guard let retention = delivery.retention, let outage = delivery.outage else {
        verdicts.unknown(
          missing: (delivery.retention == nil ? [.link(link, "retention")] : [])
            + (delivery.outage == nil ? [.element(delivery.receiver, "rto")] : []))
        continue
      }
      if retention < outage * factor {
        verdicts.fail(finding(delivery, retention, outage, in: subject.graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(
    _ delivery: BufferedDelivery, _ retention: Duration, _ outage: Duration,
    in graph: SolutionGraph
  ) -> Finding {
    let link = graph.solution.links[delivery.link]
    let holder = delivery.retentionLink ?? delivery.link
    var figures: [Evidence.Figure] = [
      .init("retention", Wording.duration(retention)),
      .init(
        "longest outage", Wording.duration(outage),
        basis: delivery.outageBasis == .serviceHours
          ? "closed from Friday 18:00 to Monday 08:00" : "rto"),
      .init("factor", Wording.decimal(factor, places: 2)),
      .init("needed", Wording.duration(outage * factor)),
    ]
    if let peak = graph.solution.links[holder].volume.peak ?? link.volume.peak {
      let backlog = min(peak.perSecond * (outage / .seconds(1)), 1e15)
      figures.append(.init("backlog at the peak", "\(Int(backlog.rounded())) messages"))
    }
    return Finding(
      Self.descriptor, .forgets(link, delivery.receiver, retention, limit: outage * factor),
      at: .link(graph.linkID(holder), "retention"),
      level: retention < outage ? nil : .note,
      roles: [
        Finding.Role("delivery", .link(link.id)),
        Finding.Role("receiver", .element(delivery.receiver)),
      ],
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures),
      related: holder == delivery.link ? [] : [Finding.Related(.link(link.id), "delivers them")],
      remedy: "Keep messages for at least \(Wording.duration(outage * factor)).")
  }

  public static let descriptor = RuleDescriptor(
    id: "retention-too-short",
    title: "Retention too short",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A channel forgets messages before a receiver that is down may be back.",
    rationale: """
      A channel makes a receiver's outage harmless as long as it keeps what comes in. What expires \
      before the receiver is back and has worked off the backlog is lost, and nobody gets an error.
      """,
    detection: """
      For each delivery out of a channel: `retention` (of the link, or the shortest of the links that \
      send) is below `factor` × the longest outage, which is the receiver's `rto`, or 62 h where its \
      `service-hours` are `business-hours`. An outage of 48 h needs 72 h. Between once and `factor` \
      times it is a note.
      """,
    remedy: """
      Keep messages longer, recover the receiver faster, or let a small app that is always there take \
      them in and store them.
      """,
    falsePositives: "What is lost can be fetched again from its master, and somebody notices.",
    question: "If the receiver fails on Friday evening, what is gone on Monday?",
    references: [
      "Hohpe, Woolf: Enterprise Integration Patterns, Message Expiration and Guaranteed Delivery",
      "Apache Kafka documentation, Topic configuration: retention.ms",
    ],
    examples: [
      RuleExample(
        "a day of messages for a receiver that may be away for two",
        """
        systems:
          erp: { name: ERP, rto: 48h }
        channels:
          events: { name: Business events, type: topic }
        links:
          - events -> erp: delivers orders
            via: topic
            retention: ⟦24h⟧
        """),
      RuleExample(
        "three days are one and a half times two",
        """
        systems:
          erp: { name: ERP, rto: 48h }
        channels:
          events: { name: Business events, type: topic }
        links:
          - events -> erp: delivers orders
            via: topic
            retention: 72h
        """),
      RuleExample(
        "the sender says how long, the receiver works in business hours; another one is unknown",
        """
        apps:
          shop: Web shop
          desk: { name: Desk, service-hours: business-hours }
          mail: Mailings
        channels:
          events: { name: Business events, type: topic }
        links:
          - { from: shop, to: events, via: topic, retention: ⟦2d⟧, peak: 10/s }
          - { from: events, to: desk, via: topic }
          - { from: events, to: mail, via: topic }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func forgets(
    _ link: Link, _ receiver: ElementID, _ retention: Duration, limit: Duration
  ) -> Self {
    """
    messages for \(Wording.name(receiver)) are kept for \(Wording.duration(retention)) \
    (needs \(Wording.duration(limit))): \(Wording.chain([link.source, receiver]))
    """
  }
}
