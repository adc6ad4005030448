public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces between teams that nobody wrote down.
public struct ContractMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var silence = Silence()
    for place in links.indices where Self.needsContract(place, in: subject.graph) {
      if links[place].contract != nil || !links[place].record.documents.isEmpty { silence.speaks() }
      switch Self.border(of: place, in: subject.graph) {
      case .within: continue
      case .unknown(let ends):
        verdicts.unknown(missing: ends.map { .element($0, "owner") })
      case .between:
        if links[place].contract?.kind == ContractKind.none {
          verdicts.used("contract", ofLink: place)
          verdicts.fail(Self.finding(links[place]))
        } else if links[place].contract != nil || !links[place].record.documents.isEmpty {
          verdicts.used("contract", ofLink: place)
          verdicts.pass()
        } else {
          verdicts.lacks("contract", ofLink: place)
          silence.lacks(place)
        }
      }
    }
    if silence.isWhole {
      verdicts.fail(Self.finding(silence.links.map { links[$0] }))
      return
    }
    let byProvider = Dictionary(grouping: silence.links) { links[$0].destination }
    for (provider, places) in byProvider.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(provider, places.map { links[$0] }))
    }
  }

  /// Whether programs meet there over an interface that has a form.
  private static func needsContract(_ place: Int, in graph: SolutionGraph) -> Bool {
    let traits = graph.traits[place]
    guard traits.isInUse, traits.isStructural, traits.category != .centralData else { return false }
    switch graph.solution.links[place].status {
    case .idea, .proposed, .deprecated, .retired: return false
    case .agreed, .live, nil: break
    }
    switch graph.solution.links[place].via?.text {
    case nil, "email", "push-notification", "manual-file", "monitoring-push", "platform-api":
      return false
    default: return true
    }
  }

  private enum Border {
    case within
    case between
    case unknown([ElementID])
  }

  /// Whether the two ends are different teams'; into a channel the ends are the sender and the channel.
  private static func border(of place: Int, in graph: SolutionGraph) -> Border {
    guard let source = graph.solution.index(of: graph.solution.links[place].source),
      let destination = graph.solution.index(of: graph.solution.links[place].destination),
      graph.solution.elements[source].kind != .person,
      graph.solution.elements[source].kind != .channel,
      graph.solution.elements[destination].kind != .person
    else { return .within }
    let ends = [source, destination]
    let owners = ends.map { graph.placements[$0].owner }
    if let own = owners[0], let other = owners[1] { return own == other ? .within : .between }
    // Nobody has to say who owns what where the model knows no teams.
    guard !graph.solution.teams.isEmpty else { return .within }
    return .unknown(ends.filter { graph.placements[$0].owner == nil }.map(graph.elementID))
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .refuses(link), at: .link(link.id, "contract"), level: .warning,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]), figures: [.init("contract", "none")]))
  }

  private static func finding(_ provider: ElementID, _ links: [Link]) -> Finding {
    Finding(
      descriptor, .saysNothing(provider, links), at: .element(provider),
      roles: [Finding.Role("provider", .element(provider))],
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [
          .init("links of other teams without one", "\(links.count)", basis: "not declared")
        ]),
      related: links.prefix(20).map { Finding.Related(.link($0.id), "says nothing of a contract") })
  }

  private static func finding(_ links: [Link]) -> Finding {
    Finding(
      descriptor, .noneSays(links.count), at: ElementPath(.solution),
      related: links.prefix(20).map { Finding.Related(.link($0.id), "joins two teams") })
  }

  public static let descriptor = RuleDescriptor(
    id: "contract-missing",
    title: "Contract missing",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .compatibility,
    summary: "An interface between two teams has no contract.",
    rationale: """
      What is not written down is whatever the code does today. The provider cannot know what it \
      may change, the consumer learns of it in production, and neither can test alone.
      """,
    detection: """
      A link between programs of different owners that is `agreed`, `live` or without a status: a \
      warning with `contract: { kind: none }`; a note at the provider where neither a `contract` nor \
      `documents` are given; four such and more in a model that gives none anywhere are one note. \
      Screens, sign-on, databases, mail and monitoring are left out. Where teams are declared and \
      an end has no owner the link is unknown.
      """,
    remedy: """
      Write the interface down in the form that its option has (OpenAPI, AsyncAPI, XSD, the layout \
      of the file), give it a version, and let both sides test against it.
      """,
    falsePositives: """
      The contract is kept in a portal that the model does not name: give its address as \
      `contract: { kind: …, document: … }`.
      """,
    question: "Where would a new consumer look up what this interface promises?",
    references: [
      "Eric Evans, Domain-Driven Design, 2003: Published Language",
      "OpenAPI Specification 3.1.1: https://spec.openapis.org/oas/v3.1.1.html",
    ],
    examples: [
      RuleExample(
        "sales calls finance by an interface that nobody wrote down",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          billing: { name: Billing, owner: finance }
        links:
          - shop -> billing: asks for an invoice
            via: rest
            timeout: 2s
            ⟦contract⟧: { kind: none }
        """),
      RuleExample(
        "it is described in OpenAPI",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          billing: { name: Billing, owner: finance }
        links:
          - shop -> billing: asks for an invoice
            via: rest
            timeout: 2s
            contract: { kind: openapi, version: "1.0" }
        """),
      RuleExample(
        "two links that say nothing are one finding at the provider",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          crm: { name: CRM, owner: sales }
          ⟦billing⟧: { name: Billing, owner: finance }
          other: Nobody's
        links:
          - { from: shop, to: billing, via: rest, timeout: 2s }
          - { from: crm, to: billing, via: sftp }
          - { from: shop, to: crm, via: rest, timeout: 1s }
          - { from: other, to: crm, via: rest, timeout: 1s }
        """, testOnly: true),
      RuleExample(
        "a model that knows no contracts is told once",
        """
        solution: ⟦Example⟧
        teams: { one: One, two: Two }
        apps: { a: { owner: one }, b: { owner: two }, c: { owner: two }, d: { owner: two } }
        links:
          - { from: a, to: b, via: rest, timeout: 2s }
          - { from: a, to: c, via: rest, timeout: 2s }
          - { from: a, to: d, via: rest, timeout: 2s }
          - { from: b, to: a, via: webhook }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func refuses(_ link: Link) -> Self {
    "\(Wording.name(link)) joins two teams and has no contract"
  }

  fileprivate static func saysNothing(_ provider: ElementID, _ links: [Link]) -> Self {
    """
    '\(provider)' is used by other teams over \(Wording.count(links.count, "link")) without a \
    declared contract: \(Wording.list(links.map(\.id.text)))
    """
  }

  fileprivate static func noneSays(_ count: Int) -> Self {
    "none of the \(count) links between teams declares a contract"
  }
}
