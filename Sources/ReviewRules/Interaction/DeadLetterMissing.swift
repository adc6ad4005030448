public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds messages that have nowhere to go when their receiver cannot process them.
public struct DeadLetterMissing: Rule {
  public init() {}

  /// From how many channels on a model that never speaks of dead letters gets one finding for all.
  private static let foldFrom = 4

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    var silent: [Outlet] = []
    var isSpokenOf = false
    for outlet in Self.outlets(of: subject) where !outlet.delivered.isEmpty {
      let speaking = outlet.links.filter { $0.failure.deadLetter != nil }
      for link in speaking { verdicts.used(.link(link.id, "dead-letter")) }
      isSpokenOf = isSpokenOf || !speaking.isEmpty
      if outlet.lacking.isEmpty {
        if outlet.undescribed.isEmpty { verdicts.pass(outlet.subject) }
      } else if outlet.refused != nil {
        verdicts.fail(Self.finding(outlet))
      } else {
        for link in outlet.lacking { verdicts.lacks(.link(link.id, "dead-letter")) }
        silent.append(outlet)
      }
      if outlet.lacking.isEmpty, !outlet.undescribed.isEmpty {
        verdicts.unknown(outlet.subject, missing: outlet.undescribed.map { .link($0.id, "via") })
      }
    }
    if isSpokenOf || silent.count < Self.foldFrom {
      for outlet in silent { verdicts.fail(Self.finding(outlet)) }
    } else {
      verdicts.fail(Self.finding(silent))
    }
  }

  /// Where messages come out: a channel, or a link that publishes and delivers in one.
  private struct Outlet {
    let subject: ElementPath.Subject
    /// Into the channel.
    let published: [Link]
    /// Out of the channel.
    let delivered: [Link]

    var links: [Link] { published + delivered }

    /// The deliveries that must arrive and whose failures nothing keeps.
    var lacking: [Link] {
      guard !published.contains(where: \.keepsDeadLetters) else { return [] }
      return delivered.filter { $0.isGuaranteedMessage && !$0.keepsDeadLetters }
    }

    /// The deliveries that do not say how they work.
    var undescribed: [Link] { delivered.filter { $0.effectiveInteraction.value == nil } }

    /// A delivery of which the model says that nothing keeps its failures.
    var refused: Link? { lacking.first { $0.failure.deadLetter != nil } }
  }

  private static func outlets(of subject: ReviewSubject) -> [Outlet] {
    let graph = subject.graph
    let links = graph.solution.links
    let elements = graph.solution.elements
    var outlets = elements.indices.filter { elements[$0].kind == .channel }.map { channel in
      Outlet(
        subject: .element(elements[channel].id),
        published: graph.legs(into: channel).map { links[$0.link] },
        delivered: graph.legs(outOf: channel).map { links[$0.link] })
    }
    for index in links.indices
    where graph.traits[index].isInUse && graph.traits[index].category == .event {
      guard links[index].option?.usesBroker == true else { continue }
      let stops = [links[index].source, links[index].destination] + links[index].through
      guard
        !stops.compactMap(graph.solution.index).contains(where: { elements[$0].kind == .channel })
      else { continue }
      outlets.append(
        Outlet(subject: .link(links[index].id), published: [], delivered: [links[index]]))
    }
    return outlets
  }

  private static func finding(_ outlet: Outlet) -> Finding {
    let lacking = outlet.lacking
    let refused = outlet.refused
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
      related: lacking.map { Finding.Related(.link($0.id), "keeps nothing that fails") })
  }

  private static func finding(_ silent: [Outlet]) -> Finding {
    Finding(
      descriptor, .nothingSaysAnywhere(silent.count), at: ElementPath(.solution), level: .note,
      evidence: Evidence(figures: [.init("dead-letter", "none", basis: undeclared)]),
      related: silent.prefix(20).map {
        Finding.Related(
          ElementPath($0.subject), "delivers \(Wording.count($0.lacking.count, "way"))")
      })
  }

  private static let undeclared = "not declared; no option keeps them by itself"

  public static let descriptor = RuleDescriptor(
    id: "dead-letter-missing",
    title: "Dead letter channel missing",
    family: .interaction,
    level: .warning,
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

extension Link {
  /// Whether its message counts on arriving; a receiver that fails gets it again.
  fileprivate var isGuaranteedMessage: Bool {
    guard effectiveInteraction.value == .asynchronous else { return false }
    switch effectiveDelivery.value {
    case .atLeastOnce, .exactlyOnce: return true
    case .atMostOnce, nil: return false
    }
  }

  fileprivate var keepsDeadLetters: Bool {
    switch failure.deadLetter {
    case .platform, .channel: true
    case .some(.none), nil: false
    }
  }
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
