public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds passwords and keys that prove identity across the border to the outside.
public struct WeakAuthenticationAcrossBorder: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.isFromOutside || surroundings.isToOutside,
        graph.solution.links[link].via != .webhook, !surroundings.source.isPerson,
        let authentication = graph.solution.links[link].trust.authentication,
        authentication != .none
      else { continue }
      verdicts.used("authentication", ofLink: link)
      switch authentication {
      case .basic, .apiKey:
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      case .none, .oauth2, .oidc, .saml, .mtls, .sshKey, .kerberos, .signed, .certificate:
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    let authentication = link.trust.authentication ?? .none
    return Finding(
      descriptor, .isWeak(link, authentication, surroundings),
      at: .link(link.id, "authentication"),
      level: surroundings.isFromOutside || surroundings.isSensitive ? .warning : nil,
      evidence: Evidence(
        of: link, surroundings, in: graph,
        figures: [.init("authentication", authentication.rawValue)]))
  }

  public static let descriptor = RuleDescriptor(
    id: "weak-authentication-across-border",
    title: "Weak authentication across a border",
    family: .security,
    level: .note,
    quality: .security,
    summary: "A password or a key that never expires opens the way between us and the outside.",
    rationale: """
      Such a secret travels with every call, is the same for years, and works for whoever copies it \
      from a log, a script or a former colleague's notes. Nobody notices a second user of it.
      """,
    detection: """
      A link in use between an element of ours and one that is external or in a zone of trust \
      `internet`, `partner` or `device`, with `authentication` `basic` or `api-key`. A warning where \
      the outside calls us, or where the link carries what is `confidential` or about people. Screens \
      of people and webhooks are left out.
      """,
    remedy: """
      Use `oauth2` with tokens that live for minutes, or mutual TLS; until the other side offers that, \
      keep the secret in a vault, change it on a schedule, and bind it to source addresses.
      """,
    falsePositives: """
      The key only counts calls and opens nothing that is not public anyway.
      """,
    question: "When was this secret last changed, and who would notice if somebody else used it?",
    references: [
      "OWASP API Security Top 10 2023, API2: Broken Authentication: https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
      "RFC 9700, Best Current Practice for OAuth 2.0 Security",
    ],
    examples: [
      RuleExample(
        "a partner orders with a password",
        """
        systems:
          partner: { name: Partner, external: true, type: partner }
        apps:
          ordering: { name: Ordering, type: api }
        links:
          - partner -> ordering: orders
            via: rest
            authentication: ⟦basic⟧
        """),
      RuleExample(
        "the partner brings a token of ten minutes",
        """
        systems:
          partner: { name: Partner, external: true, type: partner }
        apps:
          ordering: { name: Ordering, type: api }
        links:
          - partner -> ordering: orders
            via: rest
            authentication: oauth2
        """),
      RuleExample(
        "what stays inside is left alone, and a key of a service outside is a note",
        """
        zones:
          web: { trust: internet }
          office: { trust: internal }
        apps:
          a: { name: A, zone: office }
          b: { name: B, zone: office }
          rates: { name: Rates, zone: web }
        links:
          - { from: a, to: b, via: rest, authentication: basic }
          - { from: a, to: rates, via: rest, authentication: ⟦api-key⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isWeak(
    _ link: Link, _ authentication: Authentication, _ surroundings: LinkSurroundings
  ) -> Self {
    let way = surroundings.isFromOutside ? "comes in from outside" : "leaves for the outside"
    return "\(Wording.name(link)) \(way) with no more than '\(authentication.rawValue)'"
  }
}
