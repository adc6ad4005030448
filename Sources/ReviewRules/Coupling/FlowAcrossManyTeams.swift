public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds journeys that only work when many teams keep their part running.
public struct FlowAcrossManyTeams: Rule {
  /// The most teams whose parts one run of a flow may need.
  public var maximumTeams = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-teams", \.maximumTeams, in: 1...100,
      "The most teams whose parts one run of a flow may need (teams)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for flow in subject.solution.flows {
      let parts = Self.parts(of: flow, in: subject.graph)
      let teams = Dictionary(
        parts.compactMap { vertex in subject.graph.placements[vertex].owner.map { ($0, vertex) } },
        uniquingKeysWith: { first, _ in first })
      let unowned = parts.filter { subject.graph.placements[$0].owner == nil }
      guard !parts.isEmpty else { continue }
      if teams.count > maximumTeams {
        verdicts.fail(finding(flow, teams, in: subject.graph))
      } else if teams.count + unowned.count > maximumTeams, !teams.isEmpty {
        verdicts.unknown(
          missing: unowned.map { .element(subject.graph.elementID($0), "owner") })
      } else if unowned.isEmpty || !teams.isEmpty {
        verdicts.pass()
      }
    }
  }

  /// The elements, people aside, that the hard and not optional steps of a flow touch, ascending.
  private static func parts(of flow: Flow, in graph: SolutionGraph) -> [Int] {
    var parts: Set<Int> = []
    for use in flow.uses where !use.isOptional {
      guard let place = graph.solution.index(of: use.link),
        graph.traits[place].isHard || graph.traits[place].interaction == nil
      else { continue }
      let link = graph.solution.links[place]
      for stop in [link.source] + link.through + [link.destination] {
        if let vertex = graph.solution.index(of: stop) { parts.insert(vertex) }
      }
    }
    for workplace in flow.workplaces where !workplace.isOptional {
      if let vertex = graph.solution.index(of: workplace.element) { parts.insert(vertex) }
    }
    return parts.filter { graph.solution.elements[$0].kind != .person }.sorted()
  }

  private func finding(_ flow: Flow, _ teams: [TeamID: Int], in graph: SolutionGraph) -> Finding {
    let sorted = teams.sorted { $0.key < $1.key }
    return Finding(
      Self.descriptor, .crossesTeams(flow, sorted.map(\.key), limit: maximumTeams),
      at: .flow(flow.id),
      evidence: Evidence(
        path: Evidence.steps(
          along: flow.uses.prefix(12).compactMap { graph.solution.link($0.link) }),
        figures: [.init("teams", "\(teams.count) (limit \(maximumTeams))")]),
      related: sorted.prefix(20).map { team, vertex in
        Finding.Related(.element(graph.elementID(vertex)), "is owned by '\(team)'")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "flow-across-many-teams",
    title: "Flow across many teams",
    family: .coupling,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .maintainability,
    summary: "One run of a flow needs parts that many different teams own.",
    rationale: """
      A change of the journey waits for the slowest of their plans, and an outage starts with the \
      question whose it is. The customer sees one journey; the company has as many as teams.
      """,
    detection: """
      The different owners, declared or inherited, of the elements that the steps of a flow touch \
      are more than `maximum-teams`. Optional and soft steps do not count, nor do people. Where \
      parts without an owner could lift the number above the limit the flow is unknown.
      """,
    remedy: """
      Give the journey one owner, hand the later steps over by events, and move what changes with \
      it into the hands of one team.
      """,
    falsePositives: """
      Some of the teams only run platforms that the journey passes, such as a network or a sign-on.
      """,
    question: "Who is called when this journey stops, and whom does that person call?",
    references: [
      "Matthew Skelton, Manuel Pais, Team Topologies, 2019: stream-aligned teams",
      "Conway, How Do Committees Invent?, Datamation 14(4), 1968",
    ],
    examples: [
      RuleExample(
        "five teams for one claim",
        """
        teams: { web: Web, claims: Claims, policies: Policies, partners: Partners, money: Payments }
        apps:
          portal: { name: Portal, owner: web }
          claims-app: { name: Claims, owner: claims }
          policy-app: { name: Policies, owner: policies }
          partner-app: { name: Partners, owner: partners }
          payment-app: { name: Payments, owner: money }
        links:
          - { from: portal, to: claims-app, via: rest, timeout: 4s }
          - { from: claims-app, to: policy-app, via: rest, timeout: 1s }
          - { from: claims-app, to: partner-app, via: rest, timeout: 1s }
          - { from: claims-app, to: payment-app, via: rest, timeout: 1s }
        flows:
          ⟦report-claim⟧:
            steps:
              - portal -> claims-app
              - claims-app -> policy-app
              - claims-app -> partner-app
              - claims-app -> payment-app
        """),
      RuleExample(
        "the payment follows by itself",
        """
        teams: { web: Web, claims: Claims, policies: Policies, partners: Partners, money: Payments }
        apps:
          portal: { name: Portal, owner: web }
          claims-app: { name: Claims, owner: claims }
          policy-app: { name: Policies, owner: policies }
          partner-app: { name: Partners, owner: partners }
          payment-app: { name: Payments, owner: money }
        links:
          - { from: portal, to: claims-app, via: rest, timeout: 4s }
          - { from: claims-app, to: policy-app, via: rest, timeout: 1s }
          - { from: claims-app, to: partner-app, via: rest, timeout: 1s }
          - { from: claims-app, to: payment-app, via: rest-async }
        flows:
          report-claim:
            steps:
              - portal -> claims-app
              - claims-app -> policy-app
              - claims-app -> partner-app
              - claims-app -> payment-app
        """),
    ])
}

extension Finding.Message {
  fileprivate static func crossesTeams(_ flow: Flow, _ teams: [TeamID], limit: Int) -> Self {
    """
    '\(flow.id)' needs the parts of \(teams.count) teams (limit \(limit)): \
    \(Wording.list(teams.map(\.text)))
    """
  }
}
