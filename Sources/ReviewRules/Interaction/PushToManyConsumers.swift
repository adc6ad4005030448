public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds owners of data that call each of its consumers themselves.
public struct PushToManyConsumers: Rule {
  /// The most consumers that one element may push the same data to.
  public var maximumConsumers = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-consumers", \.maximumConsumers, in: 1...1000,
      "The most consumers that one element may push the same data to (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for (data, pushes) in subject.graph.directPushes().sorted(by: { $0.key < $1.key }) {
      // Where many push to many, the rule for that says more.
      if PushMesh(pushes, in: subject.graph) != nil { continue }
      for (source, own) in Dictionary(grouping: pushes, by: \.source).sorted(by: { $0.key < $1.key }
      ) {
        let consumers = Set(own.map(\.destination)).sorted()
        if consumers.count > maximumConsumers {
          verdicts.fail(finding(data, source, consumers, own, in: subject.graph))
        } else {
          verdicts.pass()
        }
      }
    }
  }

  private func finding(
    _ data: DataID, _ source: Int, _ consumers: [Int], _ pushes: [DirectPush],
    in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(source)
    let names = consumers.map { graph.elementID($0).text }
    return Finding(
      Self.descriptor, .callsEach(id, data, names, limit: maximumConsumers), at: .element(id),
      roles: [Finding.Role("owner", .element(id)), Finding.Role("data", .data(data))],
      evidence: Evidence(
        path: Evidence.steps(along: pushes.prefix(4).map { graph.solution.links[$0.link] }),
        figures: [
          .init("consumers", "\(consumers.count) (limit \(maximumConsumers))"),
          .init("links", "\(pushes.count)"),
        ]),
      related: pushes.prefix(20).map {
        Finding.Related(.link(graph.linkID($0.link)), "pushes '\(data)'")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "push-to-many-consumers",
    title: "Push to many consumers",
    family: .interaction,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "An element pushes the same data to several consumers, one by one.",
    rationale: """
      It has to know each consumer, wait for each, retry for each and remember who has what. Every \
      new consumer is a change and a release of the owner.
      """,
    detection: """
      One element has links that carry the same data object to more than `maximum-consumers` apps \
      or systems, with data running from it, and without a channel between. Webhooks and change \
      data capture do not count, because there consumers subscribe. Where three and more push to \
      three and more it is left to many-to-many-calls.
      """,
    remedy: """
      Let consumers fetch changes when they are ready (`via: rest-pull`), or publish once to a \
      topic that each of them subscribes to.
      """,
    falsePositives: """
      Each consumer gets something else, made for it, and the data object is drawn too wide.
      """,
    question: "What must the owner change, test and release when one more consumer comes?",
    references: [
      "Enterprise Integration Patterns, Publish-Subscribe Channel: https://www.enterpriseintegrationpatterns.com/patterns/messaging/PublishSubscribeChannel.html",
      "Publisher-Subscriber pattern: https://learn.microsoft.com/azure/architecture/patterns/publisher-subscriber",
    ],
    examples: [
      RuleExample(
        "the product master calls three apps after each change",
        """
        apps:
          ⟦products⟧: Products
          shop: Web shop
          stock: Stock
          billing: Billing
        data:
          product: { class: master, master: products }
        links:
          - products -> shop: sends changes
            via: rest
            operation: update
            carries: [product]
            timeout: 2s
          - products -> stock: sends changes
            via: rest
            operation: update
            carries: [product]
            timeout: 2s
          - products -> billing: sends changes
            via: sftp
            carries: [product]
        """),
      RuleExample(
        "it publishes once",
        """
        apps:
          products: Products
          shop: Web shop
          stock: Stock
          billing: Billing
        channels:
          changes: { name: Product changes, type: topic }
        data:
          product: { class: master, master: products }
        links:
          - { from: products, to: changes, via: topic, carries: [product] }
          - { from: changes, to: shop, via: topic, carries: [product] }
          - { from: changes, to: stock, via: topic, carries: [product] }
          - { from: changes, to: billing, via: topic, carries: [product] }
        """),
      RuleExample(
        "consumers that fetch or subscribe, and several links to one",
        """
        apps: { a: A, b: B, c: C, d: D }
        data: { x: X }
        links:
          - { from: a, to: b, id: l1, via: rest, operation: update, carries: [x], timeout: 1s }
          - { from: a, to: b, id: l2, via: sftp, carries: [x] }
          - { from: a, to: c, via: webhook, carries: [x] }
          - { from: d, to: a, via: rest-pull, carries: [x] }
          - { from: a, to: d, via: rest, operation: update, carries: [x], timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func callsEach(
    _ owner: ElementID, _ data: DataID, _ consumers: [String], limit: Int
  ) -> Self {
    """
    '\(owner)' pushes '\(data)' to \(consumers.count) consumers one by one (limit \(limit)): \
    \(Wording.list(consumers))
    """
  }
}
