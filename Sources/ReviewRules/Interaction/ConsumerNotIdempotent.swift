public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds receivers of messages that a second copy of a message would harm.
public struct ConsumerNotIdempotent: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var silence = Silence()
    // A link that passes two channels is told of once.
    var isJudged: Set<Int> = []
    for exchange in subject.graph.messageExchanges() {
      let commands = exchange.publications.contains { Self.commands(links[$0].operation) }
      for place in exchange.deliveries
      where Self.mayRepeat(place, in: subject.graph) && isJudged.insert(place).inserted {
        let isCommand = links[place].operation.map { Self.commands($0) } ?? commands
        switch links[place].failure.isIdempotent {
        case true?:
          silence.speaks()
          verdicts.used("idempotent", ofLink: place)
          verdicts.pass()
        case false?:
          silence.speaks()
          verdicts.used("idempotent", ofLink: place)
          verdicts.fail(Self.finding(links[place], exchange, isCommand: isCommand))
        case nil where isCommand:
          verdicts.lacks("idempotent", ofLink: place)
          silence.lacks(place)
        case nil:
          verdicts.unknown(missing: "idempotent", ofLink: place)
        }
      }
    }
    if silence.isWhole {
      verdicts.fail(Self.finding(silence.links.map { links[$0] }))
    } else {
      for place in silence.links { verdicts.fail(Self.finding(links[place], nil, isCommand: true)) }
    }
  }

  private static func commands(_ operation: Operation?) -> Bool {
    switch operation {
    case .create, .command: true
    case .read, .update, .delete, .event, nil: false
    }
  }

  /// Whether a program gets each message once or more often there; where the sender itself
  /// repeats a command, retry-without-idempotency says so.
  private static func mayRepeat(_ place: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[place].interaction == .asynchronous,
      graph.solution.links[place].effectiveDelivery.value == .atLeastOnce,
      graph.solution.links[place].operation != .read,
      let receiver = graph.solution.index(of: graph.solution.links[place].destination)
    else { return false }
    switch graph.solution.elements[receiver].kind {
    case .person, .channel, .store: return false
    case .system, .application, .module: break
    }
    return graph.traits[place].attempts < 2 || !commands(graph.solution.links[place].operation)
  }

  private static func finding(
    _ link: Link, _ exchange: SolutionGraph.MessageExchange?, isCommand: Bool
  ) -> Finding {
    let isDeclared = link.failure.isIdempotent != nil
    return Finding(
      descriptor, .feelsRepeats(link, isDeclared: isDeclared, isCommand: isCommand),
      at: .link(link.id, isDeclared ? "idempotent" : nil), level: isDeclared ? nil : .note,
      roles: [Finding.Role("delivery", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("delivery", link.effectiveDelivery),
          .init("idempotent", "no", basis: isDeclared ? nil : "not declared"),
          exchange.map { .init("senders", "\($0.senders.count)") },
        ].compactMap { $0 }),
      cures: [Cure(.makeIdempotent(link.id))])
  }

  private static func finding(_ links: [Link]) -> Finding {
    Finding(
      descriptor, .noneSays(links.count), at: ElementPath(.solution), level: .note,
      related: links.prefix(20).map {
        Finding.Related(.link($0.id), "may bring a command twice")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "consumer-not-idempotent",
    title: "Consumer not idempotent",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Messages may arrive twice, and the receiver does not tell a repeat from a new one.",
    rationale: """
      At least once means sometimes twice: after a restart, a slow acknowledgement, a replay. That \
      is not an error of the broker but its promise, and the receiver has to live with it.
      """,
    detection: """
      A delivery to a program that is asynchronous and `at-least-once`, declared or by its option, \
      with `idempotent: false`: a warning. A note where that is not said and the operation, its own \
      or that of a sender, is `create` or `command`; four such and more in a model that never says \
      it are one. Other deliveries that do not say it are unknown. Links that retry commands \
      themselves are left to retry-without-idempotency.
      """,
    remedy: """
      Give each message an id, keep the ids that were done with the result in one transaction, and \
      declare `idempotent: true`. Or make the work itself repeatable: set a state instead of adding \
      to it.
      """,
    falsePositives: """
      The work is repeatable by nature, such as replacing a copy with the newest state: declare \
      `idempotent: true`.
      """,
    question: "What would the books show if the topic were replayed from last night?",
    references: [
      "Enterprise Integration Patterns, Idempotent Receiver: https://www.enterpriseintegrationpatterns.com/patterns/messaging/IdempotentReceiver.html",
      "Idempotent Consumer: https://microservices.io/patterns/communication-style/idempotent-consumer.html",
    ],
    examples: [
      RuleExample(
        "a payment order that comes twice is paid twice",
        """
        apps:
          billing: Billing
          payments: Payments
        channels:
          orders: { name: Payment orders, type: queue }
        links:
          - billing -> orders: orders a payment
            via: queue
            operation: command
          - orders -> payments: pays
            via: queue
            idempotent: ⟦false⟧
        """),
      RuleExample(
        "the order number tells the second one",
        """
        apps:
          billing: Billing
          payments: Payments
        channels:
          orders: { name: Payment orders, type: queue }
        links:
          - billing -> orders: orders a payment
            via: queue
            operation: command
          - orders -> payments: pays
            via: queue
            idempotent: true
        """),
      RuleExample(
        "a command without a word is a note, an event without one is unknown",
        """
        people: { clerk: Clerk }
        apps: { a: A, b: B, d: D }
        channels: { c: C }
        links:
          - { from: a, to: c, via: queue, operation: command }
          - { from: a, to: d, via: mqtt, operation: command }
          - ⟦c -> b⟧: delivers
            via: queue
          - { from: b, to: d, via: webhook, operation: event }
          - { from: b, to: clerk, via: email, delivery: at-least-once, operation: command }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func feelsRepeats(_ link: Link, isDeclared: Bool, isCommand: Bool) -> Self {
    let what = isCommand ? "commands" : "messages"
    return """
      '\(link.destination)' gets \(what) at least once over \(Wording.name(link)) and \
      \(isDeclared ? "is not idempotent" : "is not said to be idempotent")
      """
  }

  fileprivate static func noneSays(_ count: Int) -> Self {
    "none of the \(count) receivers of commands at least once is said to be idempotent"
  }
}
