public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds teams that answer in business hours for parts that must serve at all hours.
public struct SupportHoursTooShort: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let needs = Self.roundTheClock(in: graph)
    var owned: [TeamID: [Int]] = [:]
    for vertex in graph.solution.elements.indices where needs[vertex] != nil {
      if let team = graph.placements[vertex].owner {
        owned[team, default: []].append(vertex)
      } else {
        verdicts.unknown("owner", ofElement: vertex)
      }
    }
    for (team, vertices) in owned.sorted(by: { $0.key < $1.key }) {
      switch graph.solution.team(team)?.support.flatMap(ServiceHours.init) {
      case nil:
        verdicts.unknown(missing: [ElementPath(.team(team), "support")])
      case .roundTheClock?:
        verdicts.used(ElementPath(.team(team), "support"))
        verdicts.pass()
      case .businessHours?:
        verdicts.used(ElementPath(.team(team), "support"))
        verdicts.fail(Self.finding(team, vertices, needs, graph))
      }
    }
  }

  /// By vertex, what asks an element of our own to serve at all hours: itself or a flow.
  private static func roundTheClock(in graph: SolutionGraph) -> [ElementPath.Subject?] {
    let uses = graph.flowUses()
    let isFlow = graph.solution.flows.map {
      $0.serviceHours.flatMap(ServiceHours.init) == .roundTheClock
    }
    return graph.solution.elements.indices.map { vertex in
      guard graph.isRun(vertex) else { return nil }
      let own = graph.solution.elements[vertex].serviceHours.flatMap(ServiceHours.init)
      if own == .roundTheClock { return .element(graph.elementID(vertex)) }
      guard own == nil else { return nil }
      return uses.flowsOfElement[vertex].first { isFlow[$0] }
        .map { .flow(graph.solution.flows[$0].id) }
    }
  }

  private static func finding(
    _ team: TeamID, _ vertices: [Int], _ needs: [ElementPath.Subject?], _ graph: SolutionGraph
  ) -> Finding {
    let ids = vertices.map(graph.elementID)
    return Finding(
      descriptor, .goesHome(team, ids), at: ElementPath(.team(team), "support"),
      weighs: ids.map { .element($0) }, roles: [Finding.Role("team", .team(team))],
      evidence: Evidence(figures: [
        .init("support of '\(team)'", graph.solution.team(team)?.support ?? ""),
        .init("parts that must serve at all hours", "\(ids.count)"),
      ]),
      related: zip(ids, vertices).map { id, vertex in
        let source = needs[vertex] ?? .element(id)
        return Finding.Related(
          .element(id),
          source == .element(id) ? "must serve at all hours" : "is needed by flow '\(source.name)'")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "support-hours-too-short",
    title: "Support hours too short",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Parts that must serve at all hours belong to a team that answers in business hours.",
    rationale: """
      Two thirds of a week lie outside business hours. An outage that begins on a Friday evening lasts \
      until Monday morning when nobody is paid to answer: that is 0.7 % of a year in one weekend, more \
      than three nines allow in seven years.
      """,
    detection: """
      A part of our own says `service-hours: 24x7`, or says nothing and a flow that does touches it \
      outside `optional`, and the team that owns it says `support: business-hours`. One finding a \
      team. Hours in other words, such as `Mon-Sat 6-22`, are not compared and are unknown.
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

/// The two sorts of hours that models name alike.
private enum ServiceHours {
  case businessHours, roundTheClock

  /// Fails for a wording of the model's own.
  init?(_ words: String) {
    switch words.lowercased() {
    case "24x7", "24/7", "7x24": self = .roundTheClock
    case "business-hours", "business hours", "office-hours", "office hours": self = .businessHours
    default: return nil
    }
  }
}

extension Finding.Message {
  fileprivate static func goesHome(_ team: TeamID, _ ids: [ElementID]) -> Self {
    """
    '\(team)' answers in business hours, and \(Wording.count(ids.count, "part")) of it must serve at \
    all hours: \(Wording.list(ids.map(\.text)))
    """
  }
}
