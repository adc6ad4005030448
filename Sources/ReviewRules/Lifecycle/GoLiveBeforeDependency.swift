public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts that go live before what they cannot work without.
public struct GoLiveBeforeDependency: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for leg in graph.legs where graph.traits[leg.link].isHard {
      guard let other = graph.solution.elements[leg.destination].goLive else { continue }
      guard graph.solution.elements[leg.source].kind != .person else { continue }
      guard let first = graph.solution.elements[leg.source].goLive else {
        // A part of today that is to use one of tomorrow says so by the status of the link.
        if graph.solution.links[leg.link].status == nil {
          verdicts.unknown(missing: "go-live", ofElement: leg.source)
        }
        continue
      }
      if first >= other {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(leg, first, other, graph))
      }
    }
  }

  private static func finding(
    _ leg: SolutionGraph.Leg, _ first: CalendarDate, _ other: CalendarDate, _ graph: SolutionGraph
  ) -> Finding {
    let source = graph.elementID(leg.source)
    let destination = graph.elementID(leg.destination)
    let link = graph.solution.links[leg.link]
    return Finding(
      descriptor,
      .comesFirst(source, first, destination, days: other.dayNumber - first.dayNumber),
      at: .element(source, "go-live"),
      roles: [
        Finding.Role("element", .element(source)), Finding.Role("needed", .element(destination)),
        Finding.Role("link", .link(link.id)),
      ],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("go-live of '\(source)'", first.description),
          Evidence.Figure("go-live of '\(destination)'", other.description),
          Evidence.Figure("need", link.effectiveNeed),
        ].compactMap { $0 }),
      related: [Finding.Related(.element(destination, "go-live"), "is needed, and comes later")])
  }

  public static let descriptor = RuleDescriptor(
    id: "go-live-before-dependency",
    title: "Live before what it needs",
    family: .lifecycle,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A part goes live before another that it cannot work without.",
    rationale: """
      On its first day it cannot do its work. Such plans are made by two teams, each with a good \
      calendar of its own, and nobody lays the two side by side.
      """,
    detection: """
      A hard link in use whose source and destination both declare `go-live`, the destination's being \
      the later one. Where only the destination declares it and the link has no status, it is unknown.
      """,
    remedy: "Move one of the days, or give the link a `fallback` for the time between them.",
    falsePositives: "A part of it goes live without this link: declare `need: soft` until then.",
    question: "What do its users see between the two days?",
    references: ["The Open Group, TOGAF Standard, 10th Edition: Phase F, Migration Planning"],
    examples: [
      RuleExample(
        "the portal opens two months before the service that it calls",
        """
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: ⟦2026-10-01⟧ }
          claims: { name: Claims, lifecycle: planned, go-live: 2026-12-01 }
        links:
          - { from: portal, to: claims, via: rest, timeout: 2s }
        """),
      RuleExample(
        "until the service comes, people take the work by hand",
        """
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: 2026-10-01 }
          claims: { name: Claims, lifecycle: planned, go-live: 2026-12-01 }
        links:
          - { from: portal, to: claims, via: rest, timeout: 2s, fallback: manual }
        """),
      RuleExample(
        "on the same day, and a part of today that is to use it",
        """
        people: { clerk: Clerk }
        apps:
          portal: { name: Portal, lifecycle: planned, go-live: 2026-12-01 }
          claims: { name: Claims, lifecycle: planned, go-live: 2026-12-01 }
          letters: Letters
        links:
          - { from: clerk, to: claims, via: ui-web-link }
          - { from: portal, to: claims, via: rest, timeout: 2s }
          - { from: letters, to: claims, via: rest, timeout: 2s, status: agreed }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func comesFirst(
    _ source: ElementID, _ first: CalendarDate, _ destination: ElementID, days: Int
  ) -> Self {
    """
    \(Wording.name(source)) goes live on \(first), \(Wording.count(days, "day")) before \
    \(Wording.name(destination)) without which it cannot work
    """
  }
}
