public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that talk to many parts of the company directly.
public struct PointToPointSprawl: Rule {
  /// The most elements of other systems that one may talk to without a layer between.
  public var maximumPartners = 7
  /// The most teams or domains that those may belong to.
  public var maximumGroups = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-partners", \.maximumPartners, in: 1...1000,
      "The most elements of other systems that one may talk to directly (elements)"),
    .integer(
      "maximum-groups", \.maximumGroups, in: 1...100,
      "The most other teams or domains that those may belong to (teams)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let fanOuts = graph.waitingFanOuts()
    for place in graph.directPartners() where Self.applies(to: place.vertex, in: graph.solution) {
      let partners = place.partners.filter { Self.applies(to: $0, in: graph.solution) }
      guard partners.count > maximumPartners,
        (fanOuts[place.vertex]?.count ?? 0) <= WideFanOut().maximumCallees
      else {
        verdicts.pass()
        continue
      }
      let own = Self.group(of: place.vertex, in: graph)
      let groups = partners.map { Self.group(of: $0, in: graph) }
      let known = Set(groups.compactMap { $0 }).filter { $0 != own }.sorted()
      let silent = zip(partners, groups).filter { $0.1 == nil }.map { $0.0 }
      if known.count > maximumGroups {
        verdicts.fail(finding(place, partners, known, in: graph))
      } else if known.count + silent.count > maximumGroups {
        verdicts.unknown(missing: silent.map { .element(graph.elementID($0), "owner") })
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether it is not a layer itself.
  private static func applies(to vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].type?.rawValue {
    case "gateway", "integration", "bus", "monitoring", "ci-cd", "idp": false
    default: true
    }
  }

  /// The team that it belongs to, or else its domain.
  private static func group(of vertex: Int, in graph: SolutionGraph) -> String? {
    graph.placements[vertex].owner?.text ?? graph.placements[vertex].domain?.text
  }

  private func finding(
    _ place: DirectPartners, _ partners: [Int], _ groups: [String], in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(place.vertex)
    return Finding(
      Self.descriptor,
      .talksToMany(id, partners.count, groups, limits: (maximumPartners, maximumGroups)),
      at: .element(id),
      evidence: Evidence(figures: [
        .init("direct partners", "\(partners.count) (limit \(maximumPartners))"),
        .init("teams or domains", "\(groups.count) (limit \(maximumGroups))"),
        .init("links", "\(place.links.count)"),
      ]),
      related: partners.prefix(20).map {
        Finding.Related(.element(graph.elementID($0)), "is a direct partner")
      },
      causes: [.element(id)])
  }

  public static let descriptor = RuleDescriptor(
    id: "point-to-point-sprawl",
    title: "Point-to-point sprawl",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "An element talks directly to many others of many teams.",
    rationale: """
      Each partner is an agreement, a credential, a test and a date. When the element moves or \
      changes, all of them are asked at once, and the slowest decides.
      """,
    detection: """
      The different apps and systems of other systems that have a link with it, either way, that \
      passes nothing, are more than `maximum-partners`, and belong to more than `maximum-groups` \
      other teams (without an owner, domains). Stores, channels, screens, sign-on, gateways, \
      integration apps and monitoring do not count. Elements that wait on too many are \
      wide-fan-out's. Where partners without an owner could decide it, it is unknown.
      """,
    remedy: """
      Put one thin layer in front, a gateway or a topic, so that partners agree with it once; or \
      let one app for shared data serve those who need the same.
      """,
    falsePositives: """
      The partners all use one published interface with one contract, and only the links are many.
      """,
    question: "How many teams must agree before this element may move to another network?",
    explainedBy: ["hub-element"],
    references: [
      "Enterprise Integration Patterns, Message Bus: https://www.enterpriseintegrationpatterns.com/patterns/messaging/MessageBus.html"
    ],
    examples: [
      RuleExample(
        "eight partners in five teams",
        """
        teams: { t0: T0, t1: T1, t2: T2, t3: T3, t4: T4, t5: T5 }
        apps:
          ⟦orders⟧: { name: Orders, owner: t0 }
          a: { owner: t1 }
          b: { owner: t1 }
          c: { owner: t2 }
          d: { owner: t2 }
          e: { owner: t3 }
          f: { owner: t4 }
          g: { owner: t5 }
          h: { owner: t5 }
        links:
          - { from: orders, to: a, via: rest, timeout: 1s }
          - { from: orders, to: b, via: sftp }
          - { from: c, to: orders, via: soap, timeout: 1s }
          - { from: d, to: orders, via: rest-pull }
          - { from: e, to: orders, via: rest, timeout: 1s }
          - { from: orders, to: f, via: webhook }
          - { from: g, to: orders, via: rest, timeout: 1s }
          - { from: h, to: orders, via: rest, timeout: 1s }
        """),
      RuleExample(
        "most of them come through a gateway",
        """
        teams: { t0: T0, t1: T1, t2: T2, t3: T3, t4: T4, t5: T5 }
        apps:
          orders: { name: Orders, owner: t0 }
          door: { name: Gateway, type: gateway, owner: t0 }
          a: { owner: t1 }
          b: { owner: t1 }
          c: { owner: t2 }
          d: { owner: t2 }
          e: { owner: t3 }
          f: { owner: t4 }
          g: { owner: t5 }
          h: { owner: t5 }
        links:
          - { from: orders, to: a, via: rest, timeout: 1s }
          - { from: orders, to: b, via: sftp }
          - { from: c, to: orders, through: [door], via: soap, timeout: 1s }
          - { from: d, to: orders, through: [door], via: rest-pull }
          - { from: e, to: orders, through: [door], via: rest, timeout: 1s }
          - { from: orders, to: f, via: webhook }
          - { from: g, to: orders, through: [door], via: rest, timeout: 1s }
          - { from: h, to: orders, through: [door], via: rest, timeout: 1s }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func talksToMany(
    _ id: ElementID, _ partners: Int, _ groups: [String], limits: (partners: Int, groups: Int)
  ) -> Self {
    """
    '\(id)' talks directly to \(partners) elements (limit \(limits.partners)) of \(groups.count) \
    teams (limit \(limits.groups)): \(Wording.list(groups))
    """
  }
}
