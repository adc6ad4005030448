public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds messages that have nowhere to go when their receiver cannot process them.
public struct DeadLetterMissing: Rule {
  public init() {}

  /// From how many channels on a model that never speaks of dead letters gets one finding for all.
  private static let foldFrom = 4

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var silent: [Outlet] = []
    var isSpokenOf = false
    for outlet in Self.outlets(of: graph) {
      let handling = outlet.delivered.map { Handling(of: $0, in: graph) }
      let kept = (outlet.published + outlet.delivered).filter {
        graph.solution.links[$0].failure.deadLetter != nil
      }
      for link in kept { verdicts.used("dead-letter", ofLink: link) }
      isSpokenOf = isSpokenOf || !kept.isEmpty
      if outlet.published.contains(where: { Handling(of: $0, in: graph) == .kept }) {
        verdicts.pass()
      } else if handling.contains(.refused) {
        verdicts.fail(Self.finding(outlet, in: graph))
      } else if handling.contains(.silent) {
        for link in outlet.lacking(in: graph) { verdicts.lacks(.link(link.id, "dead-letter")) }
        silent.append(outlet)
      } else if handling.contains(.undescribed) {
        let undescribed = zip(outlet.delivered, handling).filter { $0.1 == .undescribed }
        verdicts.unknown(missing: undescribed.map { .link(graph.linkID($0.0), "via") })
      } else if handling.contains(.kept) {
        verdicts.pass()
      }
    }
    if isSpokenOf || silent.count < Self.foldFrom {
      for outlet in silent { verdicts.fail(Self.finding(outlet, in: graph)) }
    } else {
      verdicts.fail(Self.finding(silent))
    }
  }

  /// What becomes of a message that its receiver fails on.
  private enum Handling {
    case kept
    /// The model says that nothing keeps it.
    case refused
    /// The model does not say.
    case silent
    /// It does not have to arrive.
    case needless
    /// The model does not say how the link works.
    case undescribed

    init(of link: Int, in graph: SolutionGraph) {
      switch (graph.solution.links[link].failure.deadLetter, graph.traits[link].interaction) {
      case (.platform, _), (.channel, _): self = .kept
      case (_, nil): self = .undescribed
      case (_, .synchronous), (_, .batch), (_, .userInterface): self = .needless
      case (let deadLetter, .asynchronous):
        switch graph.solution.links[link].effectiveDelivery.value {
        case .atLeastOnce, .exactlyOnce: self = deadLetter == nil ? .silent : .refused
        case .atMostOnce, nil: self = .needless
        }
      }
    }
  }

  /// Where messages come out: a channel, or a link that publishes and delivers in one.
  private struct Outlet {
    let subject: ElementPath.Subject
    /// Places of the links into the channel.
    let published: [Int]
    /// Places of the links out of the channel; at least one.
    let delivered: [Int]

    /// The deliveries that must arrive and whose failures nothing keeps.
    func lacking(in graph: SolutionGraph) -> [Link] {
      delivered
        .filter { [.refused, .silent].contains(Handling(of: $0, in: graph)) }
        .map { graph.solution.links[$0] }
    }
  }

  private static func outlets(of graph: SolutionGraph) -> [Outlet] {
    let elements = graph.solution.elements
    let channels = elements.indices.filter { elements[$0].kind == .channel }
    var outlets = channels.map { channel in
      Outlet(
        subject: .element(elements[channel].id),
        published: graph.legs(into: channel).map(\.link),
        delivered: graph.legs(outOf: channel).map(\.link))
    }
    let linked = Set(outlets.flatMap { $0.published + $0.delivered })
    for index in graph.solution.links.indices
    where graph.traits[index].isInUse && graph.traits[index].category == .event {
      let link = graph.solution.links[index]
      guard !linked.contains(index), link.option?.usesBroker == true else { continue }
      outlets.append(Outlet(subject: .link(link.id), published: [], delivered: [index]))
    }
    return outlets.filter { !$0.delivered.isEmpty }
  }

  private static func finding(_ outlet: Outlet, in graph: SolutionGraph) -> Finding {
    let lacking = outlet.lacking(in: graph)
    let refused = lacking.first { $0.failure.deadLetter != nil }
    return Finding(
      descriptor, .nowhereToGo(outlet.subject.name, lacking, declared: refused != nil),
      at: refused.map { .link($0.id, "dead-letter") } ?? ElementPath(outlet.subject),
      level: refused == nil ? .note : nil,
      roles: [Finding.Role("from", outlet.subject)]
        + lacking.map { Finding.Role("delivery", .link($0.id)) },
      evidence: Evidence(
        path: Evidence.steps(along: Array(lacking.prefix(1))),
        figures: [
          lacking.first.flatMap { Evidence.Figure("delivery", $0.effectiveDelivery) },
          .init("dead-letter", "none", basis: refused == nil ? undeclared : nil),
        ].compactMap { $0 }),
      related: lacking.map { Finding.Related(.link($0.id), "keeps nothing that fails") },
      cures: lacking.count > 20 ? [] : [Cure(lacking.map { .keepDeadLetters($0.id) })])
  }

  private static func finding(_ silent: [Outlet]) -> Finding {
    Finding(
      descriptor, .nothingSaysAnywhere(silent.count), at: ElementPath(.solution), level: .note,
      evidence: Evidence(figures: [.init("dead-letter", "none", basis: undeclared)]),
      related: silent.prefix(20).map {
        Finding.Related(
          ElementPath($0.subject), "delivers over \(Wording.count($0.delivered.count, "link"))")
      })
  }

  private static let undeclared = "not declared; no option keeps them by itself"

  public static let descriptor = RuleDescriptor(
    id: "dead-letter-missing",
    title: "Dead letter channel missing",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary:
      "Messages that must arrive have nowhere to go when their receiver cannot process them.",
    rationale: """
      A message that always fails is delivered again and again. It blocks those behind it, or the \
      broker drops it after some attempts, and nobody learns of either.
      """,
    detection: """
      A delivery (out of a channel, or a link via `queue`, `topic` or `stream` without one) is \
      asynchronous and not at most once, and neither it nor a link into its channel has a \
      `dead-letter`. One finding a channel: a warning where `dead-letter: none` is declared, a note \
      where nothing is said; one for the solution where nothing is said anywhere.
      """,
    remedy: """
      Give the receiver a dead letter channel with an alarm and an owner, and say how messages \
      return from it; declare it as `dead-letter: platform` or by the channel's id.
      """,
    falsePositives: """
      The receiver puts what it cannot process aside in a table of its own, with somebody who \
      looks: that is a dead letter channel, declare it.
      """,
    question: "Where is a message after the receiver has failed on it ten times, and who notices?",
    references: [
      "Enterprise Integration Patterns, Dead Letter Channel: https://www.enterpriseintegrationpatterns.com/patterns/messaging/DeadLetterChannel.html"
    ],
    examples: [
      RuleExample(
        "an order that billing cannot read blocks the queue",
        """
        apps:
          ordering: Ordering
          billing: Billing
        channels:
          orders: { name: Orders, type: queue }
        links:
          - ordering -> orders: publishes order placed
            via: queue
          - orders -> billing: delivers orders
            via: queue
            dead-letter: ⟦none⟧
        """),
      RuleExample(
        "the broker keeps what nobody could process",
        """
        apps:
          ordering: Ordering
          billing: Billing
        channels:
          orders: { name: Orders, type: queue }
        links:
          - ordering -> orders: publishes order placed
            via: queue
          - orders -> billing: delivers orders
            via: queue
            dead-letter: platform
        """),
      RuleExample(
        "nothing is said for either receiver of a topic",
        """
        apps:
          ordering: Ordering
          billing: Billing
          shipping: Shipping
        channels:
          ⟦events⟧: { name: Events, type: topic }
        links:
          - { from: ordering, to: events, via: topic }
          - { from: events, to: billing, via: topic }
          - { from: events, to: shipping, via: topic }
        """, testOnly: true),
      RuleExample(
        "the model never speaks of dead letters",
        """
        solution: ⟦Example⟧
        apps: { a: A, b: B }
        channels: { c1: C1, c2: C2, c3: C3, c4: C4 }
        links:
          - { from: a, to: c1, via: topic }
          - { from: c1, to: b, via: topic }
          - { from: c2, to: b, via: queue }
          - { from: c3, to: b, via: queue }
          - { from: c4, to: b, via: queue }
        """, testOnly: true),
      RuleExample(
        "telemetry may be lost",
        """
        apps:
          meter: Meter
          readings: Readings
        links:
          - { from: meter, to: readings, via: mqtt }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func nowhereToGo(_ from: String, _ lacking: [Link], declared: Bool) -> Self {
    let receivers = Wording.list(lacking.map(\.destination.text))
    return declared
      ? "messages of '\(from)' have nowhere to go when processing fails at \(receivers)"
      : "nothing says where messages of '\(from)' go when processing fails at \(receivers)"
  }

  fileprivate static func nothingSaysAnywhere(_ count: Int) -> Self {
    "nothing says where messages of any of the \(count) channels go when processing fails"
  }
}
