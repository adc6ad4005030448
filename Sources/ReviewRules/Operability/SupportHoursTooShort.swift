public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds teams that answer in fewer hours than their parts must serve.
public struct SupportHoursTooShort: Rule {
  public init() {}

  /// What asks a part to serve in certain hours: itself, or a flow.
  private struct Demand {
    let hours: ServiceHours
    let source: ElementPath.Subject
  }

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let demands = Self.demands(in: graph)
    var owned: [TeamID: [Int]] = [:]
    for vertex in graph.solution.elements.indices where demands[vertex] != nil {
      if let team = graph.placements[vertex].owner {
        owned[team, default: []].append(vertex)
      } else {
        verdicts.unknown(missing: "owner", ofElement: vertex)
      }
    }
    for (team, vertices) in owned.sorted(by: { $0.key < $1.key }) {
      let path = ElementPath(.team(team), "support")
      guard let support = graph.solution.team(team)?.support.flatMap(ServiceHours.init) else {
        verdicts.unknown(missing: [path])
        continue
      }
      verdicts.used(path)
      let uncovered = vertices.filter { vertex in
        demands[vertex].map { !support.covers($0.hours) } ?? false
      }
      if uncovered.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(team, support, uncovered, demands, graph))
      }
    }
  }

  /// By vertex, the longest hours that a part of our own is asked for; its own word counts first.
  private static func demands(in graph: SolutionGraph) -> [Demand?] {
    let uses = graph.flowUses()
    let flowHours = graph.solution.flows.map { $0.serviceHours.flatMap(ServiceHours.init) }
    return graph.solution.elements.indices.map { vertex in
      guard graph.isRun(vertex) else { return nil }
      if let own = graph.solution.elements[vertex].serviceHours {
        return ServiceHours(own).map {
          Demand(hours: $0, source: .element(graph.elementID(vertex)))
        }
      }
      let flows = uses.flowsOfElement[vertex].compactMap { place in
        flowHours[place].map { Demand(hours: $0, source: .flow(graph.solution.flows[place].id)) }
      }
      return flows.max { $0.hours.hoursPerWeek < $1.hours.hoursPerWeek }
    }
  }

  private static func finding(
    _ team: TeamID, _ support: ServiceHours, _ vertices: [Int], _ demands: [Demand?],
    _ graph: SolutionGraph
  ) -> Finding {
    let ids = vertices.map(graph.elementID)
    let most = vertices.compactMap { demands[$0]?.hours.hoursPerWeek }.max() ?? 0
    return Finding(
      descriptor, .goesHome(team, support.hoursPerWeek, ids, most),
      at: ElementPath(.team(team), "support"), weighs: ids.map { .element($0) },
      roles: [Finding.Role("team", .team(team))],
      evidence: Evidence(figures: [
        .init("support of '\(team)'", "\(support.hoursPerWeek) h a week"),
        .init("longest hours asked for", "\(most) h a week"),
        .init("parts that are asked for more", "\(ids.count)"),
      ]),
      related: zip(ids, vertices).map { id, vertex in
        let source = demands[vertex]?.source ?? .element(id)
        let hours = demands[vertex]?.hours.hoursPerWeek ?? 0
        return Finding.Related(
          .element(id),
          source == .element(id)
            ? "must serve \(hours) h a week" : "flow '\(source.name)' asks for \(hours) h a week")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "support-hours-too-short",
    title: "Support hours too short",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Parts belong to a team that answers in fewer hours than they must serve.",
    rationale: """
      Two thirds of a week lie outside business hours. An outage that begins on a Friday evening lasts \
      until Monday morning when nobody is paid to answer: that is 0.7 % of a year in one weekend, more \
      than three nines allow in seven years.
      """,
    detection: """
      A part of our own says its `service-hours`, or says nothing and flows that touch it outside \
      `optional` do (the longest counts), and the `support` of the team that owns it covers fewer \
      hours a day or fewer days a week. `24x7`, `12x5` and the like are compared, and `business-hours` \
      as 8x5. One finding a team; other wordings are unknown.
      """,
    remedy: """
      Arrange for a duty that answers at all hours, hand the first response to one that does, or \
      promise the flow for business hours only.
      """,
    falsePositives: """
      Somebody else takes the calls at night and can mend it: name that team as `owner`, or give the \
      team the support that it has.
      """,
    question: "It is Saturday, two in the morning, and it is down: whose telephone rings?",
    references: [
      "ISO/IEC 20000-1:2018, clause 8.3.3, Service level management",
      "Beyer and others: Site Reliability Engineering, chapter 11, Being On-Call",
    ],
    examples: [
      RuleExample(
        "the ledger serves a flow of all hours, and its team goes home at six",
        """
        teams:
          sales: { name: Sales IT, support: 24x7 }
          finance: { name: Finance IT, support: ⟦business-hours⟧ }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 2s }
        flows:
          order: { service-hours: 24x7, steps: [shop -> ledger] }
        """),
      RuleExample(
        "both teams answer at night",
        """
        teams:
          sales: { name: Sales IT, support: 24x7 }
          finance: { name: Finance IT, support: 24x7 }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 2s }
        flows:
          order: { service-hours: 24x7, steps: [shop -> ledger] }
        """),
      RuleExample(
        "a part that only serves in business hours asks for no more",
        """
        teams:
          finance: { name: Finance IT, support: business-hours }
          sales: { name: Sales IT, support: Mon-Sat 6-22 }
        apps:
          shop: { name: Web shop, owner: sales, service-hours: 24x7 }
          ledger: { name: Ledger, owner: finance, service-hours: business-hours }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 2s }
        flows:
          order: { service-hours: 24x7, steps: [shop -> ledger] }
        """, testOnly: true),
      RuleExample(
        "a part says it by itself",
        """
        teams:
          finance: { name: Finance IT, support: ⟦business-hours⟧ }
        apps:
          ledger: { name: Ledger, owner: finance, service-hours: 24x7 }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func goesHome(
    _ team: TeamID, _ support: Int, _ ids: [ElementID], _ most: Int
  ) -> Self {
    """
    '\(team)' answers \(support) h a week, and \(Wording.count(ids.count, "part")) of it must serve \
    up to \(most) h: \(Wording.list(ids.map(\.text)))
    """
  }
}
