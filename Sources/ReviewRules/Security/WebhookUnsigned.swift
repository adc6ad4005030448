public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds webhooks whose receiver cannot tell who sent them.
public struct WebhookUnsigned: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, graph.solution.links[link].via == .webhook else { continue }
      switch graph.solution.links[link].trust.authentication {
      case nil:
        verdicts.unknown(missing: "authentication", ofLink: link)
      case .some(.none), .apiKey, .basic:
        verdicts.used("authentication", ofLink: link)
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      case .oauth2, .oidc, .saml, .mtls, .sshKey, .kerberos, .signed, .certificate:
        verdicts.used("authentication", ofLink: link)
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    let authentication = link.trust.authentication ?? .none
    return Finding(
      descriptor, .canBeForged(link, authentication), at: .link(link.id, "authentication"),
      evidence: Evidence(
        of: link, surroundings, in: graph,
        figures: [.init("authentication", authentication.rawValue)]))
  }

  public static let descriptor = RuleDescriptor(
    id: "webhook-unsigned",
    title: "Webhook unsigned",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "A webhook is accepted without a signature over what it says.",
    rationale: """
      The address of a webhook is on the internet, and it leaks: through logs, tickets and the other \
      side's console. Whoever knows it can then report payments that were never made; a key in a \
      header travels with every message, and proves nothing about its content or its age.
      """,
    detection: """
      A link in use via `webhook` with `authentication` `none`, `api-key` or `basic`. One that does \
      not say is unknown.
      """,
    remedy: """
      Verify a signature over the raw body and a time stamp, refuse what is older than some minutes, \
      and remember the ids of events; declare it as `authentication: signed`. Read the truth back \
      from the sender before money moves.
      """,
    falsePositives: """
      The receiver takes the message only as a hint to fetch the facts from the sender over an \
      authenticated call: say so in a waiver.
      """,
    question: "What happens if I post yesterday's message again, with another amount?",
    references: [
      "Standard Webhooks specification: https://www.standardwebhooks.com",
      "RFC 2104, HMAC: Keyed-Hashing for Message Authentication",
    ],
    examples: [
      RuleExample(
        "anybody may report that an order was paid",
        """
        systems:
          payments: { name: Payment provider, external: true, type: saas }
        apps:
          ordering: Ordering
        links:
          - payments -> ordering: reports the payment
            via: webhook
            authentication: ⟦none⟧
        """),
      RuleExample(
        "ordering verifies the provider's signature",
        """
        systems:
          payments: { name: Payment provider, external: true, type: saas }
        apps:
          ordering: Ordering
        links:
          - payments -> ordering: reports the payment
            via: webhook
            authentication: signed
        """),
      RuleExample(
        "a key in a header is not a signature, and nothing said is unknown",
        """
        apps: { a: A, b: B, c: C }
        links:
          - { from: a, to: b, via: webhook, authentication: ⟦api-key⟧ }
          - { from: b, to: c, via: webhook }
          - { from: c, to: a, via: webhook, authentication: mtls }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func canBeForged(_ link: Link, _ authentication: Authentication) -> Self {
    let proof =
      authentication == .none
      ? "without any proof" : "with no more than '\(authentication.rawValue)'"
    return "'\(link.destination)' takes webhooks of '\(link.source)' \(proof)"
  }
}
