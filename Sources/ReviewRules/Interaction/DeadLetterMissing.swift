public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds messages that have nowhere to go when their receiver cannot process them.
public struct DeadLetterMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for vertex in solution.elements.indices where solution.elements[vertex].kind == .channel {
      let published = subject.graph.legs(into: vertex).map { solution.links[$0.link] }
      let delivered = subject.graph.legs(outOf: vertex).map { solution.links[$0.link] }
      Self.judge(
        delivered, keptFor: published, as: .element(solution.elements[vertex].id), into: &verdicts)
    }
    for index in solution.links.indices where Self.goesDirectly(index, of: subject) {
      let link = solution.links[index]
      Self.judge([link], keptFor: [], as: .link(link.id), into: &verdicts)
    }
  }

  /// Whether a link stands for publishing and delivery in one, without a channel of the model.
  private static func goesDirectly(_ index: Int, of subject: ReviewSubject) -> Bool {
    let traits = subject.graph.traits[index]
    guard traits.isInUse, traits.category == .event else { return false }
    let solution = subject.solution
    let link = solution.links[index]
    guard link.option?.usesBroker == true else { return false }
    return ([link.source, link.destination] + link.through).allSatisfy {
      solution.element($0)?.kind != .channel
    }
  }

  private static func judge(
    _ delivered: [Link], keptFor published: [Link], as subject: ElementPath.Subject,
    into verdicts: inout Verdicts
  ) {
    let unknown = delivered.filter { $0.effectiveInteraction.value == nil }
    let guaranteed = delivered.filter(\.isGuaranteedMessage)
    let keeping = (delivered + published).filter(\.keepsDeadLetters)
    for link in keeping { verdicts.used(.link(link.id, "dead-letter")) }
    let lacking =
      published.contains(where: \.keepsDeadLetters)
      ? [] : guaranteed.filter { !$0.keepsDeadLetters }
    if let finding = finding(as: subject, lacking) {
      verdicts.fail(finding)
    } else if !unknown.isEmpty {
      verdicts.unknown(subject, missing: unknown.map { .link($0.id, "via") })
    } else if !guaranteed.isEmpty {
      verdicts.pass(subject)
    }
  }

  private static func finding(as subject: ElementPath.Subject, _ lacking: [Link]) -> Finding? {
    guard let first = lacking.first else { return nil }
    let refused = lacking.first { $0.failure.deadLetter != nil }
    return Finding(
      descriptor, .nowhereToGo(subject.name, lacking, declared: refused != nil),
      at: refused.map { .link($0.id, "dead-letter") } ?? ElementPath(subject),
      level: refused == nil ? .note : .warning,
      roles: [Finding.Role("from", subject)]
        + lacking.map { Finding.Role("delivery", .link($0.id)) },
      evidence: Evidence(
        path: Evidence.steps(along: [first]),
        figures: [
          Evidence.Figure("delivery", first.effectiveDelivery),
          refused == nil
            ? .init("dead-letter", "none", basis: "not declared; no option keeps them by itself")
            : .init("dead-letter", "none"),
        ].compactMap { $0 }),
      related: lacking.map {
        Finding.Related(.link($0.id), "delivers without a dead letter channel")
      })
  }

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
      `dead-letter`. A warning where `dead-letter: none` is declared, a note where nothing is \
      said. One finding a channel.
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
}
