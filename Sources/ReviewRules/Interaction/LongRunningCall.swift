public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls whose answer takes longer than a user pays attention.
public struct LongRunningCall: Rule {
  /// The longest that an answer for a user may take, p95.
  public var maximumLatency: Duration = .seconds(10)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .duration(
      "maximum-latency", \.maximumLatency, in: .milliseconds(100) ... .seconds(600),
      "The longest that an answer for a user may take, p95 (duration)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for place in solution.links.indices where subject.graph.isSoftwareCall(place) {
      guard solution.links[place].effectiveTrigger.value == .user else { continue }
      let own = solution.links[place].timing.latency
      let latency =
        own
        ?? solution.index(of: solution.links[place].destination)
        .flatMap { solution.elements[$0].latency }
      guard let latency else {
        verdicts.unknown(missing: "latency", ofLink: place)
        continue
      }
      if own != nil { verdicts.used("latency", ofLink: place) }
      if latency > maximumLatency {
        verdicts.fail(finding(solution.links[place], latency, isOwn: own != nil))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ latency: Duration, isOwn: Bool) -> Finding {
    Finding(
      Self.descriptor, .takesTooLong(link, latency, limit: maximumLatency),
      at: isOwn ? .link(link.id, "latency") : .element(link.destination, "latency"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init(
            "time of the answer", Wording.duration(latency),
            basis: isOwn ? "p95 of the link" : "p95 of '\(link.destination)', without the wire"),
          .init("limit", Wording.duration(maximumLatency)),
          Evidence.Figure("trigger", link.effectiveTrigger),
        ].compactMap { $0 }),
      related: isOwn ? [] : [Finding.Related(.link(link.id), "waits for it")],
      cures: [Cure(.makeAsynchronous(link.id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "long-running-call",
    title: "Long-running call",
    family: .interaction,
    level: .warning,
    quality: .performanceEfficiency,
    summary: "A user waits in one call for work that takes longer than attention lasts.",
    rationale: """
      The connection is held open through proxies that each have a limit of their own, the page is \
      reloaded and starts the work a second time, and a lost answer cannot be asked for again.
      """,
    detection: """
      A call between programs that a user sets off, declared or by its option, whose p95 `latency`, \
      or that of its destination, is above `maximum-latency`. Flows that add up to too much are \
      latency-above-target's.
      """,
    remedy: """
      Accept the work at once, answer with where its state can be asked for, and do it behind a \
      queue (`via: rest-async`).
      """,
    falsePositives: """
      Nobody waits for the answer: declare the `trigger`, or `interaction: async`.
      """,
    question: "What does the user do in the meantime, and what happens on a reload?",
    references: [
      "Asynchronous Request-Reply pattern: https://learn.microsoft.com/azure/architecture/patterns/async-request-reply",
      "Jakob Nielsen, Response Times: The 3 Important Limits: https://www.nngroup.com/articles/response-times-3-important-limits/",
    ],
    examples: [
      RuleExample(
        "the clerk waits 45 s for a report",
        """
        apps:
          portal: Portal
          reports: Reports
        links:
          - portal -> reports: makes the report of the year
            via: rest
            latency: ⟦45s⟧
            timeout: 90s
        """),
      RuleExample(
        "the clerk is told where the report will be",
        """
        apps:
          portal: Portal
          reports: Reports
        links:
          - portal -> reports: orders the report of the year
            via: rest-async
            latency: 45s
        """),
      RuleExample(
        "the time is known of the destination only",
        """
        apps: { a: A, b: { name: B, latency: ⟦12s⟧ } }
        links:
          - { from: a, to: b, via: rest, timeout: 20s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesTooLong(_ link: Link, _ latency: Duration, limit: Duration) -> Self {
    """
    \(Wording.name(link)) keeps a user waiting \(Wording.duration(latency)) for its answer \
    (limit \(Wording.duration(limit)))
    """
  }
}
