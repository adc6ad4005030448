public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds apps that people use and that let them in by themselves, beside the identity provider.
public struct SignOnMissing: Rule {
  /// From how many such apps of one system they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many neighbouring apps without sign-on they are one finding (apps)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let graph = subject.graph
    let signingOn = Self.signingOn(in: graph)
    guard signingOn.contains(true) else { return }
    var lacking: [Int] = []
    for (vertex, entries) in Self.entries(in: graph).sorted(by: { $0.key < $1.key }) {
      let isKnown =
        signingOn[vertex]
        || entries.contains { Self.provesIdentity(graph.solution.links[$0], signingOn, in: graph) }
      let isForAll = entries.allSatisfy {
        graph.solution.links[$0].trust.authentication == .some(.none)
      }
      if isKnown || isForAll { verdicts.pass() } else { lacking.append(vertex) }
    }
    for group in ElementGroup.gather(lacking, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group))
    }
  }

  /// By vertex, whether it, or a module of it, hands its sign-on to an identity provider.
  private static func signingOn(in graph: SolutionGraph) -> [Bool] {
    var signingOn = [Bool](repeating: false, count: graph.placements.count)
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].category == .identity {
      for id in [graph.solution.links[link].source, graph.solution.links[link].destination] {
        guard let vertex = graph.solution.index(of: id) else { continue }
        signingOn[vertex] = true
        signingOn[graph.placements[vertex].host] = true
        if let system = graph.placements[vertex].system { signingOn[system] = true }
      }
    }
    return signingOn
  }

  /// By app or system of ours, the links on which people use it.
  private static func entries(in graph: SolutionGraph) -> [Int: [Int]] {
    var entries: [Int: [Int]] = [:]
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.source.isPerson, !surroundings.destination.isExternal
      else { continue }
      let vertex = graph.placements[surroundings.destination.vertex].host
      switch graph.solution.elements[vertex].kind {
      case .application, .system: entries[vertex, default: []].append(link)
      case .person, .module, .store, .channel: continue
      }
    }
    return entries
  }

  /// Whether the link itself says how the person is known, or passes something that asks.
  private static func provesIdentity(_ link: Link, _ signingOn: [Bool], in graph: SolutionGraph)
    -> Bool
  {
    switch link.trust.authentication {
    case .oidc, .saml, .kerberos, .certificate, .mtls: return true
    case .some(.none), .apiKey, .basic, .oauth2, .sshKey, .signed, nil: break
    }
    return link.through.compactMap(graph.solution.index).contains { signingOn[$0] }
  }

  private static func finding(_ group: ElementGroup) -> Finding {
    Finding(
      descriptor, .letsInByItself(group), at: group.place, roles: [group.role],
      related: group.single == nil
        ? group.members.map { Finding.Related(.element($0), "does not sign on centrally") } : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "sign-on-missing",
    title: "Sign-on missing",
    family: .security,
    level: .warning,
    quality: .security,
    summary:
      "People use an app that does not sign them on with the identity provider of the model.",
    rationale: """
      An app with passwords of its own has its own leavers who still get in, its own idea of a second \
      factor, and one more password that is used elsewhere too.
      """,
    detection: """
      The model has links via `oidc`, `saml`, `ldap` or `scim`, so that central sign-on is there; an \
      app or system of ours that people use has none, nor does a stop that they pass on the way to it, \
      and their link does not say `oidc`, `saml`, `kerberos`, `certificate` or `mtls`. Pages that \
      anybody may see (`authentication: none`) are in order. Without any such link in the model \
      nothing is said.
      """,
    remedy: """
      Let the app hand its sign-on to the provider, and draw the link; leave one account for \
      emergencies, and write down who has it.
      """,
    falsePositives: """
      The people come from outside and have accounts of another kind: draw their identity provider \
      too. Anybody may use it: say `authentication: none` on their link.
      """,
    question: "Somebody leaves today: on what day can they no longer sign on here?",
    references: [
      "NIST SP 800-63C-4, Digital Identity Guidelines: Federation and Assertions",
      "CIS Critical Security Controls Version 8, Control 6: Access Control Management",
    ],
    examples: [
      RuleExample(
        "the desk signs on centrally, the archive asks for a password of its own",
        """
        people:
          clerk: Clerk
        apps:
          desk: Claims desk
          ⟦archive⟧: Archive
        systems:
          login: { name: Login, type: idp }
        links:
          - clerk -> desk: settles claims
            via: ui-web-link
          - clerk -> archive: looks up letters
            via: ui-web-link
          - desk -> login: signs on
            via: oidc
        """),
      RuleExample(
        "both sign on at the same place",
        """
        people:
          clerk: Clerk
        apps:
          desk: Claims desk
          archive: Archive
        systems:
          login: { name: Login, type: idp }
        links:
          - clerk -> desk: settles claims
            via: ui-web-link
          - clerk -> archive: looks up letters
            via: ui-web-link
          - desk -> login: signs on
            via: oidc
          - archive -> login: signs on
            via: saml
        """),
      RuleExample(
        "a proxy that asks is enough, and so is a page for everybody",
        """
        people: { clerk: Clerk }
        apps:
          proxy: { name: Proxy, type: gateway }
          desk: Desk
          news: News
          ⟦archive⟧: Archive
        systems:
          login: { name: Login, type: idp }
        links:
          - { from: clerk, to: desk, via: ui-web-link, through: [proxy] }
          - { from: clerk, to: news, via: ui-web-link, authentication: none }
          - { from: clerk, to: archive, via: ui-web-link, authentication: basic }
          - { from: proxy, to: login, via: oidc }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func letsInByItself(_ group: ElementGroup) -> Self {
    guard let single = group.single else {
      let place = group.scope.map { " of '\($0)'" } ?? ""
      return """
        \(group.members.count) apps\(place) let people in without the identity provider: \
        \(Wording.list(group.members.map(\.text)))
        """
    }
    return "'\(single)' lets people in without the identity provider that others use"
  }
}
