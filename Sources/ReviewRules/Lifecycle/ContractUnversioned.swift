public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces with several users whose contract has no version.
public struct ContractUnversioned: Rule {
  /// From how many users on a contract needs a version.
  public var minimumUsers = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "minimum-users", \.minimumUsers, in: 1...100,
      "From how many users on a contract needs a version (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (vertex, links) in ContractLinks.byProvider(in: graph).sorted(by: { $0.key < $1.key }) {
      let users = Set(links.map { graph.solution.links[$0].source })
      guard users.count >= minimumUsers else { continue }
      let bare = links.filter { graph.solution.links[$0].contract?.version == nil }
      if bare.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(finding(graph.elementID(vertex), bare, users.count, graph))
      }
    }
  }

  private func finding(_ id: ElementID, _ bare: [Int], _ users: Int, _ graph: SolutionGraph)
    -> Finding
  {
    let links = bare.map(graph.linkID)
    return Finding(
      Self.descriptor, .hasNoVersion(id, users: users, bare: bare.count), at: .element(id),
      level: users > 2 ? nil : .note, roles: [Finding.Role("provider", .element(id))],
      evidence: Evidence(figures: [
        .init("users", "\(users)"), .init("users that count", "\(minimumUsers)", basis: "setting"),
        .init("contracts without a version", "\(bare.count)"),
      ]),
      related: links.prefix(20).map { Finding.Related(.link($0, "contract"), "names no version") })
  }

  public static let descriptor = RuleDescriptor(
    id: "contract-unversioned",
    title: "Contract without a version",
    family: .lifecycle,
    level: .warning,
    profile: .strict,
    quality: .maintainability,
    summary: "Several elements rely on a contract that does not say which version it is.",
    rationale: """
      Without a number there is one version, the newest, and all users must move in the same night. \
      With it two can run side by side for a time that is agreed, and each user moves on a day of its \
      own.
      """,
    detection: """
      At least `minimum-users` elements use one element over links in use with a `contract` of another \
      kind than `none`, and some of these contracts have no `version`. One finding a provider: a note \
      with two users, a warning with more. Links without `contract` are not looked at.
      """,
    remedy: """
      Put the version into the address or the name of the schema, write it into `contract`, and agree \
      how long the old one stays.
      """,
    falsePositives: "Every change is kept compatible for ever, and a test proves it.",
    question: "When a field must go, how do its users learn of it, and until when may they use it?",
    references: [
      "Preston-Werner: Semantic Versioning 2.0.0",
      "Newman: Building Microservices, second edition, chapter 5, Handling Change Between Microservices",
    ],
    examples: [
      RuleExample(
        "two apps rely on a contract without a number",
        """
        apps: { shop: Web shop, portal: Portal, ⟦stock⟧: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, contract: { kind: openapi } }
          - { from: portal, to: stock, via: rest, timeout: 1s, contract: { kind: openapi } }
        """),
      RuleExample(
        "both name the version that they rely on",
        """
        apps: { shop: Web shop, portal: Portal, stock: Stock }
        links:
          - from: shop
            to: stock
            via: rest
            timeout: 1s
            contract: { kind: openapi, version: "1" }
          - from: portal
            to: stock
            via: rest
            timeout: 1s
            contract: { kind: openapi, version: "2" }
        """),
      RuleExample(
        "one user alone, and links without a contract",
        """
        apps: { shop: Web shop, portal: Portal, stock: Stock, prices: Prices }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, contract: { kind: openapi } }
          - { from: shop, to: prices, via: rest, timeout: 1s }
          - { from: portal, to: prices, via: rest, timeout: 1s, contract: { kind: none } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoVersion(_ id: ElementID, users: Int, bare: Int) -> Self {
    """
    \(users) elements rely on \(Wording.name(id)), and \(Wording.count(bare, "contract")) with it \
    \(bare == 1 ? "names" : "name") no version
    """
  }
}
