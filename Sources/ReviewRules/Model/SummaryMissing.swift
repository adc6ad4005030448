public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts that nobody has described.
public struct SummaryMissing: Rule {
  /// From how many neighbours without a description they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many neighbours without a description they are one finding (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var silent: [Int] = []
    for vertex in graph.solution.elements.indices {
      switch graph.solution.elements[vertex].kind {
      case .person, .module: continue
      case .system, .application, .store, .channel: break
      }
      guard graph.placements[vertex].lifecycle != .retired else { continue }
      if graph.solution.elements[vertex].summary == nil,
        graph.solution.elements[vertex].description == nil
      {
        silent.append(vertex)
      } else {
        verdicts.used("summary", ofElement: vertex)
        verdicts.pass()
      }
    }
    for group in ElementGroup.gather(silent, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group))
    }
  }

  private static func finding(_ group: ElementGroup) -> Finding {
    let message: Finding.Message =
      group.single.map { .saysNothing($0) } ?? .sayNothing(group.members, in: group.scope)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      related: group.single == nil
        ? group.members.map { Finding.Related(.element($0), "has no summary") } : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "summary-missing",
    title: "Summary missing",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .interactionCapability,
    summary: "Nothing says in words what a part is for.",
    rationale: """
      A box with a name tells those who know it already. One sentence lets a newcomer, an auditor and \
      the team next door read the picture without asking.
      """,
    detection: """
      A system, app, store or channel that is not retired and has neither `summary` nor `description`. \
      From `fold-from` neighbours on they are one finding, at what is around them.
      """,
    remedy: "Write one sentence that says what it does for whom, as `summary`.",
    falsePositives: "The name says it all, as with *Mail server*: waive it, or write the sentence.",
    question: "How would you explain it to somebody on the first day?",
    references: ["Structurizr, inspections: element without a description"],
    examples: [
      RuleExample(
        "the stock is a name only",
        """
        apps:
          shop: { name: Web shop, summary: Sells articles to buyers at home }
          ⟦stock⟧: Stock
        """),
      RuleExample(
        "each says what it is for",
        """
        apps:
          shop: { name: Web shop, summary: Sells articles to buyers at home }
          stock: { name: Stock, summary: Knows how many of each article are left }
        """),
      RuleExample(
        "many neighbours are one finding; people and what is retired need none",
        """
        people: { buyer: Buyer }
        systems:
          ⟦commerce⟧:
            summary: Sells
            apps: { a: A, b: B, c: C, d: D }
          old: { lifecycle: retired }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func saysNothing(_ id: ElementID) -> Self {
    "\(Wording.name(id)) has no summary and no description"
  }

  fileprivate static func sayNothing(_ ids: [ElementID], in scope: ElementID?) -> Self {
    let place = scope.map { " of \(Wording.name($0))" } ?? ""
    return "\(ids.count) parts\(place) have no summary: \(Wording.list(ids.map(\.text)))"
  }
}
