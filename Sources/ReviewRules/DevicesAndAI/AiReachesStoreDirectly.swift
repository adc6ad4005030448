public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds learned models that read or write a store past the app that guards it.
public struct AiReachesStoreDirectly: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    for leg in graph.legs
    where isLearned[leg.source] && graph.solution.elements[leg.destination].kind == .store {
      let there = graph.placements[leg.destination]
      let here = graph.placements[leg.source]
      // A store of its own holds what was made for it.
      let isOwn = here.system != nil && here.system == there.system
      if isOwn || Self.isMadeForReading(leg.destination, in: graph) {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(leg, in: graph))
      }
    }
  }

  private static func isMadeForReading(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    switch graph.solution.elements[vertex].type?.rawValue {
    case "lake", "warehouse", "search", "cache": true
    default: false
    }
  }

  private static func finding(_ leg: SolutionGraph.Leg, in graph: SolutionGraph) -> Finding {
    let engine = graph.elementID(leg.source)
    let store = graph.elementID(leg.destination)
    let link = graph.solution.links[leg.link]
    let guards = Set(graph.legs(into: leg.destination).map(\.source))
      .filter { $0 != leg.source }.sorted().map(graph.elementID)
    return Finding(
      descriptor, .reachesPast(engine, store), at: .link(link.id),
      roles: [Finding.Role("engine", .element(engine)), Finding.Role("store", .element(store))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("via", link.via?.text ?? "not declared"),
          .init("other users of the store", "\(guards.count)"),
        ]),
      related: guards.prefix(10).map { Finding.Related(.element($0), "uses the store too") })
  }

  public static let descriptor = RuleDescriptor(
    id: "ai-reaches-store-directly",
    title: "AI reaches a store directly",
    family: .devicesAndAI,
    level: .warning,
    weighs: [.criticality],
    quality: .security,
    summary: "A learned model reads or writes a store of others without the app that guards it.",
    rationale: """
      A prompt decides what is asked of the store, and whoever writes the prompt, be it hidden in a \
      letter, asks with the rights of the engine. The app in front of the store is where rights are \
      checked; past it nobody checks.
      """,
    detection: """
      A link in use leads from an element of type `ai`, or from one in it, to a store outside its own \
      system. Lakes, warehouses, search indexes and caches are made for such readers and do not count.
      """,
    remedy: """
      Let the engine ask an interface that checks the rights of the person behind the question, or \
      give it a copy that holds only what everybody may see.
      """,
    falsePositives: "The store was made for the engine: put both into one system.",
    question: "Whose rights count when the engine reads a record?",
    references: ["OWASP Top 10 for LLM Applications 2025, LLM06: Excessive Agency"],
    examples: [
      RuleExample(
        "the assistant queries the orders itself",
        """
        apps:
          assistant: { name: Assistant, type: ai }
          ordering: Ordering
        stores: { orders: { name: Orders, type: relational } }
        links:
          - ⟦assistant -> orders⟧: queries orders
            via: sql
            timeout: 2s
          - ordering -> orders: keeps orders
            via: sql
            timeout: 1s
        """),
      RuleExample(
        "the assistant asks the app that knows who may see what",
        """
        apps:
          assistant: { name: Assistant, type: ai }
          ordering: Ordering
        stores: { orders: { name: Orders, type: relational } }
        links:
          - { from: assistant, to: ordering, via: rest, timeout: 2s }
          - { from: ordering, to: orders, via: sql, timeout: 1s }
        """),
      RuleExample(
        "its own store, and a lake",
        """
        systems:
          insight:
            apps: { model: { type: ai } }
            stores: { features: { type: key-value } }
        stores: { lake: { type: lake } }
        links:
          - { from: model, to: features, via: sql, timeout: 1s }
          - { from: model, to: lake, via: object-store }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func reachesPast(_ engine: ElementID, _ store: ElementID) -> Self {
    "\(Wording.name(engine)) reaches into \(Wording.name(store)) with no app between them that checks rights"
  }
}
