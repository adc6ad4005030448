public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds plans to use what is being withdrawn.
public struct NewUseOfSunsetElement: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices {
      guard let status = graph.solution.links[link].status, status.isPlan else { continue }
      let withdrawn = graph.legs(of: link).map(\.destination)
        .filter { graph.placements[$0].lifecycle == .sunset }
      if withdrawn.isEmpty {
        verdicts.pass()
      } else {
        let ids = Set(withdrawn).sorted().map(graph.elementID)
        verdicts.fail(Self.finding(graph.solution.links[link], status, ids, graph))
      }
    }
  }

  private static func finding(
    _ link: Link, _ status: LinkStatus, _ ids: [ElementID], _ graph: SolutionGraph
  ) -> Finding {
    let ends = ids.compactMap { graph.solution.element($0)?.endOfLife?.description }
    return Finding(
      descriptor, .buildsOnLeaving(link, ids), at: .link(link.id, "status"),
      roles: [Finding.Role("link", .link(link.id))]
        + ids.map { Finding.Role("withdrawn", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("status", status.rawValue), .init("lifecycle", Lifecycle.sunset.rawValue)]
          + ends.prefix(1).map { Evidence.Figure("end-of-life", $0) }),
      related: ids.map { Finding.Related(.element($0), "is being withdrawn") })
  }

  public static let descriptor = RuleDescriptor(
    id: "new-use-of-sunset-element",
    title: "New use of a sunset element",
    family: .lifecycle,
    level: .warning,
    quality: .maintainability,
    summary: "A planned link leads to an element that is being withdrawn.",
    rationale: """
      The work is done twice, once for what goes and once for what follows, and the new user is the \
      best reason not to switch the old one off.
      """,
    detection: """
      A link with `status: idea`, `proposed` or `agreed` passes or ends at an element that says \
      `lifecycle: sunset` or lies in one. Elements that are retired are left to \
      `link-to-retired-element`.
      """,
    remedy: "Point the link at the successor, or wait for it.",
    falsePositives: """
      It is a bridge for a short time that the successor's plan counts on: say so in a waiver that \
      ends on that day.
      """,
    question: "Why not the successor, and what will it cost to move again?",
    references: [
      "The Open Group, TOGAF Standard, 10th Edition: Phase E, Opportunities and Solutions"
    ],
    examples: [
      RuleExample(
        "the new portal is to ask the old price list",
        """
        apps:
          portal: Portal
          prices: { name: Price list, lifecycle: sunset, end-of-life: 2027-03-31 }
        links:
          - { from: portal, to: prices, via: rest, timeout: 1s, status: ⟦agreed⟧ }
        """),
      RuleExample(
        "the new portal is to ask the new one",
        """
        apps:
          portal: Portal
          prices: { name: Price service }
        links:
          - { from: portal, to: prices, via: rest, timeout: 1s, status: agreed }
        """),
      RuleExample(
        "links that live already, and a stop on the way",
        """
        apps:
          shop: Web shop
          portal: Portal
          stock: Stock
        systems:
          old: { lifecycle: sunset, apps: { prices: Prices }, channels: { bus: Bus } }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, status: live }
          - { from: portal, to: stock, via: topic, through: [bus], status: ⟦idea⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func buildsOnLeaving(_ link: Link, _ ids: [ElementID]) -> Self {
    """
    planned \(Wording.name(link)) builds on what is being withdrawn: \(Wording.list(ids.map(\.text)))
    """
  }
}
