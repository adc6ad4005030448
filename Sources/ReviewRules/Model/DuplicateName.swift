public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds different parts that people call by one name.
public struct DuplicateName: Rule {
  public init() {}

  /// What tells names apart for a reader: the kind of thing, and the letters without their size.
  private struct Key: Hashable, Comparable {
    let kind: ElementKind
    let name: String

    static func < (left: Self, right: Self) -> Bool {
      (left.name, left.kind.rawValue) < (right.name, right.kind.rawValue)
    }
  }

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var bearers: [Key: [Int]] = [:]
    for vertex in graph.solution.elements.indices
    where graph.solution.elements[vertex].kind != .module {
      // Without a name of its own it is known by its id, and a path tells those apart.
      guard graph.solution.elements[vertex].name != graph.elementID(vertex).lastPart else {
        continue
      }
      let key = Key(
        kind: graph.solution.elements[vertex].kind,
        name: graph.solution.elements[vertex].name.lowercased())
      bearers[key, default: []].append(vertex)
    }
    for (_, vertices) in bearers.sorted(by: { $0.key < $1.key }) {
      if vertices.count == 1 {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(vertices.map(graph.elementID)))
      }
    }
  }

  private static func finding(_ ids: [ElementID]) -> Finding {
    Finding(
      descriptor, .shareName(ids), at: .element(ids[0]),
      roles: ids.map { Finding.Role("bearer", .element($0)) },
      evidence: Evidence(figures: [.init("elements of one name", "\(ids.count)")]),
      related: ids.dropFirst().map { Finding.Related(.element($0, "name"), "has the same name") })
  }

  public static let descriptor = RuleDescriptor(
    id: "duplicate-name",
    title: "Duplicate name",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .interactionCapability,
    summary: "Two parts of one kind bear the same name.",
    rationale: """
      In a meeting, in a picture and in a ticket there is only the name. Two things behind it are one \
      thing for all who listen, and each hears the one that he knows.
      """,
    detection: """
      Two elements of one kind declare the same `name`, whatever the size of its letters. Modules are \
      left out, and so is what has no name but its id.
      """,
    remedy: "Give each the name that its users would use to tell it from the other.",
    falsePositives:
      "They are two of one sort on purpose, such as one cash desk a shop: number them.",
    question: "Somebody reports that it is down: which of them is meant?",
    references: ["Evans: Domain-Driven Design, chapter 2, Ubiquitous Language"],
    examples: [
      RuleExample(
        "two stores by the name of Orders",
        """
        stores:
          ⟦sales-orders⟧: { name: Orders, type: relational }
          supply-orders: { name: Orders, type: relational }
        """),
      RuleExample(
        "each has its own name",
        """
        stores:
          sales-orders: { name: Orders of customers, type: relational }
          supply-orders: { name: Orders at suppliers, type: relational }
        """),
      RuleExample(
        "small letters count as large ones; kinds are told apart; ids are no names",
        """
        systems:
          erp: { apps: { gateway: {}, ⟦ledger⟧: { name: Ledger } } }
          crm: { apps: { gateway: {} }, stores: { ledger-db: { name: Ledger } } }
        apps:
          old: { name: LEDGER }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func shareName(_ ids: [ElementID]) -> Self {
    "\(ids.count) elements bear one name: \(Wording.list(ids.map(\.text)))"
  }
}
