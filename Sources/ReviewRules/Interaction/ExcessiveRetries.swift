public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that are tried so often that the destination cannot recover.
public struct ExcessiveRetries: Rule {
  /// The most retries of a call that somebody waits on.
  public var maximumRetries = 5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-retries", \.maximumRetries, in: 0...100,
      "The most retries of a call that somebody waits on (retries)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices where subject.graph.isSoftwareCall(place) {
      guard let retries = links[place].failure.retries else { continue }
      verdicts.used("retries.max", ofLink: place)
      if retries.maximum > maximumRetries {
        verdicts.fail(finding(links[place], retries))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ retries: Retries) -> Finding {
    let isGuarded = link.failure.circuitBreaker == true
    let worst = link.worstTime(firstBackoff: .milliseconds(200))
    return Finding(
      Self.descriptor, .triesTooOften(link, retries.maximum, limit: maximumRetries),
      at: .link(link.id, "retries.max"), level: isGuarded ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("retries", "\(retries.maximum)"), .init("limit", "\(maximumRetries)"),
          .init("backoff", retries.backoff?.rawValue ?? "not declared"),
          isGuarded ? .init("circuit breaker", "yes") : nil,
          worst.map {
            .init(
              "longest time of one use", Wording.duration($0),
              basis: "every attempt up to its timeout, first wait 200 ms")
          },
        ].compactMap { $0 }),
      cures: [Cure(.setRetries(link.id, min(2, maximumRetries)))])
  }

  public static let descriptor = RuleDescriptor(
    id: "excessive-retries",
    title: "Excessive retries",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A call that somebody waits on is tried again more often than can help.",
    rationale: """
      What failed five times running does not fail by accident. Further tries keep the caller \
      busy, keep the destination down, and keep the error from whoever could act on it.
      """,
    detection: """
      `retries.max` of a call between programs is above `maximum-retries`. A note where a circuit \
      breaker ends them early. Retries of several layers that multiply are retry-amplification's.
      """,
    remedy: """
      Two or three attempts, then an error or a fallback. Work that must be done in the end goes \
      into a queue, where it can wait without anybody waiting with it.
      """,
    falsePositives: """
      A time budget around all attempts ends them long before the last one.
      """,
    question: "After which attempt did a retry last succeed?",
    references: [
      "Google SRE Book, Handling Overload: https://sre.google/sre-book/handling-overload/",
      "Retry storm antipattern: https://learn.microsoft.com/azure/architecture/antipatterns/retry-storm/",
    ],
    examples: [
      RuleExample(
        "fifty tries while the caller waits",
        """
        apps:
          claims: Claims
          policies: Policies
        links:
          - claims -> policies: reads the policy
            via: rest
            operation: read
            timeout: 2s
            retries: { max: ⟦50⟧, backoff: exponential, jitter: true }
        """),
      RuleExample(
        "two, then the clerk is told",
        """
        apps:
          claims: Claims
          policies: Policies
        links:
          - claims -> policies: reads the policy
            via: rest
            operation: read
            timeout: 2s
            retries: { max: 2, backoff: exponential, jitter: true }
        """),
      RuleExample(
        "a queue may be patient",
        """
        apps: { a: A, b: B }
        links:
          - { from: a, to: b, via: queue-internal, retries: { max: 11, backoff: exponential } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func triesTooOften(_ link: Link, _ retries: Int, limit: Int) -> Self {
    "\(Wording.name(link)) is tried again up to \(retries) times (limit \(limit)) while its caller waits"
  }
}
