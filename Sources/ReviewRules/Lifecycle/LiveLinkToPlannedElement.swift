public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that are said to live at an end that is not there yet.
public struct LiveLinkToPlannedElement: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices {
      guard let status = graph.solution.links[link].status, status == .live || status == .deprecated
      else { continue }
      let ends = graph.legs(of: link).flatMap { [$0.source, $0.destination] }
      let planned = Set(ends).filter { graph.placements[$0].lifecycle == .planned }.sorted()
      if planned.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(
          Self.finding(graph.solution.links[link], status, planned.map(graph.elementID)))
      }
    }
  }

  private static func finding(_ link: Link, _ status: LinkStatus, _ planned: [ElementID])
    -> Finding
  {
    Finding(
      descriptor, .livesBeforeItsEnd(link, status, planned), at: .link(link.id, "status"),
      roles: [Finding.Role("link", .link(link.id))]
        + planned.map { Finding.Role("planned", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("status", status.rawValue), .init("lifecycle", Lifecycle.planned.rawValue),
        ]),
      related: planned.map { Finding.Related(.element($0), "is planned") })
  }

  public static let descriptor = RuleDescriptor(
    id: "live-link-to-planned-element",
    title: "Live link to a planned element",
    family: .lifecycle,
    level: .warning,
    quality: .functionalSuitability,
    summary: "A link is said to be live, and one of its ends is only planned.",
    rationale: """
      One of the two words is wrong. Either something runs that everybody takes for a plan, and nobody \
      watches it, or reviews count on a link that is not there.
      """,
    detection: """
      A link with `status: live` or `deprecated` touches an element whose `lifecycle` is `planned`, its \
      own or that of what is around it. A link without a status says nothing.
      """,
    remedy: "Call the element `active`, or the link `agreed`.",
    falsePositives: "None: a link cannot live at an end that does not.",
    question: "Does anything run there today?",
    references: ["The Open Group, TOGAF Standard, 10th Edition: Phase F, Migration Planning"],
    examples: [
      RuleExample(
        "the shop is said to call a service that is planned",
        """
        apps:
          shop: Web shop
          points: { name: Points, lifecycle: planned }
        links:
          - { from: shop, to: points, via: rest, timeout: 1s, status: ⟦live⟧ }
        """),
      RuleExample(
        "the link is agreed, no more",
        """
        apps:
          shop: Web shop
          points: { name: Points, lifecycle: planned }
        links:
          - { from: shop, to: points, via: rest, timeout: 1s, status: agreed }
        """),
      RuleExample(
        "a planned system plans its apps; a link without a status is left alone",
        """
        apps: { shop: Web shop }
        systems: { loyalty: { lifecycle: planned, apps: { points: Points, letters: Letters } } }
        links:
          - { from: points, to: shop, via: rest, timeout: 1s, status: ⟦deprecated⟧ }
          - { from: shop, to: letters, via: webhook }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func livesBeforeItsEnd(
    _ link: Link, _ status: LinkStatus, _ planned: [ElementID]
  ) -> Self {
    """
    \(Wording.name(link)) is \(status.rawValue), and \(Wording.list(planned.map(\.text))) \
    \(planned.count == 1 ? "is" : "are") only planned
    """
  }
}
