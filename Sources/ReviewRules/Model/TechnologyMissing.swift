public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts of our own of which nobody says what they are made with.
public struct TechnologyMissing: Rule {
  /// From how many neighbours without a technology they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many neighbours without a technology they are one finding (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var bare: [Int] = []
    for vertex in graph.solution.elements.indices where graph.isRun(vertex) {
      guard graph.solution.elements[vertex].kind != .system else { continue }
      if graph.solution.elements[vertex].technology == nil {
        verdicts.lacks("technology", ofElement: vertex)
        bare.append(vertex)
      } else {
        verdicts.used("technology", ofElement: vertex)
        verdicts.pass()
      }
    }
    for group in ElementGroup.gather(bare, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group))
    }
  }

  private static func finding(_ group: ElementGroup) -> Finding {
    let message: Finding.Message =
      group.single.map { .isMadeOfNothing($0) } ?? .areMadeOfNothing(group.members, in: group.scope)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      related: group.single == nil
        ? group.members.map { Finding.Related(.element($0), "names no technology") } : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "technology-missing",
    title: "Technology missing",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "Nothing says what a part of our own is made with.",
    rationale: """
      Whether its vendor still mends it, how large a message it takes and who can work on it all follow \
      from that one line. Without it those rules are silent, which is not the same as content.
      """,
    detection: """
      An app, store or channel of our own, neither planned nor retired, without `technology`. From \
      `fold-from` neighbours on they are one finding, at what is around them.
      """,
    remedy: "Name the product and its version, as in `PostgreSQL 16`.",
    falsePositives: "A platform hides it, and its owner sees to all of that: name the platform.",
    question: "Which version of what would have to be patched tonight?",
    references: ["C4 model: containers are labelled with their technology, https://c4model.com"],
    examples: [
      RuleExample(
        "nobody knows what the stock runs on",
        """
        apps:
          shop: { name: Web shop, technology: Mendix 10 }
          ⟦stock⟧: Stock
        """),
      RuleExample(
        "both name it",
        """
        apps:
          shop: { name: Web shop, technology: Mendix 10 }
          stock: { name: Stock, technology: Kotlin 2.1 }
        """),
      RuleExample(
        "many are one finding; systems, planned and external parts need none",
        """
        systems:
          ⟦commerce⟧:
            apps: { a: A, b: B, c: C }
            stores: { d: D }
        apps:
          bank: { external: true }
          points: { lifecycle: planned }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isMadeOfNothing(_ id: ElementID) -> Self {
    "\(Wording.name(id)) names no technology"
  }

  fileprivate static func areMadeOfNothing(_ ids: [ElementID], in scope: ElementID?) -> Self {
    let place = scope.map { " of \(Wording.name($0))" } ?? ""
    return "\(ids.count) parts\(place) name no technology: \(Wording.list(ids.map(\.text)))"
  }
}
