public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds systems that need each other in a circle although none of their parts does.
public struct CyclicSystems: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for circle in subject.graph.systemCircles() {
      verdicts.fail(Self.finding(circle, in: subject.graph))
    }
  }

  private static func finding(_ circle: SystemCircle, in graph: SolutionGraph) -> Finding {
    let ids = circle.systems.map(graph.elementID)
    let links = circle.example.map { graph.solution.links[$0] }
    return Finding(
      descriptor, .goRound(ids), at: .element(ids[0]),
      roles: ids.map { Finding.Role("member", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: links),
        figures: [
          .init("systems", "\(ids.count)"),
          .init("links of the shortest way round", "\(links.count)"),
        ]),
      related: ids.dropFirst().map { Finding.Related(.element($0), "is part of the circle") }
        + links.map { Finding.Related(.link($0.id), "is a step of the way round") },
      cures: links.prefix(20).map { Cure(.cut($0.id)) })
  }

  public static let descriptor = RuleDescriptor(
    id: "cyclic-systems",
    title: "Cyclic systems",
    family: .coupling,
    level: .note,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "Systems need each other in a circle, over different parts of each.",
    rationale: """
      No part waits for itself, but the systems cannot be bought, replaced, tested or started one \
      by one. The circle hides as long as people look at apps, and shows when one system goes.
      """,
    detection: """
      The systems as groups of what lies in them: a group of strongly connected systems over hard \
      links, links on a screen and sign-on left out. A system and what lies in it are one. Where \
      parts of two of the systems already go round by themselves, the group is left to \
      cyclic-dependency and mutual-dependency.
      """,
    remedy: """
      Take the part that closes the circle out of its system, or cut its hard link by an event or a \
      copy. Often it is a part that lies in the wrong system.
      """,
    falsePositives: """
      The systems are names of departments rather than things that are released.
      """,
    question: "Which of these systems could be started first after a blackout?",
    references: [
      "Robert C. Martin, Agile Software Development, 2002: Acyclic Dependencies Principle"
    ],
    examples: [
      RuleExample(
        "the shop needs billing, and the ledger needs the customers of the shop",
        """
        systems:
          ⟦commerce⟧:
            apps: { shop: Shop, customers: Customers }
          finance:
            apps: { billing: Billing, ledger: Ledger }
        links:
          - { from: shop, to: billing, via: rest, timeout: 1s }
          - { from: ledger, to: customers, via: rest, timeout: 1s }
        """),
      RuleExample(
        "the ledger keeps a copy of the customers",
        """
        systems:
          commerce:
            apps: { shop: Shop, customers: Customers }
          finance:
            apps: { billing: Billing, ledger: Ledger }
        links:
          - { from: shop, to: billing, via: rest, timeout: 1s }
          - { from: ledger, to: customers, via: rest-pull, poll: 60s }
        """),
      RuleExample(
        "parts that go round themselves are told of as parts",
        """
        systems:
          one: { apps: { a: A } }
          two: { apps: { b: B } }
        links:
          - { from: a, to: b, via: rest, timeout: 1s }
          - { from: b, to: a, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func goRound(_ ids: [ElementID]) -> Self {
    """
    \(ids.count) systems need each other in a circle over different parts: \
    \(Wording.list(ids.map(\.text)))
    """
  }
}
