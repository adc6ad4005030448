public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds channels of several teams that anybody may read or write.
public struct BrokerUnprotected: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for channel in graph.solution.elements.indices
    where graph.solution.elements[channel].kind == .channel {
      let links = Self.links(of: channel, in: graph)
      let teams = Self.teams(on: links, of: channel, in: graph)
      guard teams.count > 1 else { continue }
      let open = links.filter { Self.isOpen(graph.solution.links[$0].trust) }
      let silent = links.filter {
        graph.solution.links[$0].trust.authentication == nil
          && graph.solution.links[$0].trust.authorization == nil
      }
      for link in silent { verdicts.lacks("authorization", ofLink: link) }
      if !open.isEmpty {
        verdicts.fail(Self.finding(channel, open, teams, links.count, in: graph))
      } else if silent.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: [])
      }
    }
  }

  private static func links(of channel: Int, in graph: SolutionGraph) -> [Int] {
    Set(graph.legs(into: channel).map(\.link) + graph.legs(outOf: channel).map(\.link)).sorted()
  }

  /// The owners of those who send and receive, by id.
  private static func teams(on links: [Int], of channel: Int, in graph: SolutionGraph) -> [TeamID] {
    var teams: Set<TeamID> = []
    for link in links {
      for id in [graph.solution.links[link].source, graph.solution.links[link].destination] {
        guard let vertex = graph.solution.index(of: id), vertex != channel else { continue }
        if let owner = graph.placements[vertex].owner { teams.insert(owner) }
      }
    }
    return teams.sorted()
  }

  private static func isOpen(_ trust: LinkTrust) -> Bool {
    trust.authentication == .some(.none) || trust.authorization == .some(.none)
  }

  private static func finding(
    _ channel: Int, _ open: [Int], _ teams: [TeamID], _ count: Int, in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(channel)
    let links = open.map { graph.solution.links[$0] }
    return Finding(
      descriptor, .isOpen(id, links.count, of: count, teams), at: .element(id),
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [
          .init("teams", teams.map(\.text).joined(separator: ", ")),
          .init("open links", "\(links.count) of \(count)"),
        ]),
      related: links.prefix(20).map { link in
        let isUnknown = link.trust.authentication == .some(.none)
        return Finding.Related(
          .link(link.id, isUnknown ? "authentication" : "authorization"),
          isUnknown ? "asks nobody who they are" : "asks nobody what they may do")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "broker-unprotected",
    title: "Broker unprotected",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "A channel that several teams use lets anybody in, or lets everybody do everything.",
    rationale: """
      A channel hands its messages to whoever asks, so one missing rule shows all of them to all \
      teams, and lets any program publish in the name of any other. Nobody sees the extra reader.
      """,
    detection: """
      The senders and receivers of a channel belong to two or more teams, and a link into or out of \
      it has `authentication: none` or `authorization: none`. One finding a channel. It is unknown \
      where a link says nothing of either.
      """,
    remedy: """
      Give each app an identity at the broker, and for each channel a list of who may publish and who \
      may subscribe, kept beside the model.
      """,
    falsePositives:
      "What is published there is for everybody in the company, and harmless if forged.",
    question: "Who could read this channel today without any of these teams knowing?",
    references: [
      "Apache Kafka documentation, Security, Authorization and ACLs: https://kafka.apache.org/documentation/#security_authz",
      "OASIS, MQTT Version 5.0, Section 5: Security",
    ],
    examples: [
      RuleExample(
        "finance reads what sales publishes, and so does anybody else",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          ordering: { name: Ordering, owner: sales }
          billing: { name: Billing, owner: finance }
        channels:
          ⟦events⟧: { name: Business events, type: topic }
        links:
          - ordering -> events: publishes order placed
            via: topic
            authorization: technical-user
          - events -> billing: delivers orders
            via: topic
            authorization: none
        """),
      RuleExample(
        "both have a user with the rights for this topic",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          ordering: { name: Ordering, owner: sales }
          billing: { name: Billing, owner: finance }
        channels:
          events: { name: Business events, type: topic }
        links:
          - ordering -> events: publishes order placed
            via: topic
            authorization: technical-user
          - events -> billing: delivers orders
            via: topic
            authorization: technical-user
        """),
      RuleExample(
        "one team among itself, and a channel of which nothing is said",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          a: { name: A, owner: sales }
          b: { name: B, owner: sales }
          c: { name: C, owner: finance }
        channels: { own: Own, common: Common }
        links:
          - { from: a, to: own, via: queue, authentication: none }
          - { from: own, to: b, via: queue, authentication: none }
          - { from: a, to: common, via: queue }
          - { from: common, to: c, via: queue }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isOpen(_ id: ElementID, _ open: Int, of count: Int, _ teams: [TeamID])
    -> Self
  {
    """
    '\(id)' is open to anybody on \(open) of \(Wording.count(count, "link")), and \(teams.count) \
    teams use it: \(Wording.list(teams.map(\.text)))
    """
  }
}
