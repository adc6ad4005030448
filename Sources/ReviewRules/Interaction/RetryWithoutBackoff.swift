public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds retries that come back at once, or all at the same moment.
public struct RetryWithoutBackoff: Rule {
  /// How many retries a call for a user may make without a growing wait.
  public var maximumForUsers = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-for-users", \.maximumForUsers, in: 0...10,
      "How many retries a call on behalf of a user may make without a growing wait (retries)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices where subject.graph.traits[place].isInUse {
      // One second attempt is no storm.
      guard let retries = links[place].failure.retries, retries.maximum > 1 else { continue }
      if links[place].effectiveTrigger.value == .user, retries.maximum <= maximumForUsers {
        verdicts.pass()
        continue
      }
      let id = links[place].id
      switch (retries.backoff, retries.jitter) {
      case (nil, _): verdicts.unknown(missing: [.link(id, "retries.backoff")])
      case (.some(.none), _), (.fixed, false), (.fixed, nil), (.incremental, false),
        (.exponential, false):
        verdicts.used(.link(id, "retries.backoff"))
        verdicts.fail(Self.finding(links[place], retries))
      case (.incremental, nil), (.exponential, nil):
        verdicts.used(.link(id, "retries.backoff"))
        verdicts.unknown(missing: [.link(id, "retries.jitter")])
      case (.fixed, true), (.incremental, true), (.exponential, true):
        verdicts.used(.link(id, "retries.backoff"))
        verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link, _ retries: Retries) -> Finding {
    let comesAtOnce = retries.backoff == Backoff.none
    return Finding(
      descriptor, comesAtOnce ? .comesBackAtOnce(link, retries) : .comesBackInStep(link, retries),
      at: .link(link.id, "retries.backoff"), level: comesAtOnce ? nil : .note,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("retries", "\(retries.maximum)"),
          .init("backoff", retries.backoff?.rawValue ?? "none"),
          retries.jitter.map { .init("jitter", $0 ? "yes" : "no") }
            ?? .init("jitter", "no", basis: "not declared"),
          link.volume.peak.map {
            .init(
              "calls at the peak when all fail",
              Wording.decimal($0.perSecond * Double(link.attempts), places: 1) + " a second",
              basis: "peak times \(link.attempts) attempts")
          },
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "retry-without-backoff",
    title: "Retry without backoff",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A link tries again at once, or in step with all other callers.",
    rationale: """
      A destination that stumbles gets its load several times over in the same second, and again \
      at each equal wait. What would have been over in moments becomes an outage that lasts as \
      long as the callers do.
      """,
    detection: """
      `retries.max` is 2 or more and `backoff: none`: a warning; or `fixed` without jitter, or any \
      backoff with `jitter: false`: a note. Up to `maximum-for-users` retries of a call that a user \
      sets off are in order, because they must be quick. Without a `backoff`, or for a growing one \
      without a word on jitter, the link is unknown.
      """,
    remedy: """
      Wait longer each time and add chance: `retries: { max: 3, backoff: exponential, jitter: true \
      }`, with a cap on the longest wait.
      """,
    falsePositives: """
      A single caller with a handful of calls a day cannot make a storm; or the broker spreads the \
      redeliveries itself.
      """,
    question: "What load does the destination see in the minute after it comes back?",
    references: [
      "AWS Architecture Blog, Exponential Backoff And Jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/",
      "Retry storm antipattern: https://learn.microsoft.com/azure/architecture/antipatterns/retry-storm/",
    ],
    examples: [
      RuleExample(
        "the job hammers on the ledger",
        """
        apps:
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: posts an entry
            via: rest
            trigger: event
            timeout: 2s
            idempotent: true
            retries: { max: 5, backoff: ⟦none⟧ }
        """),
      RuleExample(
        "it waits longer each time",
        """
        apps:
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: posts an entry
            via: rest
            trigger: event
            timeout: 2s
            idempotent: true
            retries: { max: 5, backoff: exponential, jitter: true }
        """),
      RuleExample(
        "equal waits for many, a quick second try for a user, and a model that does not say",
        """
        apps: { a: A, b: B, c: C, d: D }
        links:
          - { from: a, to: b, via: grpc, timeout: 1s, retries: { max: 3, backoff: ⟦fixed⟧ } }
          - { from: a, to: c, via: rest, timeout: 1s, retries: { max: 2, backoff: none } }
          - { from: a, to: d, via: grpc, timeout: 1s, retries: { max: 3 } }
          - { from: b, to: d, via: grpc, timeout: 1s, retries: { max: 3, backoff: exponential } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func comesBackAtOnce(_ link: Link, _ retries: Retries) -> Self {
    "\(Wording.name(link)) tries again \(retries.maximum) times without a wait"
  }

  fileprivate static func comesBackInStep(_ link: Link, _ retries: Retries) -> Self {
    """
    \(Wording.name(link)) tries again \(retries.maximum) times with \
    \(retries.backoff?.rawValue ?? "no") waits and no jitter, in step with other callers
    """
  }
}
