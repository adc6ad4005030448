public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds events that others read by a contract without a version.
public struct EventContractUnversioned: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    // A link that passes two channels is told of once.
    var isJudged: Set<Int> = []
    for exchange in subject.graph.messageExchanges() {
      let readers = Readers(of: exchange, in: subject.graph)
      for place in exchange.publications where isJudged.insert(place).inserted {
        guard let contract = links[place].contract, let kind = contract.kind, kind != .none else {
          continue
        }
        if contract.version != nil {
          verdicts.used("contract.version", ofLink: place)
          verdicts.pass()
        } else if let sender = subject.solution.index(of: links[place].source),
          readers.areReleasedApart(from: sender, in: subject.graph)
        {
          verdicts.fail(
            Self.finding(
              links[place], kind, readers.others(than: sender, in: subject.graph), in: subject.graph
            ))
        } else {
          verdicts.pass()
        }
      }
    }
  }

  /// Who reads the messages of an exchange.
  private struct Readers {
    /// Ascending, people left out.
    private let vertices: [Int]
    private let owners: Set<TeamID>
    private let hasExternal: Bool

    init(of exchange: SolutionGraph.MessageExchange, in graph: SolutionGraph) {
      vertices = exchange.receivers.filter { graph.solution.elements[$0].kind != .person }
      owners = Set(vertices.compactMap { graph.placements[$0].owner })
      hasExternal = vertices.contains { graph.placements[$0].isExternal }
    }

    /// Whether one is another team's or external, or there are several.
    func areReleasedApart(from sender: Int, in graph: SolutionGraph) -> Bool {
      if hasExternal || others(than: sender, in: graph).count > 1 { return true }
      guard let own = graph.placements[sender].owner else { return false }
      return owners.contains { $0 != own }
    }

    func others(than sender: Int, in graph: SolutionGraph) -> [Int] {
      vertices.contains(sender) ? vertices.filter { $0 != sender } : vertices
    }
  }

  private static func finding(
    _ link: Link, _ kind: ContractKind, _ receivers: [Int], in graph: SolutionGraph
  ) -> Finding {
    let names = receivers.map { graph.elementID($0).text }
    return Finding(
      descriptor, .hasNoVersion(link, kind, names), at: .link(link.id, "contract"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("contract", kind.rawValue), .init("version", "none", basis: "not declared"),
          .init("receivers", "\(receivers.count)"),
        ]),
      related: receivers.prefix(20).map {
        Finding.Related(.element(graph.elementID($0)), "reads the events")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "event-contract-unversioned",
    title: "Event contract unversioned",
    family: .interaction,
    level: .note,
    profile: .strict,
    quality: .compatibility,
    summary: "Events that others read have a contract that names no version.",
    rationale: """
      A publisher does not know who reads, and what was published stays in the topic. A field that \
      changes its meaning breaks readers in silence, also when they read last week's events again.
      """,
    detection: """
      A link that sends messages has a `contract` of some kind without a `version`, and the \
      messages go to an element of another team, to an external one, or to several. Where both \
      sides are one team and one reader there is nothing to agree on. Events without any contract \
      are contract-missing's.
      """,
    remedy: """
      Number the contract, send the number with each event, and agree on what a reader must \
      tolerate: new fields yes, other meanings no.
      """,
    falsePositives: """
      A schema registry numbers each schema itself: name its version or subject here.
      """,
    question: "How does a reader tell an event of last year's form from one of today's?",
    references: [
      "AsyncAPI Specification 3.0.0, Info Object: https://www.asyncapi.com/docs/reference/specification/v3.0.0",
      "CloudEvents 1.0.2, dataschema attribute: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md",
    ],
    examples: [
      RuleExample(
        "two readers rely on a form without a number",
        """
        apps:
          ordering: Ordering
          billing: Billing
          stock: Stock
        channels:
          events: { name: Order events, type: topic }
        links:
          - ordering -> events: publishes order placed
            via: topic
            ⟦contract⟧: { kind: asyncapi }
          - events -> billing: delivers
            via: topic
          - events -> stock: delivers
            via: topic
        """),
      RuleExample(
        "the form has a number",
        """
        apps:
          ordering: Ordering
          billing: Billing
          stock: Stock
        channels:
          events: { name: Order events, type: topic }
        links:
          - ordering -> events: publishes order placed
            via: topic
            contract: { kind: asyncapi, version: "2.1" }
          - events -> billing: delivers
            via: topic
          - events -> stock: delivers
            via: topic
        """),
      RuleExample(
        "one reader of another team is enough, one of the same team is not",
        """
        teams: { sales: Sales, finance: Finance }
        apps: { a: { owner: sales }, b: { owner: finance }, d: { owner: sales } }
        links:
          - { from: a, to: b, via: webhook, ⟦contract⟧: { kind: avro } }
          - { from: a, to: d, via: webhook, contract: { kind: avro } }
          - { from: d, to: b, via: webhook, contract: { kind: none } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoVersion(_ link: Link, _ kind: ContractKind, _ readers: [String])
    -> Self
  {
    """
    \(Wording.name(link)) has \(kind.rawValue) without a version, and \(readers.count) read it: \
    \(Wording.list(readers))
    """
  }
}
