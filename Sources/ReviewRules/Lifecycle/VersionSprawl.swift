public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces of which too many versions are in use.
public struct VersionSprawl: Rule {
  /// The most versions in use at one time.
  public var maximumVersions = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-versions", \.maximumVersions, in: 1...50,
      "The most versions of one kind of contract in use at one time (versions)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (vertex, links) in Self.contractLinks(in: graph).sorted(by: { $0.key < $1.key }) {
      var versions: [ContractKind: [String: [Int]]] = [:]
      for link in links {
        guard let contract = graph.solution.links[link].contract, let version = contract.version
        else { continue }
        versions[contract.kind ?? .other, default: [:]][version, default: []].append(link)
      }
      for (kind, users) in versions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        if users.count > maximumVersions {
          verdicts.fail(finding(graph.elementID(vertex), kind, users, graph))
        } else {
          verdicts.pass()
        }
      }
    }
  }

  /// By the vertex that offers the interface: the places of the links in use that name a contract.
  private static func contractLinks(in graph: SolutionGraph) -> [Int: [Int]] {
    var links: [Int: [Int]] = [:]
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let contract = graph.solution.links[link].contract, contract.kind != ContractKind.none,
        let vertex = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      links[vertex, default: []].append(link)
    }
    return links
  }

  private func finding(
    _ id: ElementID, _ kind: ContractKind, _ users: [String: [Int]], _ graph: SolutionGraph
  ) -> Finding {
    let versions = users.keys.sorted()
    return Finding(
      Self.descriptor, .hasTooMany(id, kind, versions, limit: maximumVersions), at: .element(id),
      roles: [Finding.Role("provider", .element(id))], discriminator: kind.rawValue,
      evidence: Evidence(figures: [
        .init("versions in use", "\(versions.count)"),
        .init("most versions", "\(maximumVersions)", basis: "setting"),
      ]),
      related: versions.flatMap { version in
        (users[version] ?? []).map {
          Finding.Related(.link(graph.linkID($0), "contract"), "uses version \(version)")
        }
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "version-sprawl",
    title: "Version sprawl",
    family: .lifecycle,
    level: .note,
    weighs: [.exposure],
    profile: .strict,
    quality: .maintainability,
    summary: "More versions of one interface are in use than a team can keep well.",
    rationale: """
      Each version is mended, watched and tested on its own, and the oldest one is the hole that \
      nobody looks at. Two let users move one after another; a third means that somebody did not move.
      """,
    detection: """
      The links in use to one element name more than `maximum-versions` different `version`s in \
      contracts of one `kind`. Versions are compared as they are written.
      """,
    remedy: "Set a day for the oldest version, and help its last users over.",
    falsePositives:
      "The numbers are those of small steps that all users may mix: write the major one.",
    question: "Who is left on the oldest version, and what keeps them there?",
    references: ["OWASP API Security Top 10 2023, API9: Improper Inventory Management"],
    examples: [
      RuleExample(
        "three versions of the stock interface",
        """
        apps: { shop: Web shop, portal: Portal, returns: Returns, ⟦stock⟧: Stock }
        links:
          - from: shop
            to: stock
            contract: { kind: openapi, version: "3" }
          - from: portal
            to: stock
            contract: { kind: openapi, version: "2" }
          - from: returns
            to: stock
            contract: { kind: openapi, version: "1" }
        """),
      RuleExample(
        "the last user of the first version has moved",
        """
        apps: { shop: Web shop, portal: Portal, returns: Returns, stock: Stock }
        links:
          - from: shop
            to: stock
            contract: { kind: openapi, version: "3" }
          - from: portal
            to: stock
            contract: { kind: openapi, version: "2" }
          - from: returns
            to: stock
            contract: { kind: openapi, version: "3" }
        """),
      RuleExample(
        "kinds are counted apart, and what is retired is not counted",
        """
        apps: { a: A, b: B, c: C, d: D, stock: Stock }
        links:
          - { from: a, to: stock, contract: { kind: openapi, version: "3" } }
          - { from: b, to: stock, contract: { kind: openapi, version: "2" } }
          - { from: c, to: stock, contract: { kind: wsdl, version: "1" } }
          - { from: d, to: stock, contract: { kind: openapi, version: "1" }, status: retired }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasTooMany(
    _ id: ElementID, _ kind: ContractKind, _ versions: [String], limit: Int
  ) -> Self {
    """
    \(versions.count) versions of the \(kind.rawValue) contract of \(Wording.name(id)) are in use \
    (limit \(limit)): \(Wording.list(versions))
    """
  }
}
