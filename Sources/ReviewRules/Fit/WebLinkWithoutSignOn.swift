public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds screens that lead to another app where people have to sign on again.
public struct WebLinkWithoutSignOn: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let providers = Self.providers(in: graph)
    guard !providers.isEmpty else { return }
    let usedByPeople = Self.usedByPeople(in: graph)
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, graph.traits[link].interaction == .userInterface,
        graph.solution.links[link].trust.authentication != .some(.none),
        !surroundings.isLocal, !surroundings.isPublic, !surroundings.source.isPerson,
        !surroundings.source.isOutside, !surroundings.destination.isOutside
      else { continue }
      let (source, destination) = (surroundings.source.vertex, surroundings.destination.vertex)
      let near = Self.known(at: source, providers, in: graph)
      let far = Self.known(at: destination, providers, in: graph)
      // An app that people use without sign-on is said to be that.
      if far.isEmpty, usedByPeople.contains(graph.placements[destination].host) { continue }
      guard !near.isEmpty || !far.isEmpty else { continue }
      if near.isDisjoint(with: far) {
        verdicts.fail(Self.finding(graph.solution.links[link], near, far, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// By element, the identity providers that it signs people on with.
  private static func providers(in graph: SolutionGraph) -> [Int: Set<Int>] {
    var providers: [Int: Set<Int>] = [:]
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].category == .identity
      && graph.traits[link].isFunctionallySynchronous
    {
      guard let source = graph.solution.index(of: graph.solution.links[link].source),
        let provider = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      for user in [source, graph.placements[source].host, graph.placements[source].system] {
        if let user { providers[user, default: []].insert(provider) }
      }
    }
    return providers
  }

  /// Those of the element, or else of its system.
  private static func known(
    at vertex: Int, _ providers: [Int: Set<Int>], in graph: SolutionGraph
  ) -> Set<Int> {
    providers[vertex] ?? providers[graph.placements[vertex].host]
      ?? graph.placements[vertex].system.flatMap { providers[$0] } ?? []
  }

  private static func usedByPeople(in graph: SolutionGraph) -> Set<Int> {
    Set(
      graph.legs.filter { graph.isPerson($0.source) }.map { graph.placements[$0.destination].host })
  }

  private static func finding(
    _ link: Link, _ near: Set<Int>, _ far: Set<Int>, in graph: SolutionGraph
  ) -> Finding {
    func names(_ providers: Set<Int>) -> String {
      providers.isEmpty
        ? "none" : Wording.list(providers.sorted().map { graph.elementID($0).text })
    }
    return Finding(
      descriptor, .asksAgain(link), at: .link(link.id),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("sign-on of '\(link.source)'", names(near)),
          .init("sign-on of '\(link.destination)'", names(far)),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "web-link-without-sign-on",
    title: "Web link without common sign-on",
    family: .fit,
    level: .warning,
    quality: .interactionCapability,
    summary:
      "A screen leads to another app that signs people on with another provider, or not at all.",
    rationale: """
      In the middle of their work people are asked for a second name and password, lose what they had \
      begun, and end on a start page. They will write the password down, or copy data by hand instead.
      """,
    detection: """
      A link of a screen in use between two apps or systems of ours whose identity providers (`oidc`, \
      `saml`, `ldap`, of the element or its system) have none in common, while one of them has one. \
      Links with `authentication: none` and public data are left out, and destinations that people use \
      and that have no provider at all: those are found by `sign-on-missing`.
      """,
    remedy:
      "Sign both on with one provider, so that the session travels along; or with two that trust each other.",
    falsePositives:
      "The two providers trust each other: draw the link between them and waive this, or draw one.",
    question: "What does somebody see who follows this link on a Monday morning?",
    references: [
      "OpenID Connect Core 1.0: https://openid.net/specs/openid-connect-core-1_0.html"
    ],
    examples: [
      RuleExample(
        "from the desk to the archive, and there to another login",
        """
        apps:
          desk: Desk
          archive: Archive
        systems:
          login: { name: Login, type: idp }
          old-login: { name: Old login, type: idp }
        links:
          - ⟦desk -> archive⟧: opens the letters
            via: ui-deep-link
          - desk -> login: signs on
            via: oidc
          - archive -> old-login: signs on
            via: ldap
        """),
      RuleExample(
        "both know who is there",
        """
        apps:
          desk: Desk
          archive: Archive
        systems:
          login: { name: Login, type: idp }
        links:
          - desk -> archive: opens the letters
            via: ui-deep-link
          - desk -> login: signs on
            via: oidc
          - archive -> login: signs on
            via: saml
        """),
      RuleExample(
        "a system signs on for its apps, and a page without sign-on that people use is found elsewhere",
        """
        people: { clerk: Clerk }
        systems:
          office: { name: Office, apps: { desk: Desk, archive: Archive } }
          login: { name: Login, type: idp }
        apps: { old: Old, help: Help, forms: Forms }
        links:
          - { from: office, to: login, via: oidc }
          - { from: desk, to: archive, via: ui-deep-link }
          - { from: clerk, to: old, via: ui-web-link }
          - { from: desk, to: old, via: ui-web-link }
          - { from: desk, to: help, via: ui-web-link, authentication: none }
          - ⟦desk -> forms⟧: opens a form
            via: ui-embed
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func asksAgain(_ link: Link) -> Self {
    "'\(link.source)' leads people to '\(link.destination)', which does not know their sign-on"
  }
}
