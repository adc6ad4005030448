public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds old systems to which several parts speak in its own old tongue.
public struct LegacyWithoutAdapter: Rule {
  /// From how many users on an adapter pays.
  public var minimumUsers = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "minimum-users", \.minimumUsers, in: 2...100,
      "From how many direct users on an adapter pays (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices where Self.isLegacy(vertex, in: graph) {
      var users: [Int: Int] = [:]
      for leg in graph.legs(into: vertex) where Self.speaksOldTongue(leg.link, in: graph) {
        guard !Self.isAdapter(leg.source, in: graph),
          graph.placements[leg.source].system != graph.placements[vertex].system
            || graph.placements[vertex].system == nil
        else { continue }
        if users[leg.source] == nil { users[leg.source] = leg.link }
      }
      guard !users.isEmpty else { continue }
      if users.count < minimumUsers {
        verdicts.pass()
      } else {
        verdicts.fail(finding(vertex, users, in: graph))
      }
    }
  }

  private static func isLegacy(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    switch graph.solution.elements[vertex].kind {
    case .person, .module, .channel: return false
    case .system, .application, .store: break
    }
    return graph.placements[vertex].lifecycle == .frozen
      || graph.solution.elements[vertex].type == .mainframe
  }

  /// Options that show its insides, or that its age dictates.
  private static func speaksOldTongue(_ link: Int, in graph: SolutionGraph) -> Bool {
    switch graph.solution.links[link].via?.text {
    case "rpc", "soap", "db-view", "db-procedure", "shared-db", "sql", "db-dump", "shared-folder",
      "rpa":
      true
    default: false
    }
  }

  private static func isAdapter(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    let type = graph.solution.elements[vertex].type
    return type == .integration || type == .gateway || type == .bus
      || graph.solution.elements[vertex].kind == .person
  }

  private func finding(_ vertex: Int, _ users: [Int: Int], in graph: SolutionGraph) -> Finding {
    let id = graph.elementID(vertex)
    let order = users.sorted { $0.key < $1.key }
    let options = Set(order.compactMap { graph.solution.links[$0.value].via?.text }).sorted()
    return Finding(
      Self.descriptor,
      .isSpokenToDirectly(id, order.map { graph.elementID($0.key) }, options, limit: minimumUsers),
      at: .element(id), roles: [Finding.Role("legacy", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: [graph.solution.links[order[0].value]]),
        figures: [
          .init("direct users", "\(users.count)"),
          .init("users from which an adapter pays", "\(minimumUsers)", basis: "setting"),
        ]),
      related: order.map {
        Finding.Related(.link(graph.linkID($0.value)), "speaks to it in its own tongue")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "legacy-without-adapter",
    title: "Legacy system without an adapter",
    family: .lifecycle,
    level: .note,
    quality: .maintainability,
    summary: "Several parts speak directly to an old system in the tongue of its time.",
    rationale: """
      Each of them builds the same translation once more, and each has to be rebuilt on the day when \
      the old system goes. One adapter is the place where that day can be prepared.
      """,
    detection: """
      An element of type `mainframe`, or one that is `frozen`, is used by at least `minimum-users` \
      others outside its own system by `rpc`, `soap`, `sql`, a view, procedure or dump of its \
      database, a shared folder, or its screens. Gateways and integration apps count as adapters.
      """,
    remedy: """
      Build one service that speaks to it and offers the rest a clean interface, and move the users \
      one after another.
      """,
    falsePositives: "The old system ends before the adapter would pay: declare its `end-of-life`.",
    question: "How many programs have to be changed on the day it is replaced?",
    references: [
      "Evans: Domain-Driven Design, chapter 14, Anticorruption Layer",
      "Microsoft Azure Architecture Center: Strangler Fig and Anti-Corruption Layer patterns",
    ],
    examples: [
      RuleExample(
        "two apps call procedures of the ledger",
        """
        systems:
          ⟦ledger⟧: { name: Ledger, type: mainframe }
        apps: { shop: Web shop, reports: Reports }
        links:
          - { from: shop, to: ledger, via: rpc, timeout: 2s }
          - { from: reports, to: ledger, via: db-view, timeout: 2s }
        """),
      RuleExample(
        "one integration app speaks for both",
        """
        systems:
          ledger: { name: Ledger, type: mainframe }
        apps:
          shop: Web shop
          reports: Reports
          booking: { name: Booking interface, type: integration }
        links:
          - { from: shop, to: booking, via: rest, timeout: 3s }
          - { from: reports, to: booking, via: rest, timeout: 3s }
          - { from: booking, to: ledger, via: rpc, timeout: 2s }
        """),
      RuleExample(
        "parts of one system, and tongues of today",
        """
        systems:
          erp: { lifecycle: frozen, apps: { orders: Orders, books: Books } }
        apps: { shop: Web shop, reports: Reports }
        links:
          - { from: books, to: orders, via: shared-db }
          - { from: shop, to: orders, via: shared-db }
          - { from: reports, to: orders, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isSpokenToDirectly(
    _ id: ElementID, _ users: [ElementID], _ options: [String], limit: Int
  ) -> Self {
    """
    \(users.count) elements speak directly to old \(Wording.name(id)) by \
    \(options.joined(separator: ", ")) (limit \(limit - 1)): \(Wording.list(users.map(\.text)))
    """
  }
}
