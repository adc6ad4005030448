public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links into the database of somebody else.
public struct DirectDatabaseAccess: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let told = Self.links(toldElsewhereIn: graph)
    for place in graph.traits.indices where graph.traits[place].isInUse {
      guard let padding = Padding(of: place, in: graph),
        let source = graph.solution.index(of: graph.solution.links[place].source),
        let destination = graph.solution.index(of: graph.solution.links[place].destination),
        graph.solution.elements[source].kind != .person
      else { continue }
      switch Self.border(from: source, to: destination, in: graph) {
      case .none where graph.placements[destination].owner == nil:
        verdicts.unknown(missing: [.element(graph.elementID(destination), "owner")])
      case .none: verdicts.pass()
      case .some(let border):
        guard !told.contains(graph.linkID(place)),
          !Self.isAccepted(place, destination, in: graph)
        else {
          verdicts.pass()
          continue
        }
        if padding == .undeclared {
          verdicts.unknown(missing: "via", ofLink: place)
        } else {
          verdicts.fail(Self.finding(graph.solution.links[place], border, padding))
        }
      }
    }
  }

  /// What lies between the tables and who uses them.
  private enum Padding {
    case tables
    case view
    case undeclared

    init?(of place: Int, in graph: SolutionGraph) {
      switch graph.solution.links[place].via?.text {
      case "sql", "shared-db": self = .tables
      case "db-view", "db-procedure": self = .view
      case .some: return nil
      case nil:
        guard let destination = graph.solution.index(of: graph.solution.links[place].destination),
          graph.solution.elements[destination].kind == .store
        else { return nil }
        self = .undeclared
      }
    }
  }

  /// What makes a database somebody else's.
  private struct Border {
    let words: String
    let isBetweenTeams: Bool
  }

  /// Nil where both are of one system, or one team's, or nobody says.
  private static func border(from source: Int, to destination: Int, in graph: SolutionGraph)
    -> Border?
  {
    let (near, far) = (graph.placements[source], graph.placements[destination])
    if let own = near.owner, let other = far.owner, own != other {
      return Border(words: "team '\(other)'", isBetweenTeams: true)
    }
    if let system = far.system, system != near.system {
      return Border(words: "system '\(graph.elementID(system))'", isBetweenTeams: false)
    }
    return nil
  }

  /// Stores that exist to pass data on, and what will never offer anything else.
  private static func isAccepted(_ place: Int, _ destination: Int, in graph: SolutionGraph) -> Bool
  {
    switch graph.solution.elements[destination].type?.rawValue {
    case "lake", "warehouse", "file", "object", "cache", "search": return true
    default: break
    }
    let isFrozen = graph.placements[destination].lifecycle == .frozen
    return isFrozen && Padding(of: place, in: graph) == .view
  }

  /// Tables that shared-data-store, borders that database-through-zone-border, readers that
  /// analytics-on-operational-store, and outsiders that store-reached-from-outside tells of.
  private static func links(toldElsewhereIn graph: SolutionGraph) -> Set<LinkID> {
    var told = Set(
      graph.sharedDataStores().flatMap { $0.accesses.map(\.link) }.filter { id in
        guard let via = graph.solution.link(id)?.via?.text else { return true }
        return via == "sql" || via == "shared-db"
      })
    for crossing in graph.zoneCrossings()
    where crossing.sourceTrust == nil || crossing.sourceTrust != crossing.destinationTrust {
      told.insert(crossing.link)
    }
    for (place, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings else { continue }
      if surroundings.isFromOutside || graph.isAnalytical(surroundings.source.vertex) {
        told.insert(graph.linkID(place))
      }
    }
    return told
  }

  private static func finding(_ link: Link, _ border: Border, _ padding: Padding) -> Finding {
    Finding(
      descriptor, .reachesInto(link, border.words), at: .link(link.id, "via"),
      level: padding == .view ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("option", link.via?.text ?? ""),
          .init("database of", border.words),
          .init("between", padding == .view ? "a view or a procedure" : "nothing"),
        ]),
      related: [Finding.Related(.element(link.destination), "is somebody else's database")])
  }

  public static let descriptor = RuleDescriptor(
    id: "direct-database-access",
    title: "Direct database access",
    family: .coupling,
    level: .warning,
    quality: .maintainability,
    summary: "An app uses the database of another team or system.",
    rationale: """
      Tables change with every release of their app, and nobody tells those who read them. Rules \
      that the app keeps are not kept by who writes past it.
      """,
    detection: """
      A link via `sql` or `shared-db`, or as a note via `db-view` or `db-procedure`, to a store or \
      system that another team owns or that lies in another system. In order: views and procedures \
      of what is `frozen`, and stores made to pass data on (`lake`, `warehouse`, `file`, `object`, \
      `cache`, `search`). Tables that several use are shared-data-store's, connections over a zone \
      border database-through-zone-border's, BI tools analytics-on-operational-store's, and others' \
      systems store-reached-from-outside's.
      """,
    remedy: """
      Ask the owner for a service or for events. Where there will never be one, agree on a view or \
      a procedure that the owner keeps stable.
      """,
    falsePositives: """
      The store belongs to the app that uses it and is drawn in the wrong system, or holds an \
      export that was made for this reader.
      """,
    question: "Who tells you before a column of this database changes?",
    references: [
      "Database per service: https://microservices.io/patterns/data/database-per-service.html"
    ],
    examples: [
      RuleExample(
        "the portal reads the tables of the policy system",
        """
        apps:
          portal: Portal
        systems:
          policies:
            stores: { policy-db: Policies }
        links:
          - portal -> policy-db: reads policies
            via: ⟦sql⟧
            timeout: 1s
        """),
      RuleExample(
        "the portal asks the policy system",
        """
        apps:
          portal: Portal
        systems:
          policies:
            apps: { policy-service: Policy service }
            stores: { policy-db: Policies }
        links:
          - portal -> policy-service: reads policies
            via: rest
            timeout: 1s
          - policy-service -> policy-db: reads and writes
            via: sql
            timeout: 1s
        """),
      RuleExample(
        "a view of another team's, one of a frozen system, and what is one's own",
        """
        teams: { one: One, two: Two }
        systems:
          old: { lifecycle: frozen, stores: { old-db: Old } }
          lake: { stores: { events: { type: lake } } }
        apps: { a: { owner: one }, b: { owner: two } }
        stores: { db: { owner: two }, own: { owner: one }, nobody: Nobody's }
        links:
          - { from: a, to: db, via: ⟦db-view⟧, timeout: 1s }
          - { from: a, to: old-db, via: db-view, timeout: 1s }
          - { from: a, to: events, via: sql, timeout: 1s }
          - { from: a, to: own, via: sql, timeout: 1s }
          - { from: a, to: nobody, via: sql, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func reachesInto(_ link: Link, _ owner: String) -> Self {
    "\(Wording.name(link)) reaches by \(link.via?.text ?? "sql") into a database of \(owner)"
  }
}
