public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows that go back and forth between the same two elements.
public struct PingPong: Rule {
  /// How often a flow may change its direction between two elements.
  public var maximumChanges = 1

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-changes", \.maximumChanges, in: 1...100,
      "How often a flow may change its direction between two elements (changes)")
  ]

  /// From so many changes above the limit on it is a warning.
  private static let warningExcess = 3

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for flow in subject.solution.flows {
      let rallies = Self.rallies(of: flow, in: subject.graph)
      guard !rallies.isEmpty else { continue }
      let long = rallies.filter { $0.changes > maximumChanges }
      for rally in long { verdicts.fail(finding(flow, rally, in: subject.graph)) }
      if long.isEmpty { verdicts.pass() }
    }
  }

  /// The steps between two elements, in the order of the flow.
  private struct Rally {
    /// Vertices; the first has the lower id.
    let ends: [Int]
    /// Places of the links, in the order of the steps.
    var steps: [Int] = []
    var changes = 0
    var startsAtFirst = true
  }

  private static func rallies(of flow: Flow, in graph: SolutionGraph) -> [Rally] {
    var rallies: [[Int]: Rally] = [:]
    for use in flow.uses {
      guard let place = graph.solution.index(of: use.link), graph.traits[place].isInUse,
        let source = graph.solution.index(of: graph.solution.links[place].source),
        let destination = graph.solution.index(of: graph.solution.links[place].destination)
      else { continue }
      let hosts = [graph.placements[source].host, graph.placements[destination].host]
      guard hosts[0] != hosts[1], hosts.allSatisfy({ isProgram($0, in: graph.solution) }) else {
        continue
      }
      let ends = hosts.sorted()
      let startsAtFirst = hosts[0] == ends[0]
      var rally = rallies[ends] ?? Rally(ends: ends, startsAtFirst: startsAtFirst)
      if rally.startsAtFirst != startsAtFirst { rally.changes += 1 }
      rally.startsAtFirst = startsAtFirst
      rally.steps.append(place)
      rallies[ends] = rally
    }
    return rallies.values.sorted { $0.ends.lexicographicallyPrecedes($1.ends) }
  }

  private static func isProgram(_ vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].kind {
    case .application, .module, .system: true
    case .person, .store, .channel: false
    }
  }

  private func finding(_ flow: Flow, _ rally: Rally, in graph: SolutionGraph) -> Finding {
    let ids = rally.ends.map(graph.elementID)
    return Finding(
      Self.descriptor, .goesBackAndForth(flow, ids, rally.changes, limit: maximumChanges),
      at: .flow(flow.id, "steps"),
      level: rally.changes >= maximumChanges + Self.warningExcess ? nil : .note,
      roles: [Finding.Role("flow", .flow(flow.id))]
        + ids.map { Finding.Role("member", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: rally.steps.prefix(12).map { graph.solution.links[$0] }),
        figures: [
          .init("changes of direction", "\(rally.changes) (limit \(maximumChanges))"),
          .init("steps between the two", "\(rally.steps.count)"),
        ]),
      related: Set(rally.steps).sorted().prefix(20).map {
        Finding.Related(.link(graph.linkID($0)), "is one of the steps")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "ping-pong",
    title: "Ping-pong",
    family: .coupling,
    level: .warning,
    quality: .maintainability,
    summary: "A flow goes back and forth between the same two elements.",
    rationale: """
      Neither of the two has what it needs to finish its part, so the work is cut in the wrong \
      place. Each return is a wait, a state to keep, and a way to stop half done.
      """,
    detection: """
      The steps of a flow between the same two apps or systems, in their order, modules as their \
      app: the times that the side that starts changes are more than `maximum-changes`. One change \
      is a request and its answer later. A note up to 3 times, from 3 above the limit a warning. \
      Steps inside a repeat count once. That the two depend on each other at all is \
      mutual-dependency's.
      """,
    remedy: """
      Move the responsibility to one side: hand over all that is needed at once, or let one side \
      lead and the other only answer.
      """,
    falsePositives: """
      A protocol asks for it, such as a negotiation or a hand-over in several acts.
      """,
    question:
      "What does the first of the two learn on the way that it could not know at the start?",
    references: [
      "Sam Newman, Building Microservices, second edition, 2021: finding the right boundaries",
      "Chatty I/O antipattern: https://learn.microsoft.com/azure/architecture/antipatterns/chatty-io/",
    ],
    examples: [
      RuleExample(
        "an offer goes three times between sales and pricing",
        """
        apps: { sales: Sales, pricing: Pricing }
        links:
          - { from: sales, to: pricing, via: rest, timeout: 1s }
          - { from: pricing, to: sales, via: rest, timeout: 1s }
        flows:
          offer:
            ⟦steps⟧:
              - sales -> pricing
              - pricing -> sales
              - sales -> pricing
              - pricing -> sales
        """),
      RuleExample(
        "sales sends all that pricing needs",
        """
        apps: { sales: Sales, pricing: Pricing }
        links:
          - { from: sales, to: pricing, via: rest, timeout: 1s }
          - { from: pricing, to: sales, via: webhook }
        flows:
          offer:
            steps:
              - sales -> pricing
              - pricing -> sales
        """),
    ])
}

extension Finding.Message {
  fileprivate static func goesBackAndForth(
    _ flow: Flow, _ ids: [ElementID], _ changes: Int, limit: Int
  ) -> Self {
    """
    '\(flow.id)' changes its direction between '\(ids[0])' and '\(ids[1])' \(changes) times \
    (limit \(limit))
    """
  }
}
