public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that keep a user waiting longer than anybody waits.
public struct TimeoutTooLong: Rule {
  /// The longest that a call on behalf of a user may wait.
  public var maximumTimeout: Duration = .seconds(30)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .duration(
      "maximum-timeout", \.maximumTimeout, in: .milliseconds(100) ... .seconds(3600),
      "The longest that a call on behalf of a user may wait (duration)")
  ]

  /// What platforms wait when nobody sets a timeout; a figure like these was likely not chosen.
  private static let platformDefaults: [Duration] = [.seconds(60), .seconds(100), .seconds(300)]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var isTargeted = [Bool](repeating: false, count: links.count)
    for flow in subject.solution.flows where flow.latencyTarget != nil {
      for use in flow.uses {
        if let place = subject.solution.index(of: use.link) { isTargeted[place] = true }
      }
    }
    for place in links.indices where !isTargeted[place] && subject.graph.isSoftwareCall(place) {
      guard let timeout = links[place].timing.timeout,
        links[place].effectiveTrigger.value == .user
      else { continue }
      verdicts.used("timeout", ofLink: place)
      if timeout > maximumTimeout {
        verdicts.fail(finding(links[place], timeout))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ timeout: Duration) -> Finding {
    let isDefault = Self.platformDefaults.contains(timeout)
    return Finding(
      Self.descriptor, .waitsTooLong(link, timeout, limit: maximumTimeout),
      at: .link(link.id, "timeout"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init(
            "timeout", Wording.duration(timeout),
            basis: isDefault ? "declared; equal to the default of some platforms" : nil),
          .init("limit", Wording.duration(maximumTimeout)),
          Evidence.Figure("trigger", link.effectiveTrigger),
          link.timing.latency.map { .init("p95 of the link", Wording.duration($0)) },
        ].compactMap { $0 }),
      remedy: link.timing.latency.map {
        """
        Its p95 is \(Wording.duration($0)): a timeout of a few times that tells the user sooner, \
        and frees what the call holds.
        """
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-too-long",
    title: "Timeout too long",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A call on behalf of a user waits longer than a user does.",
    rationale: """
      After ten seconds people turn away or press the button again, and each press holds one more \
      thread. A destination that hangs then takes its callers down within minutes.
      """,
    detection: """
      A call between programs whose trigger is a user, declared or by its option, with a \
      `timeout` above `maximum-timeout`. Where a flow with a latency target uses the link, timeout-above-target \
      judges it by that instead.
      """,
    remedy: """
      Set it from the measured p99 of the destination. What really takes longer is accepted at \
      once and answered later (`via: rest-async`).
      """,
    falsePositives: """
      No person waits: a job or an event sets the call off. Declare its `trigger`.
      """,
    question: "Who still looks at the screen when this timeout ends?",
    references: [
      "Jakob Nielsen, Response Times: The 3 Important Limits: https://www.nngroup.com/articles/response-times-3-important-limits/",
      "Michael T. Nygard, Release It!, second edition, 2018: Timeouts",
    ],
    examples: [
      RuleExample(
        "the default of the platform was left as it is",
        """
        apps:
          portal: Portal
          contracts: Contracts
        links:
          - portal -> contracts: shows a contract
            via: rest
            timeout: ⟦300s⟧
        """),
      RuleExample(
        "the portal gives up after three seconds",
        """
        apps:
          portal: Portal
          contracts: Contracts
        links:
          - portal -> contracts: shows a contract
            via: rest
            timeout: 3s
        """),
      RuleExample(
        "jobs may wait, and a flow with a target has a limit of its own",
        """
        people: { clerk: Clerk }
        apps: { a: A, b: B, c: C }
        links:
          - { from: clerk, to: a, via: ui-web-link }
          - { from: a, to: b, via: rest, trigger: schedule, timeout: 300s }
          - { from: a, to: c, via: rest, timeout: 60s }
          - { from: b, to: c, via: soap, trigger: user, timeout: ⟦31s⟧ }
        flows:
          look-up: { target: { latency: 2s }, steps: [clerk -> a, a -> c] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsTooLong(_ link: Link, _ timeout: Duration, limit: Duration) -> Self {
    """
    \(Wording.name(link)) keeps a user waiting up to \(Wording.duration(timeout)) \
    (limit \(Wording.duration(limit)))
    """
  }
}
