public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds new parts that are built before what they call can be called.
public struct MockMissing: Rule {
  /// How long before its first day of service an element is tried against others.
  public var leadDays = 60

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "lead", \.leadDays, in: 1...730,
      "How long before its first day of service an element is tried against others (days)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices
    where graph.traits[link].isInUse && graph.traits[link].isStructural {
      guard let source = graph.solution.index(of: graph.solution.links[link].source),
        let destination = graph.solution.index(of: graph.solution.links[link].destination),
        let first = graph.solution.elements[source].goLive,
        let other = graph.solution.elements[destination].goLive,
        // One that comes later still is a matter of its own.
        other <= first
      else { continue }
      let days = first.dayNumber - other.dayNumber
      let testing = graph.solution.links[link].testing
      if days >= leadDays || testing.mock == true || testing.sandbox == true {
        verdicts.pass()
      } else {
        verdicts.fail(finding(graph.solution.links[link], first, other))
      }
    }
  }

  private func finding(_ link: Link, _ first: CalendarDate, _ other: CalendarDate) -> Finding {
    Finding(
      Self.descriptor,
      .comesTooLate(link, days: first.dayNumber - other.dayNumber, limit: leadDays),
      at: .link(link.id), roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("go-live of '\(link.source)'", first.description),
          .init("go-live of '\(link.destination)'", other.description),
          .init("lead", Wording.count(leadDays, "day"), basis: "setting"),
        ]),
      related: [
        Finding.Related(.element(link.source, "go-live"), "is tried before that day"),
        Finding.Related(.element(link.destination, "go-live"), "answers from that day on"),
      ])
  }

  public static let descriptor = RuleDescriptor(
    id: "mock-missing",
    title: "Mock missing",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .maintainability,
    summary: "A new part is tried before what it calls is live, and nothing stands in for that.",
    rationale: """
      Two new parts that go live together are built at the same time. The one that calls has nothing \
      to call until the other is nearly done, so its team waits, and then everything is tried at once \
      in the last weeks.
      """,
    detection: """
      Both ends of a link in use declare `go-live`, that of the destination is on or before that of \
      the source by less than `lead` days, and neither `mock` nor `sandbox` is `true`. A destination \
      that goes live after the source is left to `go-live-before-dependency`.
      """,
    remedy: """
      Agree on the contract first and give it a mock (`mock: true`), or let the other side open a test \
      system early (`sandbox: true`).
      """,
    falsePositives: "Both are one release of one team, and are tried as one.",
    question: "What does the calling team develop against today?",
    references: ["Freeman, Pryce: Growing Object-Oriented Software, Guided by Tests, chapter 8"],
    examples: [
      RuleExample(
        "the portal and the service that it calls go live a week apart",
        """
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: 2026-10-08 }
          claims: { name: Claims, lifecycle: planned, go-live: 2026-10-01 }
        links:
          - ⟦portal -> claims⟧: reads claims
            via: rest
            timeout: 2s
        """),
      RuleExample(
        "the portal is built against a mock",
        """
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: 2026-10-08 }
          claims: { name: Claims, lifecycle: planned, go-live: 2026-10-01 }
        links:
          - portal -> claims: reads claims
            via: rest
            timeout: 2s
            mock: true
        """),
      RuleExample(
        "long before, and after: neither is meant",
        """
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: 2026-10-08 }
          claims: { name: Claims, go-live: 2026-05-01 }
          points: { name: Points, lifecycle: planned, go-live: 2026-12-01 }
        links:
          - { from: portal, to: claims, via: rest, timeout: 2s }
          - { from: portal, to: points, via: rest, timeout: 2s, fallback: disable }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func comesTooLate(_ link: Link, days: Int, limit: Int) -> Self {
    """
    '\(link.destination)' goes live \(Wording.count(days, "day")) before '\(link.source)' that calls \
    it (lead \(limit)), and nothing stands in until then
    """
  }
}
