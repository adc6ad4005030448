public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds secrets that several elements use in common.
public struct SharedCredential: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var links: [String: [Int]] = [:]
    for link in graph.traits.indices where graph.traits[link].isInUse {
      guard let credential = graph.solution.links[link].trust.credential else { continue }
      verdicts.used("credential", ofLink: link)
      links[credential, default: []].append(link)
    }
    for credential in links.keys.sorted() {
      let users = (links[credential] ?? []).map { graph.solution.links[$0] }
      let sources = Set(users.compactMap { Self.host(of: $0.source, in: graph) }).sorted()
      if sources.count > 1 {
        verdicts.fail(Self.finding(credential, users, sources.map(graph.elementID)))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func host(of id: ElementID, in graph: SolutionGraph) -> Int? {
    graph.solution.index(of: id).map { graph.placements[$0].host }
  }

  private static func finding(_ credential: String, _ links: [Link], _ sources: [ElementID])
    -> Finding
  {
    let destinations = Set(links.map(\.destination)).count
    return Finding(
      descriptor, .isShared(links[0], sources, links.count),
      at: .link(links[0].id, "credential"),
      roles: sources.map { Finding.Role("user", .element($0)) }, discriminator: credential,
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [
          .init("links", "\(links.count)"), .init("users", "\(sources.count)"),
          .init("destinations that it opens", "\(destinations)"),
        ],
        assumptions: ["Links with one `credential` use one secret."]),
      related: links.dropFirst().prefix(20).map {
        Finding.Related(.link($0.id, "credential"), "uses the same secret")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "shared-credential",
    title: "Shared credential",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "Several elements prove who they are with one and the same secret.",
    rationale: """
      The destination cannot tell them apart, so it cannot give one of them less, and its log cannot \
      say who did it. When one leaks the secret it must be changed for all at once, which is why it \
      will not be changed.
      """,
    detection: """
      Links in use of two or more elements (a module counts as its app) name the same `credential`. \
      One finding a secret. What one element uses for several destinations is not counted.
      """,
    remedy: """
      Give each element an identity of its own with only the rights that it needs; then change the \
      shared secret and delete it.
      """,
    falsePositives: """
      The name is that of a vault or of a scheme, not of one secret: name the secret.
      """,
    question: "If this secret leaked tonight, what would stop while you change it?",
    references: [
      "OWASP Secrets Management Cheat Sheet: https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html"
    ],
    examples: [
      RuleExample(
        "shop and billing are one and the same to the ledger",
        """
        apps:
          shop: Web shop
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: books the invoice
            via: rest
            credential: ⟦ledger-user⟧
          - shop -> ledger: asks for the balance
            via: rest
            credential: ledger-user
        """),
      RuleExample(
        "each has a user of its own",
        """
        apps:
          shop: Web shop
          billing: Billing
          ledger: Ledger
        links:
          - billing -> ledger: books the invoice
            via: rest
            credential: ledger-billing
          - shop -> ledger: asks for the balance
            via: rest
            credential: ledger-shop
        """),
      RuleExample(
        "two modules are one app, and a retired link uses nothing",
        """
        apps:
          shop: { name: Web shop, modules: { cart: Cart, search: Search } }
          old: Old shop
          ledger: Ledger
        links:
          - { from: cart, to: ledger, via: rest, credential: shop }
          - { from: search, to: ledger, via: rest, credential: shop }
          - { from: old, to: ledger, via: rest, credential: shop, status: retired }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isShared(_ first: Link, _ sources: [ElementID], _ links: Int) -> Self {
    """
    the secret of \(Wording.name(first)) is shared by \(sources.count) elements on \(links) links: \
    \(Wording.list(sources.map(\.text)))
    """
  }
}
