public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that go on waiting and trying long after their flow has missed its target.
public struct TimeoutAboveTarget: Rule {
  /// How many times the target of the flow one call may take at worst.
  public var maximumRatio = 3.0
  /// The wait before the first retry; models do not declare it.
  public var firstBackoff: Duration = .milliseconds(200)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-ratio", \.maximumRatio, in: 0.1...100,
      "How many times the target of the flow one call may take at worst (ratio)"),
    .duration(
      "first-backoff", \.firstBackoff, in: .zero ... .seconds(3600),
      "The wait before the first retry of a call, which models do not declare (duration)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var tightest: [Int: (target: Duration, flows: [FlowID])] = [:]
    for flow in subject.solution.flows {
      guard let target = flow.latencyTarget else { continue }
      for use in flow.uses {
        guard let place = subject.solution.index(of: use.link), graph.isSoftwareCall(place) else {
          continue
        }
        let known = tightest[place, default: (target, [])]
        if target < known.target { tightest[place]?.target = target }
        if known.flows.last != flow.id {
          tightest[place, default: (target, [])].flows.append(flow.id)
        }
      }
    }
    for (place, limit) in tightest.sorted(by: { $0.key < $1.key }) {
      guard let time = subject.solution.links[place].worstTime(firstBackoff: firstBackoff) else {
        verdicts.unknown(missing: "timeout", ofLink: place)
        continue
      }
      verdicts.used("timeout", ofLink: place)
      if time / max(limit.target, .nanoseconds(1)) > maximumRatio {
        verdicts.fail(
          finding(subject.solution.links[place], time, limit.target, limit.flows))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ time: Duration, _ target: Duration, _ flows: [FlowID])
    -> Finding
  {
    let timeout = link.timing.timeout ?? .zero
    let oneTryFits = timeout / max(target, .nanoseconds(1)) <= maximumRatio
    let attempts = Wording.count(link.attempts, "attempt")
    return Finding(
      Self.descriptor, .outlastsTarget(link, time, target, flows),
      at: .link(link.id, oneTryFits ? "retries.max" : "timeout"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("target of the flow", Wording.duration(target)),
          .init(
            "longest time of the call", Wording.duration(time),
            basis: "\(attempts) of \(Wording.duration(timeout)) and the waits between them"),
          .init(
            "ratio",
            Wording.decimal(time / max(target, .nanoseconds(1)), places: 1)
              + " (limit \(Wording.decimal(maximumRatio, places: 1)))"),
        ],
        assumptions: link.attempts > 1
          ? ["The first retry waits \(Wording.duration(firstBackoff))."] : []),
      related: flows.prefix(20).map {
        Finding.Related(.flow($0, "target.latency"), "is missed long before")
      },
      remedy: oneTryFits
        ? "Try less often here: one attempt already takes \(Wording.duration(timeout))."
        : nil,
      cures: [Cure(oneTryFits ? .setRetries(link.id, 0) : .setTimeout(link.id, target))])
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-above-target",
    title: "Timeout above target",
    family: .interaction,
    level: .note,
    quality: .performanceEfficiency,
    summary: "One call may wait and retry for longer than its whole flow may take.",
    rationale: """
      When the answer comes at last, nobody is there any more, but threads, connections and locks \
      were held for it. A retry that cannot end in time only adds load to a system in trouble.
      """,
    detection: """
      For a call between programs in a flow with `target.latency`: the worst time, attempts × \
      `timeout` and the waits between them, is more than `maximum-ratio` times the lowest target of \
      its flows. A target is a p95, so a timeout somewhat above it is in order.
      """,
    remedy: """
      Set the timeout from the p99 of the call and from what the flow leaves for it, and retry only \
      as often as fits.
      """,
    falsePositives: """
      The step runs after the user has had the answer: describe it as `interaction: async` or leave \
      it out of the flow.
      """,
    question:
      "What does the user see after the target has passed, and who still waits for this call?",
    references: [
      "AWS Builders' Library, Timeouts, retries and backoff with jitter",
      "Google SRE Book, Addressing Cascading Failures: https://sre.google/sre-book/addressing-cascading-failures/",
    ],
    examples: [
      RuleExample(
        "three attempts of two seconds in a flow of one",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves
            via: rest
            timeout: 2s
            retries: { max: ⟦2⟧, backoff: exponential, jitter: true }
        flows:
          order:
            target: { latency: 1s }
            steps: [shop -> stock]
        """),
      RuleExample(
        "two attempts of half a second",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves
            via: rest
            timeout: 500ms
            retries: { max: 1, backoff: exponential, jitter: true }
        flows:
          order:
            target: { latency: 1s }
            steps: [shop -> stock]
        """),
      RuleExample(
        "one attempt is too long already, and the lowest target counts",
        """
        apps: { shop: Shop, stock: Stock, bank: Bank }
        links:
          - { from: shop, to: stock, via: rest, timeout: ⟦30s⟧ }
          - { from: shop, to: bank, via: rest-pull, timeout: 60s }
        flows:
          slow: { target: { latency: 20s }, steps: [shop -> stock, shop -> bank] }
          fast: { target: { latency: 2s }, steps: [shop -> stock] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func outlastsTarget(
    _ link: Link, _ time: Duration, _ target: Duration, _ flows: [FlowID]
  ) -> Self {
    """
    \(Wording.name(link)) may take \(Wording.duration(time)) where the whole flow has \
    \(Wording.duration(target)): \(Wording.list(flows.map(\.text)))
    """
  }
}
