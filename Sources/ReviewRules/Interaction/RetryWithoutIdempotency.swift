public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds commands that are tried again although doing them twice may do harm.
public struct RetryWithoutIdempotency: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices where subject.graph.traits[index].isInUse {
      guard links[index].attempts > 1 else { continue }
      let link = links[index]
      verdicts.used(.link(link.id, "retries.max"))
      if link.failure.isIdempotent == true {
        verdicts.used(.link(link.id, "idempotent"))
        verdicts.pass()
        continue
      }
      switch link.operation {
      case .create, .command:
        verdicts.fail(Self.finding(link))
      case .read, .update, .delete, .event:
        verdicts.used(.link(link.id, "operation"))
        verdicts.pass()
      case nil:
        verdicts.unknown(missing: [.link(link.id, "operation")])
      }
    }
  }

  private static func finding(_ link: Link) -> Finding {
    let operation = link.operation?.rawValue ?? ""
    let idempotent: Evidence.Figure =
      link.failure.isIdempotent == nil
      ? .init("idempotent", "no", basis: "not declared; no option is idempotent by itself")
      : .init("idempotent", "no")
    return Finding(
      descriptor, .mayHappenTwice(link), at: .link(link.id, "retries.max"),
      evidence: Evidence(
        path: [
          .init(.element(link.source)), .init(.link(link.id), operation),
          .init(.element(link.destination)),
        ],
        figures: [
          .init("attempts", "\(link.attempts)"), .init("operation", operation), idempotent,
        ]),
      related: [.init(.link(link.id, "operation"), "what is done again")],
      cures: [Cure(.makeIdempotent(link.id)), Cure(.setRetries(link.id, 0))])
  }

  public static let descriptor = RuleDescriptor(
    id: "retry-without-idempotency",
    title: "Retry without idempotency",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    profile: .minimal,
    quality: .reliability,
    summary:
      "A link creates or commands and tries again, and nothing makes the second try harmless.",
    rationale: """
      When an answer is lost, the caller cannot know whether the work was done. A second try then \
      orders, books or pays twice, and it happens under load, when nobody has time to look.
      """,
    detection: """
      `retries.max > 0`, `operation` is `create` or `command`, and `idempotent` is not `true`. \
      Without an `operation` the link is unknown. Reads, updates and deletes may be repeated \
      without another effect and are in order.
      """,
    remedy: """
      Send a key with each command by which the receiver knows a repeat, and declare `idempotent: \
      true`; or take the retries away and let the caller ask for the outcome.
      """,
    falsePositives: """
      The receiver already tells repeats apart, by a natural key or a state check, and the model \
      does not say so: declare `idempotent: true`.
      """,
    question: "What happens at the receiver when the same command arrives twice?",
    references: [
      "Enterprise Integration Patterns, Idempotent Receiver: https://www.enterpriseintegrationpatterns.com/patterns/messaging/IdempotentReceiver.html",
      "RFC 9110, section 9.2.2, Idempotent Methods: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2",
    ],
    examples: [
      RuleExample(
        "an order may be placed three times",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - shop -> ordering: submits the order
            via: rest
            operation: create
            timeout: 2s
            retries: { max: ⟦2⟧, backoff: exponential, jitter: true }
        """),
      RuleExample(
        "the order number tells a repeat from a new order",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - shop -> ordering: submits the order
            via: rest
            operation: create
            timeout: 2s
            retries: { max: 2, backoff: exponential, jitter: true }
            idempotent: true
        """),
      RuleExample(
        "reading again does no harm",
        """
        apps:
          shop: Web shop
          catalog: Catalog
        links:
          - shop -> catalog: looks up prices
            via: rest
            operation: read
            timeout: 1s
            retries: { max: 2 }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func mayHappenTwice(_ link: Link) -> Self {
    let operation = link.operation?.rawValue ?? "command"
    let declared =
      link.failure.isIdempotent == false ? "is not idempotent" : "is not said to be idempotent"
    return "\(Wording.name(link)) tries a \(operation) up to \(link.attempts) times and \(declared)"
  }
}
