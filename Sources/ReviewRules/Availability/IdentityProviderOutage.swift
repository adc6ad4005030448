public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds identity providers that are down more often than those who sign on with them may be.
public struct IdentityProviderOutage: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let own = graph.solution.elements.indices.map { Self.availability(of: $0, in: graph) }
    let demands = graph.elementDemands()
    for (provider, users) in Self.users(in: graph) {
      let promises = users.compactMap { Self.promise(of: $0, own, demands) }
      guard let best = promises.max(by: { ($0.value, $1.user) < ($1.value, $0.user) }) else {
        continue
      }
      guard let availability = own[provider] else {
        verdicts.unknown(missing: "availability", ofElement: provider)
        continue
      }
      verdicts.used("availability", ofElement: provider)
      if availability < best.value {
        verdicts.fail(Self.finding(provider, availability, best, users, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What a user of a provider must reach.
  private struct Promise {
    let user: Int
    let value: Availability
    /// Whether a flow asks for it, or it is the user's own figure.
    let isTarget: Bool
  }

  /// By provider, in order, who signs on with it to let people in.
  private static func users(in graph: SolutionGraph) -> [(provider: Int, users: [Int])] {
    var users: [Int: Set<Int>] = [:]
    for link in graph.traits.indices where graph.traits[link].isInUse {
      guard graph.traits[link].category == .identity,
        graph.traits[link].isFunctionallySynchronous,
        let source = graph.solution.index(of: graph.solution.links[link].source),
        let provider = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      users[provider, default: []].insert(source)
    }
    return users.keys.sorted().map { ($0, (users[$0] ?? []).sorted()) }
  }

  private static func availability(of vertex: Int, in graph: SolutionGraph) -> Availability? {
    let instances = graph.solution.elements[vertex].instances ?? 1
    let needed = graph.solution.elements[vertex].needs ?? 1
    return graph.solution.elements[vertex].availability?.redundant(
      count: max(1, instances), needed: max(1, needed))
  }

  private static func promise(
    of vertex: Int, _ own: [Availability?], _ demands: [ElementDemands]
  ) -> Promise? {
    if let target = demands[vertex].availability?.value {
      return Promise(user: vertex, value: target, isTarget: true)
    }
    return own[vertex].map { Promise(user: vertex, value: $0, isTarget: false) }
  }

  private static func finding(
    _ provider: Int, _ availability: Availability, _ best: Promise, _ users: [Int],
    in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(provider)
    let user = graph.elementID(best.user)
    return Finding(
      descriptor, .isDownMoreOften(id, availability, user, best.value),
      at: .element(id, "availability"),
      weighs: users.prefix(100).map { .element(graph.elementID($0)) },
      evidence: Evidence(
        path: [Evidence.Step(.element(user), "signs people on"), Evidence.Step(.element(id))],
        figures: [
          .init("availability of '\(id)'", Wording.percent(availability)),
          .init(
            best.isTarget ? "target of flows through '\(user)'" : "availability of '\(user)'",
            Wording.percent(best.value)),
          .init("elements that sign on with it", "\(users.count)"),
        ],
        assumptions: ["Who is not signed on yet cannot begin while the provider is down."]),
      related: users.prefix(20).map {
        Finding.Related(.element(graph.elementID($0)), "signs on with it")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "identity-provider-outage",
    title: "Identity provider outage",
    family: .availability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An identity provider is up less than what people sign on to with it.",
    rationale: """
      Nobody draws the login into a flow, and nobody works without it. While the provider is down all \
      that sign on with it are down for everyone who comes new, at the same time, the tools of those \
      who are to mend it among them.
      """,
    detection: """
      An element that others reach with `oidc`, `saml` or `ldap` has an availability, instances \
      counted, below the best of its users: of each the highest target of a flow that is sure to need \
      it, else its own availability. One finding a provider; one without an `availability` is unknown.
      """,
    remedy: """
      Make the provider one nine better than its best user; let sessions outlive a short outage; and \
      keep an account for emergencies that does not need it.
      """,
    falsePositives: """
      Sessions last for days, so that almost nobody signs on during an outage: declare the links \
      `need: soft` with `fallback: cache`, and waive it.
      """,
    question: "How do the people who mend the identity provider sign on while it is down?",
    references: [
      "Azure Well-Architected Framework, Failure mode analysis: https://learn.microsoft.com/azure/well-architected/reliability/failure-mode-analysis",
      "Microsoft Entra, Manage emergency access accounts: https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access",
    ],
    examples: [
      RuleExample(
        "the login is down four times as often as the shop may be",
        """
        apps:
          shop: { name: Web shop, availability: 99.95% }
        systems:
          login: { name: Login, type: idp, availability: ⟦99.8%⟧ }
        links:
          - shop -> login: signs on
            via: oidc
        """),
      RuleExample(
        "the login is one nine better",
        """
        apps:
          shop: { name: Web shop, availability: 99.95% }
        systems:
          login: { name: Login, type: idp, availability: 99.995% }
        links:
          - shop -> login: signs on
            via: oidc
        """),
      RuleExample(
        "the target of a flow counts before the figure of the app",
        """
        people:
          buyer: Buyer
        apps:
          shop: { name: Web shop, availability: 99.5% }
        systems:
          login: { name: Login, type: idp, availability: 99.8%, instances: 2 }
          directory: { name: Directory, type: idp, availability: ⟦99.6%⟧ }
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: shop, to: login, via: oidc }
          - { from: shop, to: directory, via: ldap }
        flows:
          take-order: { target: { availability: 99.9% }, steps: [buyer -> shop] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isDownMoreOften(
    _ provider: ElementID, _ availability: Availability, _ user: ElementID, _ best: Availability
  ) -> Self {
    """
    '\(provider)' is up \(Wording.percent(availability)), and '\(user)', which signs on with it, \
    must be up \(Wording.percent(best))
    """
  }
}
