public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds apps that have more to do with another system than with their own.
public struct MisplacedElement: Rule {
  /// The fewest elements of the other system that it is linked with.
  public var minimumLinks = 4
  /// How many times as many as in its own system.
  public var minimumRatio = 3.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "minimum-links", \.minimumLinks, in: 2...1000,
      "From how many elements of another system on that an app is linked with (elements)"),
    .number(
      "minimum-ratio", \.minimumRatio, in: 1...100,
      "How many times as many as in its own system (ratio)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (vertex, neighbours) in Self.neighbours(in: graph).sorted(by: { $0.key < $1.key }) {
      guard let system = graph.placements[vertex].system else { continue }
      let bySystem = Dictionary(grouping: neighbours) { graph.placements[$0].system ?? -1 }
      let own = bySystem[system]?.count ?? 0
      let others = bySystem.filter { $0.key != system && $0.key >= 0 }
      let nearest = others.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
      if let nearest, nearest.value.count >= minimumLinks,
        Double(nearest.value.count) >= minimumRatio * Double(max(1, own))
      {
        verdicts.fail(finding(vertex, own, nearest.key, nearest.value.sorted(), in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// By app, the apps, stores and channels that it is linked with, either way; modules count as
  /// their app.
  private static func neighbours(in graph: SolutionGraph) -> [Int: Set<Int>] {
    var neighbours: [Int: Set<Int>] = [:]
    for dependency in graph.dependencies() where graph.traits[dependency.link].isStructural {
      let near = graph.placements[dependency.dependent].host
      let far = graph.placements[dependency.dependency].host
      guard near != far else { continue }
      if isApp(near, in: graph.solution), isPart(far, in: graph.solution) {
        neighbours[near, default: []].insert(far)
      }
      if isApp(far, in: graph.solution), isPart(near, in: graph.solution) {
        neighbours[far, default: []].insert(near)
      }
    }
    return neighbours
  }

  /// Whether it is an app that does not join systems by its job.
  private static func isApp(_ vertex: Int, in solution: Solution) -> Bool {
    guard solution.elements[vertex].kind == .application else { return false }
    switch solution.elements[vertex].type?.rawValue {
    case "gateway", "integration", "portal": return false
    default: return true
    }
  }

  private static func isPart(_ vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].kind {
    case .application, .store, .channel, .module: true
    case .person, .system: false
    }
  }

  private func finding(
    _ vertex: Int, _ own: Int, _ system: Int, _ others: [Int], in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(vertex)
    let home = graph.placements[vertex].system.map(graph.elementID) ?? id
    let other = graph.elementID(system)
    return Finding(
      Self.descriptor, .belongsElsewhere(id, home, own, other, others.count), at: .element(id),
      roles: [Finding.Role("element", .element(id)), Finding.Role("system", .element(other))],
      evidence: Evidence(figures: [
        .init("linked elements of '\(home)'", "\(own)"),
        .init("linked elements of '\(other)'", "\(others.count) (limit \(minimumLinks - 1))"),
      ]),
      related: others.prefix(20).map {
        Finding.Related(.element(graph.elementID($0)), "is linked with it")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "misplaced-element",
    title: "Misplaced element",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "An app is linked with many parts of another system and with few of its own.",
    rationale: """
      It changes when the other system changes, and the border that it was put behind makes each \
      of those changes one between two systems.
      """,
    detection: """
      An app in a system, and the different apps, stores and channels that it depends on or that \
      depend on it: `minimum-links` or more in one other system, and `minimum-ratio` times as many \
      as in its own (at least one is reckoned with). Screens and sign-on do not count. Gateways, \
      integration apps and portals are left out.
      """,
    remedy: """
      Move it to the system that it works with, or find the part of it that belongs there.
      """,
    falsePositives: """
      It serves the other system on purpose, as a test bed or an adapter: `type: integration` says \
      so. Or its own system is drawn without its inside.
      """,
    question: "With which team does the team of this app talk most?",
    references: [
      "Martin Fowler, Refactoring, second edition, 2018: Feature Envy",
      "Larry Constantine, Edward Yourdon, Structured Design, 1979: coupling and cohesion",
    ],
    examples: [
      RuleExample(
        "the discount app lives in finance and works with the shop",
        """
        systems:
          commerce:
            apps: { shop: Shop, basket: Basket, catalog: Catalog, check-out: Check-out }
          finance:
            apps:
              ⟦discounts⟧: Discounts
              ledger: Ledger
        links:
          - { from: shop, to: discounts, via: rest, timeout: 1s }
          - { from: basket, to: discounts, via: rest, timeout: 1s }
          - { from: check-out, to: discounts, via: rest, timeout: 1s }
          - { from: discounts, to: catalog, via: rest, timeout: 1s }
          - { from: discounts, to: ledger, via: rest-pull, poll: 1h }
        """),
      RuleExample(
        "it lives in commerce",
        """
        systems:
          commerce:
            apps:
              shop: Shop
              basket: Basket
              catalog: Catalog
              check-out: Check-out
              discounts: Discounts
          finance:
            apps: { ledger: Ledger }
        links:
          - { from: shop, to: discounts, via: rest, timeout: 1s }
          - { from: basket, to: discounts, via: rest, timeout: 1s }
          - { from: check-out, to: discounts, via: rest, timeout: 1s }
          - { from: discounts, to: catalog, via: rest, timeout: 1s }
          - { from: discounts, to: ledger, via: rest-pull, poll: 1h }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func belongsElsewhere(
    _ id: ElementID, _ home: ElementID, _ own: Int, _ other: ElementID, _ count: Int
  ) -> Self {
    """
    '\(id)' is linked with \(Wording.count(count, "element")) of '\(other)' and with \(own) of \
    '\(home)', where it lies
    """
  }
}
