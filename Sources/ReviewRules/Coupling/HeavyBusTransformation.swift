public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds buses and gateways that change the meaning of what they should only pass on.
public struct HeavyBusTransformation: Rule {
  public init() {}

  /// From so many such links on it is a warning.
  private static let warningCount = 10

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var heavy: [Int: [Int]] = [:]
    var passing: Set<Int> = []
    for place in graph.traits.indices where graph.traits[place].isInUse {
      guard let transformation = graph.solution.links[place].transformation else { continue }
      for layer in Self.layers(of: place, in: graph) {
        switch transformation {
        case .heavy: heavy[layer, default: []].append(place)
        case .none, .light: passing.insert(layer)
        }
        verdicts.used("transformation", ofLink: place)
      }
    }
    for (layer, places) in heavy.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(layer, places, in: graph))
    }
    for layer in passing where heavy[layer] == nil { verdicts.pass() }
  }

  /// The buses and gateways that a link touches; an integration app is made for mapping.
  private static func layers(of place: Int, in graph: SolutionGraph) -> [Int] {
    let link = graph.solution.links[place]
    return ([link.source] + link.through + [link.destination]).compactMap { id in
      guard let vertex = graph.solution.index(of: id) else { return nil }
      switch graph.solution.elements[vertex].type?.rawValue {
      case "bus", "gateway": return vertex
      default: return nil
      }
    }
  }

  private static func finding(_ layer: Int, _ places: [Int], in graph: SolutionGraph) -> Finding {
    let id = graph.elementID(layer)
    return Finding(
      descriptor, .mapsMuch(id, places.count), at: .element(id),
      level: places.count > warningCount ? nil : .note,
      evidence: Evidence(
        path: Evidence.steps(along: places.prefix(1).map { graph.solution.links[$0] }),
        figures: [
          .init("links with heavy transformation", "\(places.count)"),
          .init("links through it", "\(Self.linkCount(of: layer, in: graph))"),
        ]),
      related: places.prefix(20).map {
        Finding.Related(.link(graph.linkID($0), "transformation"), "is changed heavily there")
      })
  }

  private static func linkCount(of layer: Int, in graph: SolutionGraph) -> Int {
    Set(
      graph.legs(into: layer).map(\.link) + graph.legs(outOf: layer).map(\.link)
    ).count
  }

  public static let descriptor = RuleDescriptor(
    id: "heavy-bus-transformation",
    title: "Heavy bus transformation",
    family: .coupling,
    level: .warning,
    quality: .maintainability,
    summary: "A bus or gateway maps heavily what it should only pass on.",
    rationale: """
      Mapping is knowledge of both ends, and it lies with neither. Every change of a field waits \
      for the team of the bus, which becomes the slowest part of each project.
      """,
    detection: """
      Links with `transformation: heavy` that start at, pass or end at a channel of type `bus` or \
      an app of type `gateway`. One finding for each such layer, a note up to 10 links, a warning \
      beyond. Apps of type `integration` exist for mapping and are in order.
      """,
    remedy: """
      Move the mapping to the end that knows its meaning, or into a small integration app that the \
      team of that end owns. The bus keeps routing, protocol and security.
      """,
    falsePositives: """
      What is called heavy is a change of form only, such as XML to JSON by a fixed scheme: that \
      is `light`.
      """,
    question: "Who can say what the mapping means, and who may change it?",
    references: [
      "Martin Fowler, James Lewis, Microservices, 2014: Smart endpoints and dumb pipes: https://martinfowler.com/articles/microservices.html",
      "Enterprise Integration Patterns, Message Translator: https://www.enterpriseintegrationpatterns.com/patterns/messaging/MessageTranslator.html",
    ],
    examples: [
      RuleExample(
        "the bus makes invoices out of orders",
        """
        apps: { shop: Web shop, billing: Billing }
        channels:
          ⟦bus⟧: { name: Company bus, type: bus }
        links:
          - shop -> billing: hands over orders
            through: [bus]
            via: soap
            timeout: 3s
            transformation: heavy
        """),
      RuleExample(
        "billing makes them itself",
        """
        apps: { shop: Web shop, billing: Billing }
        channels:
          bus: { name: Company bus, type: bus }
        links:
          - shop -> billing: hands over orders
            through: [bus]
            via: soap
            timeout: 3s
            transformation: none
        """),
      RuleExample(
        "a gateway counts, an integration app does not",
        """
        apps:
          a: A
          b: B
          ⟦door⟧: { type: gateway }
          mapper: { type: integration }
        links:
          - { from: a, to: door, via: rest, timeout: 3s, transformation: heavy }
          - { from: door, to: b, via: rest, timeout: 2s, transformation: light }
          - { from: a, to: b, through: [mapper], via: rest, timeout: 3s, transformation: heavy }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func mapsMuch(_ id: ElementID, _ count: Int) -> Self {
    "'\(id)' passes on \(Wording.count(count, "link")) with heavy transformation"
  }
}
