public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds BI tools and warehouses that read the tables of an app that is at work.
public struct AnalyticsOnOperationalStore: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, graph.isAnalytical(surroundings.source.vertex),
        !graph.isAnalytical(surroundings.destination.vertex)
      else { continue }
      switch graph.traits[link].category {
      case .centralData: verdicts.fail(Self.finding(graph.solution.links[link], in: graph))
      case nil where graph.solution.elements[surroundings.destination.vertex].kind == .store:
        verdicts.unknown(missing: "via", ofLink: link)
      case .service, .event, .batch: verdicts.pass()
      case .userInterface, .identity, nil: continue
      }
    }
  }

  private static func finding(_ link: Link, in graph: SolutionGraph) -> Finding {
    // A view is at least a promise about what stays.
    let isView = link.via?.text == "db-view"
    let type = graph.solution.element(link.destination)?.type?.rawValue
    return Finding(
      descriptor, .readsTables(link, isView: isView), at: .link(link.id, "via"),
      level: isView ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: type.map { [.init("type of '\(link.destination)'", $0)] } ?? []))
  }

  public static let descriptor = RuleDescriptor(
    id: "analytics-on-operational-store",
    title: "Analytics on an operational store",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "A BI tool or a warehouse queries the tables of an app that is at work.",
    rationale: """
      The reports then break with every release that renames a column, and the release waits for the \
      reports. One query over three years holds the locks, or the memory, that the people at the desk \
      need at that moment.
      """,
    detection: """
      A link in use from an element of type `bi`, `warehouse` or `lake`, or a part of one, by `sql`, \
      `shared-db`, `db-procedure` or `db-view` to something that is none of these. A note for \
      `db-view`. Extracts, files, services, change streams and dumps are in order. \
      `shared-data-store` does not count such readers.
      """,
    remedy: """
      Let the app hand out what is needed: files, an OData or REST extract, a change stream; or load \
      a dump into a staging area that absorbs the changes of tables.
      """,
    falsePositives:
      "It reads a replica that nobody works on, with a layout that is kept stable: model the replica.",
    question: "Which reports break when the app renames a column, and who is told before?",
    references: [
      "Kimball, Ross, The Data Warehouse Toolkit, 3rd edition, 2013",
      "Fowler, ReportingDatabase: https://martinfowler.com/bliki/ReportingDatabase.html",
    ],
    examples: [
      RuleExample(
        "the dashboard queries the order tables",
        """
        systems:
          reports: { name: Reports, type: bi }
        apps:
          ordering: Ordering
        stores:
          orders: { name: Orders, type: relational }
        links:
          - ordering -> orders: reads and writes
            via: sql
          - reports -> orders: counts orders
            via: ⟦sql⟧
        """),
      RuleExample(
        "the dashboard gets a file each night",
        """
        systems:
          reports: { name: Reports, type: bi }
        apps:
          ordering: Ordering
        stores:
          orders: { name: Orders, type: relational }
        links:
          - ordering -> orders: reads and writes
            via: sql
          - ordering -> reports: hands out orders
            via: object-store
        """),
      RuleExample(
        "a view is a note, a warehouse is made to be queried, and its loader counts too",
        """
        systems:
          insight: { name: Insight, type: warehouse, apps: { loader: Loader } }
          reports: { name: Reports, type: bi }
        stores:
          orders: { name: Orders, type: relational }
          history: { name: History, type: warehouse }
        links:
          - { from: reports, to: orders, via: ⟦db-view⟧ }
          - { from: reports, to: history, via: sql }
          - { from: loader, to: orders, id: night, via: etl }
          - { from: loader, to: orders, id: noon, via: ⟦shared-db⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func readsTables(_ link: Link, isView: Bool) -> Self {
    let what = isView ? "views" : "tables"
    return
      "'\(link.source)' analyses the \(what) of '\(link.destination)' while others work on them"
  }
}
