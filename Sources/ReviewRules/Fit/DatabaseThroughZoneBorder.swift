public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds database connections that cross the border between two zones.
public struct DatabaseThroughZoneBorder: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let crossings = Dictionary(
      graph.zoneCrossings().map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
    for index in graph.solution.links.indices where graph.traits[index].isInUse {
      let access = Self.access(at: index, in: graph)
      guard access != .other else { continue }
      let id = graph.linkID(index)
      let ends = [graph.solution.links[index].source, graph.solution.links[index].destination]
      let gaps = ends.filter { Self.hasNoZone($0, in: graph) }
      for end in ends where !gaps.contains(end) { verdicts.used(.element(end, "zone")) }
      guard gaps.isEmpty else {
        verdicts.unknown(missing: gaps.map { .element($0, "zone") })
        continue
      }
      guard let crossing = crossings[id], Self.isBorder(crossing) else {
        verdicts.pass()
        continue
      }
      if access == .database {
        verdicts.fail(Self.finding(graph.solution.links[index], crossing))
      } else {
        verdicts.unknown(missing: [.link(id, "via")])
      }
    }
  }

  private enum Access {
    case database
    /// To a store, without saying how.
    case undeclared
    case other
  }

  private static func access(at index: Int, in graph: SolutionGraph) -> Access {
    if let category = graph.traits[index].category {
      return category == .centralData ? .database : .other
    }
    let links = graph.solution.links
    guard links[index].via == nil,
      let destination = graph.solution.index(of: links[index].destination)
    else { return .other }
    return graph.solution.elements[destination].kind == .store ? .undeclared : .other
  }

  private static func hasNoZone(_ id: ElementID, in graph: SolutionGraph) -> Bool {
    graph.solution.index(of: id).map { graph.placements[$0].zone == nil } ?? true
  }

  /// Zones of one trust are parts of one network; where the trust is not declared they are not.
  private static func isBorder(_ crossing: ZoneCrossing) -> Bool {
    guard let source = crossing.sourceTrust, let destination = crossing.destinationTrust else {
      return true
    }
    return source != destination
  }

  private static func finding(_ link: Link, _ crossing: ZoneCrossing) -> Finding {
    let source = zone(crossing.sourceZone, crossing.sourceTrust)
    let destination = zone(crossing.destinationZone, crossing.destinationTrust)
    let trustIsKnown = crossing.sourceTrust != nil && crossing.destinationTrust != nil
    return Finding(
      descriptor, .crossesBorder(link, crossing), at: .link(link.id, "via"),
      level: trustIsKnown ? nil : .warning,
      evidence: Evidence(
        path: [
          Evidence.Step(.element(link.source), "in \(source)"),
          Evidence.Step(.link(link.id), link.via?.text ?? ""),
          Evidence.Step(.element(link.destination), "in \(destination)"),
        ],
        assumptions: trustIsKnown
          ? [] : ["Zones whose trust is not declared are taken for separate networks."]),
      related: [
        Finding.Related(.element(link.source, "zone"), "lies in \(source)"),
        Finding.Related(.element(link.destination, "zone"), "lies in \(destination)"),
      ],
      causes: [.element(link.destination)])
  }

  private static func zone(_ id: ZoneID, _ trust: Zone.Trust?) -> String {
    "'\(id)'" + (trust.map { " (\($0.rawValue))" } ?? "")
  }

  public static let descriptor = RuleDescriptor(
    id: "database-through-zone-border",
    title: "Database through zone border",
    family: .fit,
    level: .error,
    profile: .minimal,
    quality: .security,
    summary: "A connection to a database crosses the border between two zones.",
    rationale: """
      A database protocol gives whoever holds it every table that the account may see, and no firewall \
      understands it well enough to allow one query and refuse the next. It also keeps connections open \
      that firewalls cut when they are idle, and ties both sides to one schema.
      """,
    detection: """
      A link in use whose option belongs to central data (`sql`, `db-view`, `db-procedure`, \
      `shared-db`) and whose ends lie in zones of different trust, declared or inherited. Where the \
      trust of one of the zones is not declared, the level is *warning*. A link to a store without \
      `via` across a border is unknown.
      """,
    remedy: """
      Put an adapter next to the database, in its zone, that offers an API or publishes events, and let \
      only that through the border.
      """,
    falsePositives: """
      The zones are names for places, such as data centres of one network: give them the same `trust`.
      """,
    question:
      "Which rule in the firewall tells this connection's harmless queries from harmful ones?",
    explainedBy: ["database-through-zone-border"],
    references: [
      "Mendix documentation, Architecture best practices: Service integration",
      "NIST SP 800-41, Guidelines on Firewalls and Firewall Policy",
    ],
    examples: [
      RuleExample(
        "the web shop queries the ERP's tables from the edge",
        """
        zones:
          edge: { trust: dmz }
          office: { trust: internal }
        apps:
          shop: { name: Web shop, zone: edge }
        stores:
          erp-db: { name: ERP tables, zone: office }
        links:
          - shop -> erp-db: reads prices
            via: ⟦sql⟧
        """),
      RuleExample(
        "an adapter in the database's zone answers calls from the edge",
        """
        zones:
          edge: { trust: dmz }
          office: { trust: internal }
        apps:
          shop: { name: Web shop, zone: edge }
          prices: { name: Price service, zone: office }
        stores:
          erp-db: { name: ERP tables, zone: office }
        links:
          - { from: shop, to: prices, via: rest }
          - { from: prices, to: erp-db, via: sql }
        """),
      RuleExample(
        "zones of one trust have no border, and zones inside inherit the trust",
        """
        zones:
          office: { trust: internal, zones: { north: North, south: South } }
        apps:
          prices: { name: Price service, zone: north }
        stores:
          erp-db: { name: ERP tables, zone: south }
        links:
          - { from: prices, to: erp-db, via: sql }
        """, testOnly: true),
      RuleExample(
        "zones without a trust are taken for separate networks",
        """
        zones: { edge: Edge, office: Office }
        systems:
          commerce: { name: Commerce, zone: edge, apps: { shop: Web shop } }
        stores:
          erp-db: { name: ERP tables, zone: office }
        links:
          - { from: shop, to: erp-db, via: ⟦db-view⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func crossesBorder(_ link: Link, _ crossing: ZoneCrossing) -> Self {
    """
    \(Wording.name(link)) takes a database connection from zone '\(crossing.sourceZone)' into zone \
    '\(crossing.destinationZone)'
    """
  }
}
