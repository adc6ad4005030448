public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces that hand the tables of an app to another team.
public struct InternalModelExposed: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for place in graph.traits.indices where graph.traits[place].isInUse {
      guard
        graph.solution.links[place].via == .odata
          || graph.solution.links[place].contract?.kind == .odata
      else { continue }
      let link = graph.solution.links[place]
      guard let source = graph.solution.index(of: link.source),
        let destination = graph.solution.index(of: link.destination),
        graph.solution.elements[source].kind != .person
      else { continue }
      let (near, far) = (graph.placements[source], graph.placements[destination])
      guard let own = near.owner, let other = far.owner else {
        let gaps = [(source, near), (destination, far)].filter { $0.1.owner == nil }
        verdicts.unknown(missing: gaps.map { .element(graph.elementID($0.0), "owner") })
        continue
      }
      if own == other || Self.isMeantFor(source, destination, in: graph.solution) {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(link, own, other))
      }
    }
  }

  /// Reporting reads whole tables anyway, and standard systems publish a model of their own.
  private static func isMeantFor(_ source: Int, _ destination: Int, in solution: Solution) -> Bool {
    switch solution.elements[source].type?.rawValue {
    case "bi", "warehouse": return true
    default: break
    }
    switch solution.elements[destination].type?.rawValue {
    case "erp", "crm", "saas": return true
    default: return solution.elements[destination].isChangeable == false
    }
  }

  private static func finding(_ link: Link, _ own: TeamID, _ other: TeamID) -> Finding {
    Finding(
      descriptor, .exposesTables(link, own, other),
      at: .link(link.id, link.via == .odata ? "via" : "contract"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("contract", "odata"), .init("team of the consumer", own.text),
          .init("team of the provider", other.text),
        ]),
      related: [Finding.Related(.element(link.destination), "shows its tables")])
  }

  public static let descriptor = RuleDescriptor(
    id: "internal-model-exposed",
    title: "Internal model exposed",
    family: .coupling,
    level: .note,
    weighs: [.exposure],
    profile: .strict,
    quality: .maintainability,
    summary: "One team reads the model of another team's app as if it were its own.",
    rationale: """
      A contract in the shape of tables changes with the tables. Consumers filter and join as they \
      like, so the provider cannot know what is used, and cannot change anything.
      """,
    detection: """
      A link via `odata`, or with an `odata` contract, between elements of different owners. In \
      order: consumers of type `bi` or `warehouse`, and providers of type `erp`, `crm` or `saas` or \
      with `changeable: false`, whose published model is a product. Without both owners the link is \
      unknown. Direct use of tables is direct-database-access's.
      """,
    remedy: """
      Offer what the consumer needs as a service with a shape of its own, one operation for one \
      question, and keep the tables behind it.
      """,
    falsePositives: """
      The entity set was made for this consumer and is kept apart from the tables.
      """,
    question: "Which field of this model could the provider rename this week?",
    references: [
      "OData Version 4.01, OASIS Standard: https://docs.oasis-open.org/odata/odata/v4.01/",
      "Eric Evans, Domain-Driven Design, 2003: Open Host Service, Conformist",
    ],
    examples: [
      RuleExample(
        "service reads the entities of billing",
        """
        teams: { service: Service IT, finance: Finance IT }
        apps:
          desk: { name: Service desk, owner: service }
          billing: { name: Billing, owner: finance }
        links:
          - desk -> billing: reads invoices
            via: ⟦odata⟧
            timeout: 2s
        """),
      RuleExample(
        "billing offers what the desk shows",
        """
        teams: { service: Service IT, finance: Finance IT }
        apps:
          desk: { name: Service desk, owner: service }
          billing: { name: Billing, owner: finance }
        links:
          - desk -> billing: reads invoices
            via: rest
            timeout: 2s
        """),
      RuleExample(
        "one team, reporting, and a model that is a product",
        """
        teams: { one: One, two: Two }
        apps: { a: { owner: one }, b: { owner: one }, c: { owner: two } }
        systems: { erp: { type: erp, owner: two }, bi: { type: bi, owner: two } }
        links:
          - { from: a, to: b, via: odata, timeout: 2s }
          - { from: a, to: erp, via: odata, timeout: 2s }
          - { from: bi, to: a, via: odata, timeout: 2s }
          - { from: c, to: b, via: ⟦odata⟧, timeout: 2s }
        """, testOnly: true),
    ])
}

extension OptionID {
  fileprivate static let odata = Self("odata")
}

extension Finding.Message {
  fileprivate static func exposesTables(_ link: Link, _ own: TeamID, _ other: TeamID) -> Self {
    """
    \(Wording.name(link)) shows the model of '\(link.destination)', which team '\(other)' owns, to \
    team '\(own)' as it is
    """
  }
}
