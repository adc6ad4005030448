public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds solutions that connect their parts in more ways than people can know.
public struct TechnologySprawl: Rule {
  /// How many products for messages a solution may run.
  public var brokers = 2
  /// How few links with an option make the options worth counting.
  public var fewestLinks = 10

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "brokers", \.brokers, in: 1...50, "How many products for messages may be run (products)"),
    .integer(
      "fewest-links", \.fewestLinks, in: 1...10_000,
      "From how many links on the options are counted (links)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    judgeOptions(subject.graph, &verdicts)
    judgeBrokers(subject.graph, &verdicts)
  }

  private func judgeOptions(_ graph: SolutionGraph, _ verdicts: inout Verdicts) {
    var counts: [OptionID: Int] = [:]
    for link in graph.traits.indices where graph.traits[link].isInUse {
      switch graph.traits[link].category {
      case .service, .event, .batch, .centralData:
        if let via = graph.solution.links[link].via { counts[via, default: 0] += 1 }
      case .userInterface, .identity, nil: continue
      }
    }
    let links = counts.values.reduce(0, +)
    guard links >= fewestLinks else { return }
    let limit = 2 + Double(links).squareRoot()
    guard Double(counts.count) > limit else {
      verdicts.pass()
      return
    }
    let options = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    verdicts.fail(
      Finding(
        Self.descriptor, .hasManyOptions(options, limit: limit, links: links),
        at: ElementPath(.solution), discriminator: "options",
        evidence: Evidence(
          figures: [
            .init("options", "\(options.count)"),
            .init("limit", Wording.decimal(limit, places: 1), basis: "2 + √\(links) links"),
          ]
            + options.prefix(12).map {
              .init("via '\($0)'", Wording.count(counts[$0] ?? 0, "link"))
            })))
  }

  private func judgeBrokers(_ graph: SolutionGraph, _ verdicts: inout Verdicts) {
    var channels: [String: [ElementID]] = [:]
    for vertex in graph.solution.elements.indices
    where graph.solution.elements[vertex].kind == .channel && Self.isOurs(vertex, in: graph) {
      guard graph.solution.elements[vertex].type?.rawValue != "file-drop",
        let product = graph.solution.elements[vertex].technology.flatMap(Self.product)
      else { continue }
      channels[product, default: []].append(graph.elementID(vertex))
    }
    guard !channels.isEmpty else { return }
    guard channels.count > brokers else {
      verdicts.pass()
      return
    }
    let products = channels.keys.sorted()
    verdicts.fail(
      Finding(
        Self.descriptor, .runsManyBrokers(products, limit: brokers), at: ElementPath(.solution),
        discriminator: "brokers",
        evidence: Evidence(figures: [
          .init("products for messages", "\(products.count)"), .init("limit", "\(brokers)"),
        ]),
        related: products.flatMap { channels[$0]?.prefix(3) ?? [] }.prefix(20).map {
          Finding.Related(.element($0, "technology"), "is one of them")
        }))
  }

  private static func isOurs(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    !graph.placements[vertex].isExternal && graph.placements[vertex].lifecycle != .retired
  }

  /// The name without the version: `rabbitmq` of `RabbitMQ 3.13`.
  private static func product(of technology: String) -> String? {
    let words = technology.lowercased().split { $0 == " " || $0 == "," || $0 == "/" }
    let name = words.prefix { word in word.first.map { !$0.isNumber } ?? false }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }

  public static let descriptor = RuleDescriptor(
    id: "technology-sprawl",
    title: "Technology sprawl",
    family: .fit,
    level: .note,
    profile: .board,
    quality: .maintainability,
    summary: "The solution connects its parts in more different ways than its size explains.",
    rationale: """
      Each way wants people who know it, tools that watch it, and a plan for when it stands still. With \
      one of everything nobody is good at any of it, and every second link is somebody's first.
      """,
    detection: """
      Links in use have more different options than 2 + √(links with an option), people's screens and \
      sign-on left out, from `fewest-links` of them on; or our channels run more than `brokers` \
      different products, by the words of `technology` before its version.
      """,
    remedy: """
      Agree on one way for each purpose: one for calls, one for messages, one for files; build new \
      links so, and move an old one whenever it must be touched anyway.
      """,
    falsePositives: """
      Many partners each ask for their own way, at one gateway made for that: raise the limits.
      """,
    question: "For which of these would you not find anybody to call on a Sunday?",
    references: [
      "Thoughtworks, Build your own radar: https://www.thoughtworks.com/radar/byor"
    ],
    examples: [
      RuleExample(
        "three products for messages in one solution",
        """
        solution: ⟦Order to cash⟧
        apps: { shop: Shop, billing: Billing }
        channels:
          orders: { name: Orders, type: queue, technology: RabbitMQ 3.13 }
          events: { name: Events, type: topic, technology: Kafka 3.7 }
          bills: { name: Bills, type: queue, technology: IBM MQ 9.4 }
        links:
          - { from: shop, to: orders, via: queue }
          - { from: shop, to: events, via: topic }
          - { from: billing, to: bills, via: queue }
        """),
      RuleExample(
        "one product in two versions",
        """
        apps: { shop: Shop, billing: Billing }
        channels:
          orders: { name: Orders, type: queue, technology: RabbitMQ 3.13 }
          events: { name: Events, type: topic, technology: RabbitMQ 4.0 }
        links:
          - { from: shop, to: orders, via: queue }
          - { from: shop, to: events, via: topic }
        """),
      RuleExample(
        "ten links in six ways",
        """
        solution: ⟦Order to cash⟧
        apps: { a: A, b: B }
        links:
          - { from: a, to: b, id: a1, via: rest }
          - { from: a, to: b, id: a2, via: rest }
          - { from: a, to: b, id: a3, via: rest }
          - { from: a, to: b, id: a4, via: rest }
          - { from: a, to: b, id: a5, via: rest }
          - { from: a, to: b, id: a6, via: soap }
          - { from: a, to: b, id: a7, via: odata }
          - { from: a, to: b, id: a8, via: sftp }
          - { from: a, to: b, id: a9, via: webhook }
          - { from: a, to: b, id: b1, via: graphql }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasManyOptions(_ options: [OptionID], limit: Double, links: Int) -> Self {
    """
    \(links) links are built in \(options.count) ways (limit \(Wording.decimal(limit, places: 1))): \
    \(Wording.list(options.map(\.text), showing: 8))
    """
  }

  fileprivate static func runsManyBrokers(_ products: [String], limit: Int) -> Self {
    """
    messages run over \(products.count) products (limit \(limit)): \
    \(Wording.list(products, showing: 6))
    """
  }
}
