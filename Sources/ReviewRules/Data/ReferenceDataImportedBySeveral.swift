public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds reference data that several apps of one system fetch from outside, each for itself.
public struct ReferenceDataImportedBySeveral: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let reference = Set(graph.solution.data.filter { $0.class == .reference }.map(\.id))
    guard !reference.isEmpty else { return }
    let imports = Self.imports(of: reference, in: graph)
    for key in imports.keys.sorted(by: { ($0.system, $0.data) < ($1.system, $1.data) }) {
      let importers = imports[key] ?? [:]
      if importers.count > 1 {
        verdicts.fail(Self.finding(key, importers, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private struct Import: Hashable {
    let system: Int
    let data: DataID
  }

  /// By system and data, the apps that take it from outside the system, each with a link.
  private static func imports(of reference: Set<DataID>, in graph: SolutionGraph)
    -> [Import: [Int: Int]]
  {
    var imports: [Import: [Int: Int]] = [:]
    for link in graph.traits.indices where isTransfer(link, in: graph) {
      let carried = Set(graph.solution.links[link].carries).intersection(reference)
      guard !carried.isEmpty else { continue }
      for movement in graph.movements(over: link) {
        let taker = movement.destination
        guard let system = graph.placements[taker].system, taker != system,
          graph.placements[movement.source].system != system
        else { continue }
        for data in carried {
          imports[Import(system: system, data: data), default: [:]][graph.placements[taker].host] =
            link
        }
      }
    }
    return imports
  }

  /// Whether a set is fetched; subscribers of one channel are told once.
  private static func isTransfer(_ link: Int, in graph: SolutionGraph) -> Bool {
    switch graph.traits[link].category {
    case .service, .batch, .centralData: true
    case .event, .identity, .userInterface, nil: false
    }
  }

  private static func finding(_ key: Import, _ importers: [Int: Int], in graph: SolutionGraph)
    -> Finding
  {
    let apps = importers.keys.sorted()
    let system = graph.elementID(key.system)
    return Finding(
      descriptor, .isFetchedOften(key.data, system, apps.map(graph.elementID)), at: .data(key.data),
      roles: [Finding.Role("data", .data(key.data)), Finding.Role("system", .element(system))],
      evidence: Evidence(figures: [.init("importers", "\(apps.count)"), .init("limit", "1")]),
      related: apps.compactMap { app in
        importers[app].map { Finding.Related(.link(graph.linkID($0)), "imports it") }
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "reference-data-imported-by-several",
    title: "Reference data imported by several",
    family: .data,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "Several apps of one system import the same reference data from outside.",
    rationale: """
      Each of them builds the import, the checks and the repair of bad rows again, and each has \
      another version of the list on the day after a change. A country that one app knows and the \
      next does not stops the order between them.
      """,
    detection: """
      A data entity of class `reference` comes into two or more apps of one system from outside that \
      system, over services, files or databases. Subscribers of a channel are not counted, nor is an \
      app outside every system. One finding for the data and the system.
      """,
    remedy: """
      Let one app of the system import it, check it and hand it to the others, who ask for what has \
      changed.
      """,
    falsePositives: """
      The apps need parts of it that have nothing in common: model these as two data entities.
      """,
    question: "Whose list is right when two of these apps disagree about a code?",
    references: [
      "DAMA-DMBOK, 2nd edition, Chapter 10: Reference and Master Data"
    ],
    examples: [
      RuleExample(
        "two apps of commerce fetch the countries from the bank",
        """
        systems:
          commerce: { name: Commerce, apps: { shop: Shop, shipping: Shipping } }
          bank: { name: Bank, external: true }
        data:
          ⟦country⟧: { class: reference }
        links:
          - shop -> bank: fetches countries
            via: rest-pull
            carries: [country]
          - bank -> shipping: sends countries
            via: sftp
            carries: [country]
        """),
      RuleExample(
        "the shop imports them, and shipping asks the shop",
        """
        systems:
          commerce: { name: Commerce, apps: { shop: Shop, shipping: Shipping } }
          bank: { name: Bank, external: true }
        data:
          country: { class: reference }
        links:
          - shop -> bank: fetches countries
            via: rest-pull
            carries: [country]
          - shipping -> shop: fetches countries
            via: rest-pull
            carries: [country]
        """),
      RuleExample(
        "subscribers, and apps of two systems, are no imports of one",
        """
        systems:
          commerce: { name: Commerce, apps: { shop: Shop, shipping: Shipping } }
          finance: { name: Finance, apps: { ledger: Ledger } }
          bank: { name: Bank, external: true }
        channels: { news: News }
        data: { country: { class: reference } }
        links:
          - { from: news, to: shop, via: topic, carries: [country] }
          - { from: news, to: shipping, via: topic, carries: [country] }
          - { from: ledger, to: bank, via: rest-pull, carries: [country] }
          - { from: shop, to: bank, via: rest-pull, carries: [country] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isFetchedOften(_ id: DataID, _ system: ElementID, _ apps: [ElementID])
    -> Self
  {
    """
    \(Wording.name(id)) is imported into '\(system)' by \(apps.count) apps (limit 1): \
    \(Wording.list(apps.map(\.text)))
    """
  }
}
