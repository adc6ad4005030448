public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds messages that must stay in order and take a way that does not keep it.
public struct OrderNotKept: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    // A link that passes two channels is told of once.
    var isJudged: Set<Int> = []
    var isCompeted: Set<Int> = []
    for exchange in subject.graph.messageExchanges() {
      guard let strictest = Self.strictest(exchange, in: links) else { continue }
      for place in exchange.publications + exchange.deliveries
      where place != strictest.link && isJudged.insert(place).inserted {
        judge(place, against: strictest, in: subject, into: &verdicts)
      }
      for place in exchange.deliveries where isCompeted.insert(place).inserted {
        judgeCompetition(at: place, strictest, in: subject, into: &verdicts)
      }
    }
  }

  /// The link of an exchange that asks for the most order.
  private struct Demand {
    let ordering: Ordering
    let link: Int
  }

  private static func strictest(_ exchange: SolutionGraph.MessageExchange, in links: [Link])
    -> Demand?
  {
    var found: Demand?
    for place in exchange.publications + exchange.deliveries {
      guard let ordering = links[place].failure.ordering, ordering != .none else { continue }
      if found == nil || found?.ordering == .perKey && ordering == .global {
        found = Demand(ordering: ordering, link: place)
      }
    }
    return found
  }

  private func judge(
    _ place: Int, against demand: Demand, in subject: ReviewSubject,
    into verdicts: inout Verdicts
  ) {
    let links = subject.solution.links
    guard subject.graph.traits[place].interaction == .asynchronous else { return }
    switch (links[place].failure.ordering, demand.ordering) {
    case (nil, _): verdicts.unknown(missing: "ordering", ofLink: place)
    case (.some(.none), _), (.perKey, .global):
      verdicts.used("ordering", ofLink: place)
      verdicts.fail(
        Self.finding(links[place], links[demand.link], demand.ordering))
    case (.perKey, .perKey), (.perKey, .none), (.global, _):
      verdicts.used("ordering", ofLink: place)
      verdicts.pass()
    }
  }

  /// Instances of one receiver that take messages side by side overtake each other.
  private func judgeCompetition(
    at place: Int, _ demand: Demand, in subject: ReviewSubject, into verdicts: inout Verdicts
  ) {
    guard demand.ordering == .global,
      let receiver = subject.solution.index(of: subject.solution.links[place].destination),
      let instances = subject.solution.elements[receiver].instances, instances > 1,
      subject.solution.elements[receiver].failover == nil
    else { return }
    verdicts.used("instances", ofElement: receiver)
    verdicts.fail(
      Self.finding(
        subject.solution.links[place], subject.solution.links[demand.link], instances: instances))
  }

  private static func finding(_ link: Link, _ demanding: Link, _ ordering: Ordering) -> Finding {
    Finding(
      descriptor, .keepsLess(link, demanding, ordering), at: .link(link.id, "ordering"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("order asked for", ordering.rawValue, basis: "by \(Wording.name(demanding))"),
          .init("order kept", link.failure.ordering?.rawValue ?? "none"),
        ]),
      related: [Finding.Related(.link(demanding.id, "ordering"), "asks for more")])
  }

  private static func finding(_ link: Link, _ demanding: Link, instances: Int) -> Finding {
    Finding(
      descriptor, .compete(link, instances), at: .element(link.destination, "instances"),
      level: .note,
      roles: [Finding.Role("receiver", .element(link.destination)), .init("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("order asked for", "global", basis: "by \(Wording.name(demanding))"),
          .init("instances", "\(instances)"),
        ],
        assumptions: ["All instances take messages at the same time."]),
      related: [Finding.Related(.link(demanding.id, "ordering"), "asks for one order of all")],
      remedy: """
        Let one instance be active and the others stand by (`failover: automatic`), or ask for \
        order within a key only, which many instances can share.
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "order-not-kept",
    title: "Order not kept",
    family: .interaction,
    level: .warning,
    quality: .functionalSuitability,
    summary: "Messages must stay in order, and a part of their way does not keep it.",
    rationale: """
      The cancellation overtakes the order, the old address overwrites the new one. It happens \
      seldom and under load, so tests do not show it, and the wrong state stays.
      """,
    detection: """
      Of all links into and out of a channel the strictest `ordering` counts. A link with less, \
      `none` against `per-key` or anything against `global`, is a finding; one that does not say is \
      unknown. A note besides: `ordering: global` to a receiver with several `instances` that \
      declares no `failover`, so that all of them are active.
      """,
    remedy: """
      Partition by the key whose order matters and keep to it all the way, or send a version with \
      each message and let receivers drop what is older than what they have.
      """,
    falsePositives: """
      The receiver needs no order, whatever the sender keeps: then the sender's `ordering` is a \
      property and not a need, and this receiver may be waived.
      """,
    question: "What would be wrong if two messages about one thing changed places?",
    references: [
      "Enterprise Integration Patterns, Resequencer: https://www.enterpriseintegrationpatterns.com/patterns/messaging/Resequencer.html",
      "Sequential Convoy pattern: https://learn.microsoft.com/azure/architecture/patterns/sequential-convoy",
    ],
    examples: [
      RuleExample(
        "the topic keeps the order of each customer, the receiver does not",
        """
        apps:
          crm: CRM
          billing: Billing
        channels:
          changes: { name: Customer changes, type: topic }
        links:
          - crm -> changes: publishes changes
            via: topic
            ordering: per-key
          - changes -> billing: delivers changes
            via: topic
            ordering: ⟦none⟧
        """),
      RuleExample(
        "it is kept to the end",
        """
        apps:
          crm: CRM
          billing: Billing
        channels:
          changes: { name: Customer changes, type: topic }
        links:
          - crm -> changes: publishes changes
            via: topic
            ordering: per-key
          - changes -> billing: delivers changes
            via: topic
            ordering: per-key
        """),
      RuleExample(
        "one order of all does not survive three instances",
        """
        apps: { a: A, b: { name: B, instances: ⟦3⟧ }, d: { instances: 2, failover: automatic } }
        channels: { c: C }
        links:
          - { from: a, to: c, via: queue, ordering: global }
          - { from: c, to: b, via: queue, ordering: global }
          - { from: c, to: d, via: queue }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func keepsLess(_ link: Link, _ demanding: Link, _ ordering: Ordering) -> Self {
    """
    \(Wording.name(link)) keeps \(link.failure.ordering == .perKey ? "the order of a key" : "no order") \
    where \(Wording.name(demanding)) asks for \(ordering.rawValue) order
    """
  }

  fileprivate static func compete(_ link: Link, _ instances: Int) -> Self {
    """
    \(instances) instances of '\(link.destination)' take messages that must stay in one order over \
    \(Wording.name(link))
    """
  }
}
