public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds retries inside retries that turn one request into many.
public struct RetryAmplification: Rule {
  /// The most attempts that one request may become at the end of a chain.
  public var maximumAttempts = 9

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-attempts", \.maximumAttempts, in: 1...1_000_000,
      "The most attempts that one request may become at the end of a chain (attempts)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    var tooMany: [LinkID: SolutionGraph.RetryAmplification] = [:]
    for chain in subject.graph.retryAmplifications() {
      if chain.product <= maximumAttempts {
        verdicts.pass()
      } else if let last = chain.path.links.last {
        if let other = tooMany[last], other.product >= chain.product { continue }
        tooMany[last] = chain
      }
    }
    for (link, chain) in tooMany.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(finding(at: link, chain))
    }
  }

  private func finding(at last: LinkID, _ chain: SolutionGraph.RetryAmplification) -> Finding {
    let retrying = zip(chain.path.links, chain.attempts).filter { $0.1 > 1 }
    return Finding(
      Self.descriptor, .becomes(chain, limit: maximumAttempts), at: .link(last, "retries.max"),
      level: chain.product <= 3 * maximumAttempts ? .note : nil,
      roles: [Finding.Role("link", .link(last))],
      evidence: Evidence(
        path: Evidence.steps(along: chain.path),
        figures: [
          .init(
            "attempts in all",
            retrying.map { "\($0.1)" }.joined(separator: " · ") + " = \(chain.product)"),
          .init("limit", "\(maximumAttempts)"),
        ],
        working: [
          "amp = \(zip(chain.path.links, chain.attempts).map { "\($0.1)" }.joined(separator: " · "))"
            + " = \(chain.product), limit \(maximumAttempts)"
        ], assumptions: ["Every caller tries again as often as it may."]),
      related: retrying.dropLast().map { link, attempts in
        Finding.Related(.link(link, "retries.max"), "makes up to \(attempts) attempts of its own")
      },
      cures: [
        Cure(retrying.dropLast().map { .setRetries($0.0, 0) }),
        Cure(retrying.dropFirst().map { .setRetries($0.0, 0) }),
      ])
  }

  public static let descriptor = RuleDescriptor(
    id: "retry-amplification",
    title: "Retry amplification",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Retries on several layers of one chain multiply.",
    rationale: """
      Three attempts on each of two layers are nine at the end, on five layers 243, and they all \
      come when the destination is already in trouble. It cannot recover under what tries to reach \
      it.
      """,
    detection: """
      Along nested functionally synchronous links the product of the attempts, each 1 + \
      `retries.max`, is above `maximum-attempts`, and at least two links try again. One finding \
      for each last link that tries again: a note up to three times the limit, a warning beyond.
      """,
    remedy: """
      Try again on one layer only, best the one next to the failure or the one next to the user, \
      and let the others pass the error on; cap retries by a budget of some percent of all calls.
      """,
    falsePositives: """
      The layers try again on different errors, so that one failure is only ever retried on one of \
      them.
      """,
    question: "How many calls reach the last destination for one click while it is down?",
    references: [
      "Retry storm antipattern: https://learn.microsoft.com/azure/architecture/antipatterns/retry-storm/",
      "Site Reliability Engineering, Addressing Cascading Failures: https://sre.google/sre-book/addressing-cascading-failures/",
    ],
    examples: [
      RuleExample(
        "three layers with three attempts each",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          billing: Billing
        systems:
          bank: { name: Bank, external: true }
        links:
          - shop -> ordering: reads the order
            via: rest
            operation: read
            timeout: 90s
            retries: { max: 2 }
          - ordering -> billing: reads the invoice
            via: rest
            operation: read
            timeout: 25s
            retries: { max: 2 }
          - billing -> bank: reads the balance
            via: rest
            operation: read
            timeout: 5s
            retries: { max: ⟦2⟧ }
        """),
      RuleExample(
        "only the caller of the bank tries again",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          billing: Billing
        systems:
          bank: { name: Bank, external: true }
        links:
          - shop -> ordering: reads the order
            via: rest
            timeout: 30s
          - ordering -> billing: reads the invoice
            via: rest
            timeout: 20s
          - billing -> bank: reads the balance
            via: rest
            operation: read
            timeout: 5s
            retries: { max: 2 }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func becomes(_ chain: SolutionGraph.RetryAmplification, limit: Int) -> Self {
    let ends = chain.path.elements
    return """
      one request at '\(ends[0])' can become \(chain.product) calls of '\(ends[ends.count - 1])' \
      (limit \(limit))
      """
  }
}
