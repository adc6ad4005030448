public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds gateways between two neighbours that could talk to each other.
public struct NeedlessGateway: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.placements.indices
    where graph.solution.elements[vertex].type == .gateway
      && graph.solution.elements[vertex].kind == .application
    {
      let sides = Sides(of: vertex, in: graph)
      guard !sides.callers.isEmpty, !sides.callees.isEmpty else { continue }
      guard let caller = sides.callers.first, let callee = sides.callees.first,
        sides.callers.count == 1, sides.callees.count == 1,
        graph.solution.elements[caller].kind != .person
      else {
        verdicts.pass()
        continue
      }
      judge(vertex, between: caller, and: callee, in: graph, into: &verdicts)
    }
  }

  /// Who calls through a gateway, and what is called; vertices, modules as their apps.
  private struct Sides {
    let callers: Set<Int>
    let callees: Set<Int>

    init(of vertex: Int, in graph: SolutionGraph) {
      callers = Set(graph.legs(into: vertex).map { graph.placements[$0.source].host })
      callees = Set(graph.legs(outOf: vertex).map { graph.placements[$0.destination].host })
    }
  }

  private func judge(
    _ gateway: Int, between caller: Int, and callee: Int, in graph: SolutionGraph,
    into verdicts: inout Verdicts
  ) {
    let (near, far) = (graph.placements[caller], graph.placements[callee])
    if near.isExternal != far.isExternal || Self.differ(near.zone, far.zone)
      || Self.differ(near.owner, far.owner)
    {
      verdicts.pass()
      return
    }
    var missing: [ElementPath] = []
    for (end, place) in [(caller, near), (callee, far)] {
      if place.zone == nil { missing.append(.element(graph.elementID(end), "zone")) }
      if place.owner == nil { missing.append(.element(graph.elementID(end), "owner")) }
    }
    if missing.isEmpty {
      verdicts.fail(Self.finding(gateway, caller, callee, in: graph))
    } else {
      verdicts.unknown(missing: missing)
    }
  }

  private static func differ<Value: Equatable>(_ near: Value?, _ far: Value?) -> Bool {
    if let near, let far { near != far } else { false }
  }

  private static func finding(_ gateway: Int, _ caller: Int, _ callee: Int, in graph: SolutionGraph)
    -> Finding
  {
    let (id, near, far) = (
      graph.elementID(gateway), graph.elementID(caller), graph.elementID(callee)
    )
    let place = graph.placements[caller]
    return Finding(
      descriptor, .joinsNeighbours(id, near, far), at: .element(id),
      evidence: Evidence(
        path: [.init(.element(near)), .init(.element(id)), .init(.element(far))],
        figures: [
          .init("callers", "1"), .init("called", "1"),
          .init("zone of both", place.zone?.text ?? ""),
          .init("owner of both", place.owner?.text ?? ""),
        ]),
      related: [
        Finding.Related(.element(near), "is the only caller"),
        Finding.Related(.element(far), "is all that is called"),
      ])
  }

  public static let descriptor = RuleDescriptor(
    id: "needless-gateway",
    title: "Needless gateway",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "A gateway stands between one caller and one called app of the same team and zone.",
    rationale: """
      A gateway pays by being one place for many. Between two neighbours it is one more hop, one \
      more thing to patch, and one more cause of an outage.
      """,
    detection: """
      An app of type `gateway` with just one element that calls it or through it, not a person, and \
      just one behind it, where both lie in the same zone and have the same owner and neither is \
      external. Without these facts of both it is unknown.
      """,
    remedy: """
      Let the two talk directly, and bring the gateway back when a third one comes.
      """,
    falsePositives: """
      It is the first step of a roll-out that others will follow, with a date. Or it guards \
      something that must not be reached otherwise.
      """,
    question: "What does this gateway do that neither of the two could do itself?",
    references: [
      "API Gateway pattern: https://microservices.io/patterns/apigateway.html"
    ],
    examples: [
      RuleExample(
        "a gateway for one caller and one service",
        """
        teams: { sales: Sales IT }
        zones: { services: Services }
        apps:
          shop: { name: Web shop, owner: sales, zone: services }
          ⟦door⟧: { name: Gateway, type: gateway, owner: sales, zone: services }
          stock: { name: Stock, owner: sales, zone: services }
        links:
          - shop -> stock: reserves
            through: [door]
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "it guards the border of a zone",
        """
        teams: { sales: Sales IT }
        zones: { edge: Edge, services: Services }
        apps:
          shop: { name: Web shop, owner: sales, zone: edge }
          door: { name: Gateway, type: gateway, owner: sales, zone: services }
          stock: { name: Stock, owner: sales, zone: services }
        links:
          - shop -> stock: reserves
            through: [door]
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "two callers are a reason, and a model without zones cannot tell",
        """
        teams: { one: One }
        zones: { z: Z }
        apps:
          a: { owner: one, zone: z }
          b: { owner: one, zone: z }
          c: { owner: one, zone: z }
          door: { type: gateway }
          other: { type: gateway }
          d: { owner: one }
        links:
          - { from: a, to: c, through: [door], via: rest, timeout: 1s }
          - { from: b, to: c, through: [door], via: rest, timeout: 1s }
          - { from: d, to: c, through: [other], via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func joinsNeighbours(_ id: ElementID, _ near: ElementID, _ far: ElementID)
    -> Self
  {
    "'\(id)' stands between '\(near)' and '\(far)' alone, in one zone and of one team"
  }
}
