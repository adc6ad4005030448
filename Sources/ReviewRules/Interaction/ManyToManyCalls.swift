public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that many producers hand to many consumers by calls.
public struct ManyToManyCalls: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for (data, pushes) in subject.graph.directPushes().sorted(by: { $0.key < $1.key }) {
      if let mesh = PushMesh(pushes, in: subject.graph) {
        verdicts.fail(Self.finding(data, mesh, in: subject.graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ data: DataID, _ mesh: PushMesh, in graph: SolutionGraph) -> Finding
  {
    let producers = mesh.producers.map { graph.elementID($0).text }
    let consumers = mesh.consumers.map { graph.elementID($0).text }
    return Finding(
      descriptor, .manyCallMany(data, mesh), at: .data(data),
      evidence: Evidence(
        figures: [
          .init("producers", "\(producers.count)", basis: Wording.list(producers)),
          .init("consumers", "\(consumers.count)", basis: Wording.list(consumers)),
          .init("calls", "\(mesh.links.count)"),
          .init(
            "links through a channel", "\(producers.count + consumers.count)",
            basis: "one for each producer and each consumer"),
        ]),
      related: mesh.links.prefix(20).map {
        Finding.Related(.link(graph.linkID($0)), "pushes '\(data)'")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "many-to-many-calls",
    title: "Many-to-many calls",
    family: .interaction,
    level: .warning,
    quality: .maintainability,
    summary: "Several producers push the same data to several consumers by direct calls.",
    rationale: """
      Links grow with the product of both sides, and so do tests, outages and credentials. One slow \
      consumer slows every producer, and nobody can say who has heard of what.
      """,
    detection: """
      For a data object: calls between programs that push it, with 3 producers and 3 consumers or \
      more, each end counted only when it has two such partners or more, and not fewer calls than \
      producers and consumers together, the number that a channel would need.
      """,
    remedy: """
      Put a topic or a stream in the middle: producers publish, consumers subscribe, and a new one \
      is one link.
      """,
    falsePositives: """
      The data object stands for several kinds of data that have only a name in common.
      """,
    question: "How many teams must act when one more consumer wants this data?",
    references: [
      "Enterprise Integration Patterns, Message Bus: https://www.enterpriseintegrationpatterns.com/patterns/messaging/MessageBus.html",
      "Publisher-Subscriber pattern: https://learn.microsoft.com/azure/architecture/patterns/publisher-subscriber",
    ],
    examples: [
      RuleExample(
        "three branches tell three back offices",
        """
        apps: { north: North, south: South, west: West, stock: Stock, ledger: Ledger, crm: CRM }
        data:
          ⟦sale⟧: { class: transactional }
        links:
          - { from: north, to: stock, via: rest, operation: create, carries: [sale], timeout: 1s }
          - { from: north, to: ledger, via: rest, operation: create, carries: [sale], timeout: 1s }
          - { from: south, to: stock, via: rest, operation: create, carries: [sale], timeout: 1s }
          - { from: south, to: crm, via: rest, operation: create, carries: [sale], timeout: 1s }
          - { from: west, to: ledger, via: rest, operation: create, carries: [sale], timeout: 1s }
          - { from: west, to: crm, via: rest, operation: create, carries: [sale], timeout: 1s }
        """),
      RuleExample(
        "they publish to a topic",
        """
        apps: { north: North, south: South, west: West, stock: Stock, ledger: Ledger, crm: CRM }
        channels:
          sales: { name: Sales, type: topic }
        data:
          sale: { class: transactional }
        links:
          - { from: north, to: sales, via: topic, carries: [sale] }
          - { from: south, to: sales, via: topic, carries: [sale] }
          - { from: west, to: sales, via: topic, carries: [sale] }
          - { from: sales, to: stock, via: topic, carries: [sale] }
          - { from: sales, to: ledger, via: topic, carries: [sale] }
          - { from: sales, to: crm, via: topic, carries: [sale] }
        """),
      RuleExample(
        "three pairs are not a mesh",
        """
        apps: { a: A, b: B, c: C, d: D, e: E, f: F }
        data: { x: X }
        links:
          - { from: a, to: d, via: rest, operation: update, carries: [x], timeout: 1s }
          - { from: b, to: e, via: rest, operation: update, carries: [x], timeout: 1s }
          - { from: c, to: f, via: rest, operation: update, carries: [x], timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func manyCallMany(_ data: DataID, _ mesh: PushMesh) -> Self {
    """
    '\(data)' is pushed by \(mesh.producers.count) producers to \(mesh.consumers.count) consumers \
    in \(mesh.links.count) calls (limit 2 to 2)
    """
  }
}
