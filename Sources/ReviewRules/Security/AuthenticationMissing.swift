public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links over a network on which nobody has to prove who they are.
public struct AuthenticationMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, Self.applies(to: link, surroundings, in: graph) else { continue }
      guard let authentication = graph.solution.links[link].trust.authentication else {
        verdicts.unknown(missing: "authentication", ofLink: link)
        continue
      }
      verdicts.used("authentication", ofLink: link)
      if authentication != .none || Self.isMeantForAll(surroundings) {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      }
    }
  }

  /// Screens and sign-on, webhooks and channels that teams share have rules of their own.
  private static func applies(
    to link: Int, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Bool {
    guard !surroundings.isLocal, graph.traits[link].interaction != .userInterface,
      graph.traits[link].category != .identity, graph.solution.links[link].via != .webhook
    else { return false }
    return !surroundings.touchesChannel
  }

  /// Whether anybody may read it: what is carried is public, or a person looks at a page without
  /// anything delicate.
  private static func isMeantForAll(_ surroundings: LinkSurroundings) -> Bool {
    surroundings.isPublic || surroundings.source.isPerson && !surroundings.isSensitive
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .asksNobody(link, surroundings), at: .link(link.id, "authentication"),
      level: surroundings.isSensitive ? .error : nil,
      evidence: Evidence(
        of: link, surroundings, in: graph, figures: [.init("authentication", "none")]))
  }

  public static let descriptor = RuleDescriptor(
    id: "authentication-missing",
    title: "Authentication missing",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    profile: .minimal,
    quality: .security,
    summary:
      "Whoever reaches the destination over the network may use it without saying who they are.",
    rationale: """
      The border of the network is then the only lock, and it is opened by the first stolen laptop, \
      the first wrong firewall rule and the first service that fetches an address it was given. \
      Nothing in the logs tells afterwards who did what.
      """,
    detection: """
      A link in use with `authentication: none`, but for links inside one app, screens, and data that \
      is all public. An error where it carries what is `confidential` or `secret`, or about people. A \
      link that does not say is unknown. Links of a channel are judged by `broker-unprotected`, \
      webhooks by `webhook-unsigned`.
      """,
    remedy: """
      Let the caller prove who it is with what the platform already has: mutual TLS or a workload \
      identity inside, `oauth2` with a client of its own across teams and companies.
      """,
    falsePositives: """
      Anybody may read what is there: declare the data with `confidentiality: public`. Or a mesh adds \
      the proof without the app's doing: declare `mtls`.
      """,
    question: "What keeps any other program in this network from making the same call?",
    references: [
      "OWASP API Security Top 10 2023, API2: Broken Authentication: https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
      "Threagile, risk rule missing-authentication",
    ],
    examples: [
      RuleExample(
        "anybody in the network may post to the ledger",
        """
        apps:
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: books the invoice
            via: rest
            authentication: ⟦none⟧
        """),
      RuleExample(
        "billing has a client of its own",
        """
        apps:
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: books the invoice
            via: rest
            authentication: oauth2
        """),
      RuleExample(
        "public data, a page for everybody and what stays in one app need no proof",
        """
        people:
          reader: Reader
        apps:
          site: { name: Site, modules: { pages: Pages, cart: Cart } }
          feed: Feed
        data:
          news: { confidentiality: public }
          health: { confidentiality: secret, personal: special }
        links:
          - { from: reader, to: site, via: rest, authentication: none }
          - { from: site, to: feed, via: rest, authentication: none, carries: [news] }
          - { from: pages, to: cart, via: grpc, authentication: none }
          - { from: feed, to: site, via: rest, authentication: ⟦none⟧, carries: [news, health] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func asksNobody(_ link: Link, _ surroundings: LinkSurroundings) -> Self {
    let load =
      surroundings.isSensitive ? " and carries \(surroundings.delicacy ?? "delicate") data" : ""
    return "\(Wording.name(link)) asks for no proof of who calls\(load)"
  }
}
