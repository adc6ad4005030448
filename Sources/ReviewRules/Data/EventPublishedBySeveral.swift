public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds events of one kind that several apps publish.
public struct EventPublishedBySeveral: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let publications = Self.publications(in: graph)
    for object in graph.solution.data where object.class == .event {
      guard let publication = publications[object.id] else { continue }
      // Who receives the event as well passes it on.
      let publishers = publication.links.keys.filter { !publication.receivers.contains($0) }
        .sorted()
      guard !publishers.isEmpty else { continue }
      verdicts.used(.data(object.id, "class"))
      if publishers.count > 1 {
        let links = publishers.flatMap { publication.links[$0] ?? [] }.sorted()
        verdicts.fail(Self.finding(object.id, publishers, links, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private struct Publication {
    /// By app, the links on which it sends.
    var links: [Int: [Int]] = [:]
    var receivers: Set<Int> = []
  }

  private static func publications(in graph: SolutionGraph) -> [DataID: Publication] {
    var publications: [DataID: Publication] = [:]
    for link in graph.traits.indices where graph.traits[link].category == .event {
      for movement in graph.movements(over: link) {
        let (source, destination) = (movement.source, movement.destination)
        for id in Set(graph.solution.links[link].carries) {
          if Self.isApp(source, in: graph) {
            let host = graph.placements[source].host
            publications[id, default: Publication()].links[host, default: []].append(link)
          }
          if Self.isApp(destination, in: graph) {
            publications[id, default: Publication()].receivers
              .insert(graph.placements[destination].host)
          }
        }
      }
    }
    return publications
  }

  private static func isApp(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    switch graph.solution.elements[vertex].kind {
    case .application, .module, .system: true
    case .person, .store, .channel: false
    }
  }

  private static func finding(
    _ id: DataID, _ publishers: [Int], _ links: [Int], in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .comesFromSeveral(id, publishers.map(graph.elementID)), at: .data(id),
      evidence: Evidence(figures: [
        .init("publishers", "\(publishers.count)"), .init("limit", "1"),
      ]),
      related: links.prefix(20).map { Finding.Related(.link(graph.linkID($0)), "publishes it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "event-published-by-several",
    title: "Event published by several",
    family: .data,
    level: .warning,
    quality: .functionalSuitability,
    summary: "Several apps publish events of one kind.",
    rationale: """
      An event says that something has happened, and only one app can know that. With two of them \
      receivers hear it twice, in two shapes and in any order, and when the kind changes both must \
      change on the same day.
      """,
    detection: """
      Two or more apps or systems send a data entity of class `event` over links with an option of the \
      event category, and do not receive it themselves; who receives it too passes it on. Modules \
      count as their app. One finding a kind of event.
      """,
    remedy: """
      Let the app that decides publish it. If the two mean different things, they are two kinds of \
      event: give each its name.
      """,
    falsePositives: """
      The publishers are instances of one product, as tills in shops or one app for each country: \
      model them as one app with `instances`.
      """,
    question: "When both publish it for the same order, which of them is right?",
    references: [
      "Enterprise Integration Patterns, Event Message: https://www.enterpriseintegrationpatterns.com/patterns/messaging/EventMessage.html"
    ],
    examples: [
      RuleExample(
        "shop and call centre both say that an order was placed",
        """
        apps:
          shop: Web shop
          calls: Call centre
        channels:
          events: Business events
        data:
          ⟦order-placed⟧: { class: event }
        links:
          - shop -> events: publishes
            via: topic
            carries: [order-placed]
          - calls -> events: publishes
            via: topic
            carries: [order-placed]
        """),
      RuleExample(
        "both ask ordering, and ordering says it",
        """
        apps:
          shop: Web shop
          calls: Call centre
          ordering: Ordering
        channels:
          events: Business events
        data:
          order-placed: { class: event }
        links:
          - shop -> ordering: places the order
            via: rest
          - calls -> ordering: places the order
            via: rest
          - ordering -> events: publishes
            via: topic
            carries: [order-placed]
        """),
      RuleExample(
        "who hands it on from one channel to the next is no publisher",
        """
        apps: { shop: Shop, bridge: Bridge }
        channels: { near: Near, far: Far }
        data: { order-placed: { class: event } }
        links:
          - { from: shop, to: near, via: topic, carries: [order-placed] }
          - { from: near, to: bridge, via: topic, carries: [order-placed] }
          - { from: bridge, to: far, via: topic, carries: [order-placed] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func comesFromSeveral(_ id: DataID, _ publishers: [ElementID]) -> Self {
    """
    events \(Wording.name(id)) come from \(publishers.count) publishers (limit 1): \
    \(Wording.list(publishers.map(\.text)))
    """
  }
}
