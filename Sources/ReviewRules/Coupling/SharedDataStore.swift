public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds stores whose tables several applications use directly.
public struct SharedDataStore: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    var shared: Set<ElementID> = []
    for store in subject.graph.sharedDataStores() {
      let type = solution.element(store.store)?.type?.rawValue ?? ""
      let direct = store.accesses.filter { Self.isDirect($0, in: subject.graph) }
      let users = Set(direct.map(\.element)).sorted()
      guard users.count > 1, !Self.meantForMany.contains(type) else { continue }
      shared.insert(store.store)
      verdicts.fail(Self.finding(store.store, users, direct, subject.graph))
    }
    for element in solution.elements.indices where solution.elements[element].kind == .store {
      let id = solution.elements[element].id
      if !shared.contains(id) { verdicts.pass() }
    }
  }

  /// Stores that exist to pass data on; what they hold is a contract, not somebody's tables.
  private static let meantForMany: Set<String> = [
    "lake", "warehouse", "file", "object", "cache", "search",
  ]

  /// Whether it reaches the tables; a view or a procedure is a contract, and who analyses them is
  /// judged by `analytics-on-operational-store`.
  private static func isDirect(
    _ access: SolutionGraph.SharedDataStore.Access, in graph: SolutionGraph
  ) -> Bool {
    if let user = graph.solution.index(of: access.element), graph.isAnalytical(user) {
      return false
    }
    switch graph.solution.link(access.link)?.via?.text {
    case "db-view", "db-procedure": return false
    default: return true
    }
  }

  private static func finding(
    _ store: ElementID, _ users: [ElementID], _ accesses: [SolutionGraph.SharedDataStore.Access],
    _ graph: SolutionGraph
  ) -> Finding {
    let owners = users.map { id in
      graph.solution.index(of: id).flatMap { graph.placements[$0].owner }
    }
    let teams = Set(owners.compactMap { $0 }).sorted()
    let level: Level? =
      switch teams.count {
      case 2...: .error
      case 1 where !owners.contains(nil): .note
      default: nil
      }
    return Finding(
      descriptor, .isShared(store, users, teams: teams.count), at: .element(store), level: level,
      roles: [Finding.Role("store", .element(store))]
        + users.map { Finding.Role("user", .element($0)) },
      evidence: Evidence(
        figures: [
          .init("apps", "\(users.count)"),
          .init(
            "teams", teams.isEmpty ? "unknown" : teams.map(\.text).joined(separator: ", "),
            basis: owners.contains(nil) ? "not every app says who owns it" : nil),
        ],
        assumptions: accesses.contains { graph.solution.link($0.link)?.via == nil }
          ? ["Links that do not say how they work reach the tables."] : []),
      related: accesses.map {
        Finding.Related(.link($0.link), "'\($0.element)' uses it directly")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "shared-data-store",
    title: "Shared data store",
    family: .coupling,
    level: .warning,
    profile: .minimal,
    quality: .maintainability,
    summary: "Several apps use the tables of one store directly.",
    rationale: """
      The tables are a contract that nobody wrote: to change one, all apps change together, and \
      each can break the data of the others. Over the years the apps grow into one.
      """,
    detection: """
      Two or more apps have a link to a store via `sql` or `shared-db`, or a link that does not \
      say how; modules count as their app. Views, procedures, files and streams do not count, nor \
      do BI tools and warehouses that read, nor stores made for many: `lake`, `warehouse`, `file`, \
      `object`, `cache`, `search`. An error \
      where the apps belong to different teams, a note where one team owns them all, a warning \
      where that is not said.
      """,
    remedy: """
      Let one app own the store and offer the others a service, events, or at least a view that is \
      kept stable for them (`via: db-view`).
      """,
    falsePositives: """
      The apps are one product in two processes, released together: model them as modules of one \
      app. Or each has a schema of its own on one server: model a store for each schema.
      """,
    question: "Who may change a table of this store, and who must be asked first?",
    references: [
      "Database per service: https://microservices.io/patterns/data/database-per-service.html",
      "Enterprise Integration Patterns, Shared Database: https://www.enterpriseintegrationpatterns.com/patterns/messaging/SharedDataBaseIntegration.html",
    ],
    examples: [
      RuleExample(
        "two teams on the same tables",
        """
        teams:
          sales: Sales IT
          finance: Finance IT
        apps:
          ordering: { name: Ordering, owner: sales }
          billing: { name: Billing, owner: finance }
        stores:
          ⟦orders⟧: { name: Orders, type: relational, owner: sales }
        links:
          - ordering -> orders: reads and writes
            via: sql
          - billing -> orders: reads orders to bill
            via: sql
        """),
      RuleExample(
        "billing asks the app that owns the tables",
        """
        teams:
          sales: Sales IT
          finance: Finance IT
        apps:
          ordering: { name: Ordering, owner: sales }
          billing: { name: Billing, owner: finance }
        stores:
          orders: { name: Orders, type: relational, owner: sales }
        links:
          - ordering -> orders: reads and writes
            via: sql
          - billing -> ordering: asks for orders to bill
            via: rest-pull
            poll: 60s
        """),
      RuleExample(
        "modules of one app share, a view is a contract, and a lake is for many",
        """
        apps:
          ordering:
            name: Ordering
            modules:
              intake: Intake
              pricing: Pricing
          billing: Billing
        stores:
          orders: { name: Orders, type: relational }
          history: { name: History, type: lake }
        links:
          - { from: intake, to: orders, via: sql }
          - { from: pricing, to: orders, via: sql }
          - { from: billing, to: orders, via: db-view, timeout: 5s }
          - { from: billing, to: history, via: sql }
          - { from: ordering, to: history, via: sql }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isShared(_ store: ElementID, _ users: [ElementID], teams: Int) -> Self {
    """
    '\(store)' is used directly by \(users.count) apps\(teams > 1 ? " of \(teams) teams" : ""): \
    \(Wording.list(users.map(\.text)))
    """
  }
}
