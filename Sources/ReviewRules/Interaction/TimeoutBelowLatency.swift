public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that give up before the destination usually answers.
public struct TimeoutBelowLatency: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices where subject.graph.isSoftwareCall(place) {
      guard let timeout = links[place].timing.timeout else { continue }
      guard let latency = Latency(of: place, in: subject.solution) else {
        verdicts.unknown(missing: "latency", ofLink: place)
        continue
      }
      verdicts.used("latency", ofLink: place)
      if timeout <= latency.duration {
        verdicts.fail(Self.finding(links[place], timeout, latency))
      } else {
        verdicts.pass()
      }
    }
  }

  /// How long the answer takes, p95.
  private struct Latency {
    let duration: Duration
    let place: ElementPath
    let basis: String

    /// Its own, or else the processing time of the destination, which is less than the whole.
    init?(of link: Int, in solution: Solution) {
      if let latency = solution.links[link].timing.latency {
        duration = latency
        place = .link(solution.links[link].id, "latency")
        basis = "p95 of the link"
      } else if let latency = solution.index(of: solution.links[link].destination)
        .flatMap({ solution.elements[$0].latency })
      {
        duration = latency
        place = .element(solution.links[link].destination, "latency")
        basis = "p95 of '\(solution.links[link].destination)', without the wire"
      } else {
        return nil
      }
    }
  }

  private static func finding(_ link: Link, _ timeout: Duration, _ latency: Latency) -> Finding {
    var figures: [Evidence.Figure] = [
      .init("timeout", Wording.duration(timeout)),
      .init("time of the answer", Wording.duration(latency.duration), basis: latency.basis),
    ]
    if link.attempts > 1 {
      figures.append(.init("attempts", "\(link.attempts)", basis: "each ends the same way"))
    }
    return Finding(
      descriptor, .givesUpEarly(link, timeout, latency.duration), at: .link(link.id, "timeout"),
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures),
      related: [Finding.Related(latency.place, "what the answer takes")])
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-below-latency",
    title: "Timeout below latency",
    family: .interaction,
    level: .warning,
    profile: .minimal,
    quality: .reliability,
    summary: "A call gives up before at least one in twenty answers arrives.",
    rationale: """
      The destination does the work and nobody takes the result. With retries it does it several \
      times, and most when it is slow already.
      """,
    detection: """
      `timeout` ≤ the p95 `latency` of the link, or of the destination where the link has none. One \
      answer in twenty takes longer than a p95, so at least so many calls fail in normal use.
      """,
    remedy: """
      Wait for the p99 and something more, or make the destination faster for this caller. Where \
      the caller cannot wait so long, it needs a fallback and not a shorter timeout.
      """,
    falsePositives: """
      The caller races several destinations and means to drop the slow answers; or one of the two \
      figures is a wish.
      """,
    question: "Which share of these calls ends in a timeout today?",
    references: [
      "AWS Builders' Library, Timeouts, retries and backoff with jitter",
      "Jeffrey Dean, Luiz André Barroso, The Tail at Scale, CACM 56(2), 2013",
    ],
    examples: [
      RuleExample(
        "the search needs 700 ms, the shop waits for 500 ms",
        """
        apps:
          shop: Web shop
          search: Search
        links:
          - shop -> search: finds articles
            via: rest
            latency: 700ms
            timeout: ⟦500ms⟧
        """),
      RuleExample(
        "the shop waits for two seconds",
        """
        apps:
          shop: Web shop
          search: Search
        links:
          - shop -> search: finds articles
            via: rest
            latency: 700ms
            timeout: 2s
        """),
      RuleExample(
        "the destination alone takes as long, and a poll has time",
        """
        apps: { a: A, b: { name: B, latency: 1s }, c: C }
        links:
          - { from: a, to: b, via: grpc, timeout: ⟦1s⟧ }
          - { from: c, to: b, via: rest-pull, timeout: 500ms }
          - { from: a, to: c, via: rest, timeout: 500ms }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func givesUpEarly(_ link: Link, _ timeout: Duration, _ latency: Duration)
    -> Self
  {
    """
    \(Wording.name(link)) gives up after \(Wording.duration(timeout)), and one answer in twenty \
    takes longer than \(Wording.duration(latency))
    """
  }
}
