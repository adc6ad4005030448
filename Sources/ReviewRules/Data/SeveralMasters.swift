public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data about which more than one element decides.
public struct SeveralMasters: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for object in subject.solution.data where !object.masters.isEmpty {
      let masters = Self.separate(object.masters, in: subject.graph)
      verdicts.used(.data(object.id, "master"))
      if masters.count > 1 {
        verdicts.fail(Self.finding(object, masters))
      } else {
        verdicts.pass()
      }
    }
  }

  /// The masters in use, each once, without those that only lie around another one; by id.
  private static func separate(_ masters: [ElementID], in graph: SolutionGraph) -> [ElementID] {
    let vertices = Set(masters.compactMap { graph.solution.index(of: $0) })
      .filter { graph.placements[$0].lifecycle != .retired }
    var surrounding: Set<Int> = []
    for vertex in vertices {
      var outer = graph.placements[vertex].parent
      while let parent = outer, surrounding.insert(parent).inserted {
        outer = graph.placements[parent].parent
      }
    }
    return vertices.subtracting(surrounding).sorted().map(graph.elementID)
  }

  private static func finding(_ object: DataObject, _ masters: [ElementID]) -> Finding {
    Finding(
      descriptor, .hasSeveralMasters(object, masters), at: .data(object.id, "master"),
      level: level(of: object),
      roles: [Finding.Role("data", .data(object.id))]
        + masters.map { Finding.Role("master", .element($0)) },
      evidence: Evidence(
        figures: [
          Evidence.Figure("masters", "\(masters.count)"),
          Evidence.Figure(
            "class", object.class?.rawValue ?? "not declared",
            basis: object.class == nil ? "counted as transactional" : nil),
        ]),
      related: masters.map { Finding.Related(.element($0), "decides about it") })
  }

  /// Lost updates hurt most where the business works on the data itself.
  private static func level(of object: DataObject) -> Level? {
    switch object.class {
    case .master, .transactional, nil: nil
    case .reference, .event, .analytical, .content, .configuration, .identity, .log: .warning
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "several-masters",
    title: "Several masters",
    family: .data,
    level: .error,
    profile: .minimal,
    quality: .functionalSuitability,
    summary: "More than one element decides about the same data.",
    rationale: """
      Two masters accept two different changes to one record at the same time, and both told their \
      caller that it worked. Whichever transfer runs last wins, and the other change is lost without \
      an error anywhere.
      """,
    detection: """
      `master` lists more than one element in use. An element and what lies inside it count as one. \
      The level is *error* for master and transactional data and where the class is not declared, \
      *warning* for the other classes.
      """,
    remedy: """
      Keep one master and make the others readers that send it commands. Where two teams each own a \
      part of the fields, describe the parts as two data entities with a master each.
      """,
    falsePositives: """
      The masters never hold the same record, such as one for each country: describe the parts as data \
      entities of their own.
      """,
    question:
      "If both change the same record within a second, whose change survives, and who is told?",
    references: [
      "Mendix documentation, Architecture best practices: Central data",
      "Mendix documentation, Architecture best practices: Microservices with Mendix",
    ],
    examples: [
      RuleExample(
        "the shop and the ERP both decide about orders",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
        data:
          order: { class: transactional, ⟦master⟧: [shop, erp] }
        """),
      RuleExample(
        "the shop decides, the ERP reads",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
        data:
          order: { class: transactional, master: shop }
        links:
          - { from: shop, to: erp, via: topic, carries: [order] }
        """),
      RuleExample(
        "an app in a system, and a retired element, are no second master",
        """
        systems:
          commerce:
            name: Commerce
            apps:
              shop: Web shop
          erp: { name: ERP, lifecycle: retired }
        data:
          order: { master: [commerce, shop, erp] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasSeveralMasters(
    _ object: DataObject, _ masters: [ElementID]
  ) -> Self {
    """
    \(Wording.name(object.id)) has \(masters.count) masters (limit 1): \
    \(Wording.list(masters.map(\.text)))
    """
  }
}
