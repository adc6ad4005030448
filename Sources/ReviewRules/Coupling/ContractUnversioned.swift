public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces that others use by a contract without a version.
public struct ContractUnversioned: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var lacking: [Int: [Int]] = [:]
    for place in graph.traits.indices where Self.applies(to: place, in: graph) {
      guard let contract = graph.solution.links[place].contract,
        let kind = contract.kind, kind != .none,
        let source = graph.solution.index(of: graph.solution.links[place].source),
        let destination = graph.solution.index(of: graph.solution.links[place].destination)
      else { continue }
      if contract.version != nil {
        verdicts.used("contract.version", ofLink: place)
        verdicts.pass()
      } else if Self.areReleasedApart(source, destination, in: graph) {
        verdicts.lacks("contract.version", ofLink: place)
        lacking[destination, default: []].append(place)
      } else {
        verdicts.pass()
      }
    }
    for (provider, places) in lacking.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(provider, places, in: graph))
    }
  }

  /// Whether it is an interface other than for events, which event-contract-unversioned judges.
  private static func applies(to place: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[place].isInUse, graph.traits[place].isStructural else { return false }
    switch graph.traits[place].category {
    case .service, .batch, .centralData, nil: break
    case .event, .userInterface, .identity: return false
    }
    let link = graph.solution.links[place]
    return [link.source, link.destination].allSatisfy {
      graph.solution.element($0)?.kind != .channel
    }
  }

  private static func areReleasedApart(_ source: Int, _ destination: Int, in graph: SolutionGraph)
    -> Bool
  {
    let (near, far) = (graph.placements[source], graph.placements[destination])
    if near.isExternal != far.isExternal { return true }
    guard let own = near.owner, let other = far.owner else { return false }
    return own != other
  }

  private static func finding(_ provider: Int, _ places: [Int], in graph: SolutionGraph) -> Finding
  {
    let id = graph.elementID(provider)
    let links = places.map { graph.solution.links[$0] }
    let kinds = Set(links.compactMap { $0.contract?.kind?.rawValue }).sorted()
    return Finding(
      descriptor, .hasNoVersion(id, links),
      at: links.count == 1 ? .link(links[0].id, "contract") : .element(id),
      roles: [Finding.Role("provider", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [
          .init("contract", kinds.joined(separator: ", ")),
          .init("version", "none", basis: "not declared"), .init("links", "\(links.count)"),
        ]),
      related: links.prefix(20).map { Finding.Related(.link($0.id), "names no version") })
  }

  public static let descriptor = RuleDescriptor(
    id: "contract-unversioned",
    title: "Contract unversioned",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .compatibility,
    summary: "An interface that another team or company uses has a contract without a version.",
    rationale: """
      Two parts that are released at different times will at some time run with different forms. \
      Without a number nobody can say which of them are meant to fit, or run two side by side \
      while consumers move.
      """,
    detection: """
      A link that is no event has a `contract` of some kind without a `version`, and its ends have \
      different owners, or one of them is external. Findings are one for each provider. Events are \
      event-contract-unversioned's, links without a contract contract-missing's.
      """,
    remedy: """
      Give the contract a version, offer old and new side by side for an agreed time, and take the \
      old one away at its end.
      """,
    falsePositives: """
      The provider promises never to change what is there, only to add.
      """,
    question: "How does a consumer know that the next release of the provider will fit?",
    references: [
      "Semantic Versioning 2.0.0: https://semver.org",
      "Martin Fowler, ParallelChange: https://martinfowler.com/bliki/ParallelChange.html",
    ],
    examples: [
      RuleExample(
        "finance offers OpenAPI without a number",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          billing: { name: Billing, owner: finance }
        links:
          - shop -> billing: asks for an invoice
            via: rest
            timeout: 2s
            ⟦contract⟧: { kind: openapi }
        """),
      RuleExample(
        "it is version 2.3",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          billing: { name: Billing, owner: finance }
        links:
          - shop -> billing: asks for an invoice
            via: rest
            timeout: 2s
            contract: { kind: openapi, version: "2.3" }
        """),
      RuleExample(
        "two consumers are one finding at the provider, one's own team needs no number",
        """
        teams: { sales: Sales IT }
        apps: { a: { owner: sales }, b: { owner: sales } }
        systems: { ⟦bank⟧: { external: true } }
        links:
          - { from: a, to: bank, via: soap, timeout: 2s, contract: { kind: wsdl } }
          - { from: b, to: bank, via: soap, timeout: 2s, contract: { kind: wsdl } }
          - { from: a, to: b, via: rest, timeout: 2s, contract: { kind: openapi } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoVersion(_ provider: ElementID, _ links: [Link]) -> Self {
    """
    '\(provider)' is used by others over \(Wording.count(links.count, "link")) with a contract \
    that names no version
    """
  }
}
