public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts of the solution that no team owns.
public struct OwnerMissing: Rule {
  /// From how many parts of one system without an owner they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many neighbouring parts without an owner they are one finding (parts)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let graph = subject.graph
    let parts = graph.solution.elements.indices.filter { Self.applies(to: $0, in: graph) }
    let unowned = parts.filter { graph.placements[$0].owner == nil }
    guard graph.solution.owner == nil else {
      for part in parts { Self.settle(part, in: graph, &verdicts) }
      return
    }
    for part in parts where graph.placements[part].owner != nil {
      Self.settle(part, in: graph, &verdicts)
    }
    for part in unowned { verdicts.lacks("owner", ofElement: part) }
    if unowned.count == parts.count, parts.count > 1 {
      verdicts.fail(
        Finding(
          Self.descriptor, .nothingHasOwner(parts.count), at: ElementPath(.solution),
          remedy: "Give the solution an `owner`; every part without one of its own then has it."))
      return
    }
    let outermost = Self.outermost(unowned, among: parts, in: graph)
    for group in ElementGroup.gather(outermost, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group))
    }
  }

  /// Whether the element is of the kinds that somebody runs, is ours, and still runs.
  private static func applies(to vertex: Int, in graph: SolutionGraph) -> Bool {
    let placement = graph.placements[vertex]
    guard !placement.isExternal, placement.lifecycle != .retired else { return false }
    switch graph.solution.elements[vertex].kind {
    case .system, .application, .store, .channel: return true
    case .person, .module: return false
    }
  }

  private static func settle(
    _ vertex: Int, in graph: SolutionGraph, _ verdicts: inout Verdicts
  ) {
    verdicts.used("owner", ofElement: vertex)
    verdicts.pass()
  }

  /// The parts without an owner, a system that has none at all standing for what is in it; a system
  /// without an owner whose parts all have one needs none.
  private static func outermost(
    _ unowned: [Int], among parts: [Int], in graph: SolutionGraph
  ) -> [Int] {
    let inner = innerCounts(parts, in: graph)
    let innerUnowned = innerCounts(unowned, in: graph)
    let bare = Set(unowned.filter { inner[$0] == innerUnowned[$0] })
    return unowned.filter { vertex in
      guard bare.contains(vertex) else { return false }
      return graph.placements[vertex].parent.map { !bare.contains($0) } ?? true
    }
  }

  /// How many of some parts lie inside each element and have nothing inside themselves.
  private static func innerCounts(_ parts: [Int], in graph: SolutionGraph) -> [Int: Int] {
    let around = Set(parts.compactMap { graph.placements[$0].parent })
    var counts = Dictionary(uniqueKeysWithValues: parts.map { ($0, 0) })
    for part in parts where !around.contains(part) {
      var outer = graph.placements[part].parent
      while let vertex = outer {
        counts[vertex, default: 0] += 1
        outer = graph.placements[vertex].parent
      }
    }
    return counts
  }

  private static func finding(_ group: ElementGroup) -> Finding {
    let message: Finding.Message =
      group.single.map { .hasNoOwner($0) } ?? .haveNoOwner(group.members, in: group.scope)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      related: group.single == nil
        ? group.members.map { Finding.Related(.element($0), "has no owner") } : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "owner-missing",
    title: "Owner missing",
    family: .model,
    level: .warning,
    weighs: [.criticality],
    quality: .flexibility,
    summary: "No team owns a part of the solution.",
    rationale: """
      What nobody owns, nobody patches, watches at night or pays for. It is found when it breaks, and \
      then the first hour goes into finding somebody who may touch it.
      """,
    detection: """
      A system, app, store or channel of our own that is not retired, without an `owner`, and with \
      none around it: not its system, not the solution. A system that has no owner anywhere inside \
      is one finding; so are `fold-from` neighbours, and a solution in which nothing has an owner.
      """,
    remedy: """
      Give the system around it, or the solution, an `owner`; a part that another team runs gets its \
      own.
      """,
    falsePositives: "A partner or vendor runs it: say `external: true`.",
    question: "Who is called at night when it fails, and who decides what is changed next?",
    references: [
      "Microsoft Azure Well-Architected Framework, Reliability: Identify and rate flows",
      "Skelton, Pais: Team Topologies, chapter 3",
    ],
    examples: [
      RuleExample(
        "everything but the stock has an owner",
        """
        teams: { sales: Sales IT }
        apps:
          shop: { name: Web shop, owner: sales }
          ⟦stock⟧: Stock
        links:
          - shop -> stock: reserves articles
        """),
      RuleExample(
        "the solution has an owner, and so has all that is in it",
        """
        owner: sales
        teams: { sales: Sales IT }
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves articles
        """),
      RuleExample(
        "nothing has an owner: one finding",
        """
        solution: ⟦Example⟧
        apps: { shop: Web shop, stock: Stock, prices: Prices }
        """, testOnly: true),
      RuleExample(
        "a system without an owner stands for its parts",
        """
        teams: { sales: Sales IT }
        apps:
          shop: { name: Web shop, owner: sales }
        systems:
          ⟦warehouse⟧:
            apps: { stock: Stock, picking: Picking }
            stores: { stock-db: Stock levels }
        """, testOnly: true),
      RuleExample(
        "many neighbours without an owner are one finding",
        """
        teams: { sales: Sales IT }
        systems:
          ⟦warehouse⟧:
            apps:
              a: A
              b: B
              c: C
              d: D
              e: { name: E, owner: sales }
        """, testOnly: true),
      RuleExample(
        "people, modules, and what is external or retired need no owner",
        """
        teams: { sales: Sales IT }
        people: { buyer: Buyer }
        systems:
          payment: { external: true, apps: { cards: Cards } }
          old: { lifecycle: retired }
          commerce: { apps: { shop: { owner: sales, modules: { basket: Basket } } } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoOwner(_ id: ElementID) -> Self {
    "\(Wording.name(id)) has no owner"
  }

  fileprivate static func haveNoOwner(_ ids: [ElementID], in scope: ElementID?) -> Self {
    let place = scope.map { " of \(Wording.name($0))" } ?? ""
    return "\(ids.count) parts\(place) have no owner: \(Wording.list(ids.map(\.text)))"
  }

  fileprivate static func nothingHasOwner(_ count: Int) -> Self {
    "none of the \(count) parts of the solution has an owner"
  }
}
