public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds daily work that waits for a lake or a warehouse.
public struct OperationalReadFromWarehouse: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, graph.isAnalytical(surroundings.destination.vertex),
        !graph.isAnalytical(surroundings.source.vertex), !surroundings.source.isPerson,
        graph.traits[link].category != .identity, graph.traits[link].interaction != .userInterface
      else { continue }
      guard graph.traits[link].isCall, graph.traits[link].dataFlow != .push,
        graph.solution.links[link].useCase != .reporting
      else {
        if graph.traits[link].interaction != nil { verdicts.pass() }
        continue
      }
      verdicts.fail(Self.finding(link, surroundings.destination.vertex, in: graph))
    }
  }

  private static func finding(_ place: Int, _ warehouse: Int, in graph: SolutionGraph) -> Finding {
    let link = graph.solution.links[place]
    let type = graph.solution.elements[warehouse].type?.rawValue ?? "part of a warehouse"
    return Finding(
      descriptor, .waitsForWarehouse(link, type), at: .link(link.id),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("type of '\(link.destination)'", type),
          Evidence.Figure("interaction", link.effectiveInteraction),
          Evidence.Figure("need", link.effectiveNeed),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "operational-read-from-warehouse",
    title: "Operational read from a warehouse",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "Daily work waits for an answer from a lake, a warehouse or a BI tool.",
    rationale: """
      What lies there was loaded at different times, so that the parts of one answer do not fit each \
      other; it is built to be right in the evening, and to be closed while it loads. It then becomes \
      the database of everything, and nobody dares to change it.
      """,
    detection: """
      An app or system that is no part of a warehouse calls an element of type `lake`, `warehouse` or \
      `bi`, or a part of one, and waits for the answer; data runs back, or it is not said. Left out \
      are people, screens, polls and batches, and links for `bi-reporting`.
      """,
    remedy: """
      Ask the master. Where results of analysis are to steer the work, publish them to an app of its \
      own that serves them as reference data.
      """,
    falsePositives: """
      The store is called a lake and serves a product with hours, a contract and a team on call: \
      give it the type of what it is.
      """,
    question: "How old is this answer, and what happens at the desk while the load runs?",
    references: [
      "Dehghani, Data Mesh, 2022, Chapter 1: data mesh in a nutshell",
      "Fowler, DataLake: https://martinfowler.com/bliki/DataLake.html",
    ],
    examples: [
      RuleExample(
        "the shop asks the lake for the customer's credit",
        """
        apps:
          shop: Web shop
        stores:
          lake: { name: Lake, type: lake }
        links:
          - ⟦shop -> lake⟧: asks for the credit
            via: rest
            operation: read
        """),
      RuleExample(
        "the lake publishes scores to an app that serves them",
        """
        apps:
          shop: Web shop
          scores: Scores
        stores:
          lake: { name: Lake, type: lake }
        links:
          - scores -> lake: fetches the scores
            via: etl
          - shop -> scores: asks for the score
            via: rest
            operation: read
        """),
      RuleExample(
        "loading, reporting and people are in order",
        """
        people: { analyst: Analyst }
        apps: { shop: Shop, board: Board }
        systems: { insight: { name: Insight, type: warehouse, apps: { cube: Cube } } }
        links:
          - analyst -> cube: asks
            via: ui-web-link
          - shop -> insight: sends orders
            via: rest
            operation: create
          - board -> cube: draws figures
            via: odata
            use-case: bi-reporting
          - ⟦shop -> cube⟧: decides
            via: graphql
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsForWarehouse(_ link: Link, _ type: String) -> Self {
    "'\(link.source)' waits for answers of '\(link.destination)' (\(type)) in its daily work"
  }
}
