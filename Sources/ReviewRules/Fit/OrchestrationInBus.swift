public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds buses that decide: that call systems one after the other.
public struct OrchestrationInBus: Rule {
  /// From how many calls of its own on a bus is taken to run a process.
  public var calls = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "calls", \.calls, in: 1...100,
      "From how many elements that it calls itself on a bus is taken to run a process (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for bus in graph.solution.elements.indices where Self.isBus(bus, in: graph) {
      let calling = graph.legs(outOf: bus).map(\.link).filter {
        graph.traits[$0].isCall && graph.solution.links[$0].source == graph.elementID(bus)
      }
      let called = Set(calling.map { graph.solution.links[$0].destination }).count
      if called >= calls {
        verdicts.fail(finding(bus, calling, called, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isBus(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    graph.solution.elements[vertex].kind == .channel
      && graph.solution.elements[vertex].type == .bus
  }

  private func finding(_ bus: Int, _ calling: [Int], _ called: Int, in graph: SolutionGraph)
    -> Finding
  {
    let id = graph.elementID(bus)
    let links = calling.map { graph.solution.links[$0] }
    return Finding(
      Self.descriptor, .decides(id, links, called, limit: calls), at: .element(id),
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [.init("elements that it calls itself", "\(called)", basis: "from \(calls) on")]),
      related: links.prefix(20).map { Finding.Related(.link($0.id), "is called by the bus itself") }
    )
  }

  public static let descriptor = RuleDescriptor(
    id: "orchestration-in-bus",
    title: "Orchestration in the bus",
    family: .fit,
    level: .warning,
    quality: .maintainability,
    summary:
      "A bus calls several systems by itself and waits for their answers, instead of carrying messages.",
    rationale: """
      The steps of the business then live where no team of the business can change them. Every \
      change waits for those who run the bus, and nobody can test the process without it.
      """,
    detection: """
      A channel of type `bus` is the source of calls that it waits on, to `calls` or more elements. One \
      finding a bus. What a bus rewrites on the way is judged by `heavy-bus-transformation`.
      """,
    remedy: """
      Move the steps into an app that a team owns and that knows where each case stands; leave to the \
      bus who may talk to whom.
      """,
    falsePositives: """
      The bus only passes on what it was asked, to whom it was asked for: name it in `through` of a link \
      from the one who asks.
      """,
    question: "Who can say, without the people of the bus, where a given order is stuck?",
    references: [
      "Fowler, Lewis, Microservices, Smart endpoints and dumb pipes: https://martinfowler.com/articles/microservices.html#SmartEndpointsAndDumbPipes"
    ],
    examples: [
      RuleExample(
        "the bus books, ships and bills",
        """
        apps:
          shop: Web shop
          ledger: Ledger
          shipping: Shipping
        channels:
          ⟦bus⟧: { name: Bus, type: bus }
        links:
          - shop -> bus: hands over the order
            via: queue
          - bus -> ledger: books
            via: soap
          - bus -> shipping: orders the parcel
            via: rest
        """),
      RuleExample(
        "ordering knows the steps, and the bus carries",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          ledger: Ledger
          shipping: Shipping
        channels:
          bus: { name: Bus, type: bus }
        links:
          - shop -> ordering: hands over the order
            via: rest
            through: [bus]
          - ordering -> ledger: books
            via: soap
            through: [bus]
          - ordering -> shipping: orders the parcel
            via: rest
            through: [bus]
        """),
      RuleExample(
        "one delivery by call decides nothing",
        """
        apps: { a: A, c: C }
        channels: { bus: { type: bus } }
        links:
          - { from: a, to: bus, via: queue }
          - { from: bus, to: c, via: rest }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func decides(_ bus: ElementID, _ links: [Link], _ called: Int, limit: Int)
    -> Self
  {
    let names = Set(links.map(\.destination.text)).sorted()
    return """
      '\(bus)' is a bus and waits on \(Wording.count(called, "element")) by itself (from \(limit) on \
      it runs a process): \(Wording.list(names))
      """
  }
}
