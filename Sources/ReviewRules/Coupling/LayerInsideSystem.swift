public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links between parts of one system that go out of it and come back.
public struct LayerInsideSystem: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for place in graph.traits.indices
    where graph.traits[place].isInUse && !graph.solution.links[place].through.isEmpty {
      let link = graph.solution.links[place]
      guard let source = graph.solution.index(of: link.source),
        let destination = graph.solution.index(of: link.destination),
        let system = graph.placements[source].system,
        system == graph.placements[destination].system
      else { continue }
      let layers = link.through.filter { Self.isForeignLayer($0, to: system, in: graph) }
      if let layer = layers.first {
        verdicts.fail(Self.finding(link, layer, graph.elementID(system)))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether it routes or mediates for many systems and lies outside this one.
  private static func isForeignLayer(_ id: ElementID, to system: Int, in graph: SolutionGraph)
    -> Bool
  {
    guard let vertex = graph.solution.index(of: id), graph.placements[vertex].system != system
    else { return false }
    switch graph.solution.elements[vertex].type?.rawValue {
    case "bus", "gateway", "integration": return true
    default: return false
    }
  }

  private static func finding(_ link: Link, _ layer: ElementID, _ system: ElementID) -> Finding {
    Finding(
      descriptor, .goesRoundBy(link, layer, system), at: .link(link.id, "through"),
      roles: [Finding.Role("link", .link(link.id)), Finding.Role("layer", .element(layer))],
      evidence: Evidence(path: [
        .init(.element(link.source), "in '\(system)'"), .init(.link(link.id)),
        .init(.element(layer), "outside"), .init(.link(link.id)),
        .init(.element(link.destination), "in '\(system)'"),
      ]),
      related: [Finding.Related(.element(layer), "lies outside '\(system)'")])
  }

  public static let descriptor = RuleDescriptor(
    id: "layer-inside-system",
    title: "Layer inside system",
    family: .coupling,
    level: .note,
    quality: .maintainability,
    summary: "Two parts of one system talk through a gateway or bus outside it.",
    rationale: """
      The parts belong to one team and are released together, so there is nothing to decouple. The \
      layer adds a hop, an outage that is not theirs, and a team to ask for every change.
      """,
    detection: """
      A link whose ends lie in the same system and that goes `through` an app of type `gateway` or \
      `integration` or a channel of type `bus` outside that system. A layer that is part of the \
      system is its own business.
      """,
    remedy: """
      Connect the two parts directly, and keep the layer for what crosses the border of the \
      system.
      """,
    falsePositives: """
      The system spans networks, or its parts have different owners and only look like one system.
      """,
    question: "What would be lost if the two parts talked to each other directly?",
    references: [
      "Martin Fowler, James Lewis, Microservices, 2014: Smart endpoints and dumb pipes: https://martinfowler.com/articles/microservices.html"
    ],
    examples: [
      RuleExample(
        "the shop asks its own stock through the bus of the company",
        """
        systems:
          commerce:
            apps: { shop: Shop, stock: Stock }
        channels:
          bus: { name: Company bus, type: bus }
        links:
          - shop -> stock: reserves
            ⟦through⟧: [bus]
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "the shop asks directly",
        """
        systems:
          commerce:
            apps: { shop: Shop, stock: Stock }
        channels:
          bus: { name: Company bus, type: bus }
        links:
          - shop -> stock: reserves
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "a gateway of one's own, and a way to another system",
        """
        systems:
          one: { apps: { a: A, b: B, door: { type: gateway } } }
          two: { apps: { c: C } }
        apps: { out: { type: gateway } }
        links:
          - { from: a, to: b, through: [door], via: rest, timeout: 1s }
          - { from: a, to: c, through: [out], via: rest, timeout: 1s }
          - { from: b, to: a, ⟦through⟧: [out], via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func goesRoundBy(_ link: Link, _ layer: ElementID, _ system: ElementID) -> Self
  {
    "\(Wording.name(link)) stays inside '\(system)' and goes through '\(layer)' outside it"
  }
}
