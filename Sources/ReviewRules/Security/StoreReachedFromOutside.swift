public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data stores that somebody outside uses without an app in between.
public struct StoreReachedFromOutside: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings,
        graph.solution.elements[surroundings.destination.vertex].kind == .store,
        !surroundings.destination.isOutside,
        !Self.isMadeForHandOver(graph.solution.elements[surroundings.destination.vertex].type),
        !Self.isJudgedElsewhere(link, surroundings, in: graph)
      else { continue }
      if surroundings.isFromOutside {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether others may well put files there.
  private static func isMadeForHandOver(_ type: ElementType?) -> Bool {
    type?.rawValue == "file" || type?.rawValue == "object"
  }

  /// Database connections over the border between two known zones, and jumps past one.
  private static func isJudgedElsewhere(
    _ link: Int, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Bool {
    guard let from = graph.placements[surroundings.source.vertex].zone,
      let to = graph.placements[surroundings.destination.vertex].zone, from != to
    else { return false }
    if graph.traits[link].category == .centralData { return true }
    guard let from = surroundings.source.trust, let to = surroundings.destination.trust else {
      return false
    }
    return to.level - from.level > 1
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .reachesIn(link, surroundings, in: graph), at: .link(link.id),
      evidence: Evidence(of: link, surroundings, in: graph),
      related: [Finding.Related(.element(link.destination), "is open to the outside")])
  }

  public static let descriptor = RuleDescriptor(
    id: "store-reached-from-outside",
    title: "Store reached from outside",
    family: .security,
    level: .error,
    profile: .minimal,
    quality: .security,
    summary: "Somebody outside uses one of our data stores without an app in between.",
    rationale: """
      Every rule about who may see which record is in the app. Past it there is one account with all \
      tables, no limit, no log that says who looked, and no way to change a table without asking the \
      other company.
      """,
    detection: """
      A link in use leads to a store of ours from an element or a person that is external or in a zone \
      of trust `internet`, `partner` or `device`. Stores of type `file` and `object` are left out, as \
      files may be handed over there. Database connections across two zones are judged by \
      `database-through-zone-border`, jumps past a zone by `trust-border-skipped`.
      """,
    remedy: """
      Put an API before the store, or publish an extract made for the purpose, with only the fields \
      that the other side needs.
      """,
    falsePositives: """
      The store is run for others, as a data product with rights of its own: model it as an app.
      """,
    question: "Which query from outside would you not want to be asked, and what refuses it?",
    references: [
      "Threagile, risk rule unguarded-direct-datastore-access",
      "CIS Critical Security Controls Version 8, Control 3: Data Protection",
    ],
    examples: [
      RuleExample(
        "a supplier reads the stock tables",
        """
        systems:
          supplier: { name: Supplier, external: true, type: partner }
        stores:
          stock: { name: Stock, type: relational }
        links:
          - ⟦supplier -> stock⟧: reads levels
            via: sql
        """),
      RuleExample(
        "the supplier asks an app",
        """
        systems:
          supplier: { name: Supplier, external: true, type: partner }
        apps:
          levels: { name: Stock levels, type: api }
        stores:
          stock: { name: Stock, type: relational }
        links:
          - supplier -> levels: asks for levels
            via: rest
          - levels -> stock: reads
            via: sql
        """),
      RuleExample(
        "files may be handed over, a search index may not be searched from the internet",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
        systems:
          supplier: { name: Supplier, external: true }
        people:
          reader: { name: Reader, zone: web }
        stores:
          drop: { name: Drop, type: object }
          index: { name: Index, type: search, zone: edge }
        links:
          - supplier -> drop: leaves files
            via: object-store
          - ⟦reader -> index⟧: searches
            via: rest
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func reachesIn(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Self {
    let standing = Evidence.standing(of: surroundings.source, in: graph)
    return "'\(link.source)' (\(standing)) uses the store '\(link.destination)' directly"
  }
}
