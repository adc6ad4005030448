public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links of which nobody says how the two ends talk.
public struct OptionMissing: Rule {
  /// From how many such links on they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many links without an option they are one finding (links)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var bare: [Int] = []
    for link in graph.solution.links.indices
    where graph.traits[link].isInUse && graph.solution.links[link].status != .idea {
      if graph.solution.links[link].via != nil || graph.solution.links[link].interaction != nil {
        verdicts.used("via", ofLink: link)
        verdicts.pass()
      } else if !Self.isOfPerson(link, in: graph) {
        verdicts.lacks("via", ofLink: link)
        bare.append(link)
      }
    }
    for group in LinkGroup.gather(bare, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group, in: graph))
    }
  }

  private static func isOfPerson(_ link: Int, in graph: SolutionGraph) -> Bool {
    graph.legs(of: link).first.map { graph.solution.elements[$0.source].kind == .person } ?? false
  }

  private static func finding(_ group: LinkGroup, in graph: SolutionGraph) -> Finding {
    let message: Finding.Message =
      group.single.flatMap(graph.solution.link).map { .saysNotHow($0) }
      ?? .sayNotHow(group.members.count)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      evidence: Evidence(figures: [.init("links without an option", "\(group.members.count)")]),
      related: group.related("has no option"))
  }

  public static let descriptor = RuleDescriptor(
    id: "option-missing",
    title: "Option missing",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "Nothing says how the two ends of a link talk to each other.",
    rationale: """
      Whether somebody waits, what is lost when an end is down, and what it costs to build all follow \
      from the option. A line without it is a wish that two things be connected.
      """,
    detection: """
      A link in use that is more than an idea, does not start at a person, and has neither `via` nor \
      `interaction`. From `fold-from` links on they are one finding.
      """,
    remedy: "Choose the integration option with both ends, and declare it as `via`.",
    falsePositives: "The choice is open: give the link `status: idea`, and its `alternatives`.",
    question: "Does the caller wait for the answer, or go on?",
    references: ["Structurizr, inspections: relationship without a technology"],
    examples: [
      RuleExample(
        "the shop and the stock talk somehow",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - ⟦shop -> stock⟧: reserves articles
        """),
      RuleExample(
        "the shop calls the stock",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - shop -> stock: reserves articles
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "many are one finding",
        """
        solution: ⟦Example⟧
        apps: { a: A, b: B, c: C, d: D, e: E }
        links:
          - a -> b: uses
          - b -> c: uses
          - c -> d: uses
          - d -> e: uses
        """, testOnly: true),
      RuleExample(
        "ideas, people, and links that say whether they wait",
        """
        people: { buyer: Buyer }
        apps: { a: A, b: B, c: C }
        links:
          - buyer -> a: buys
          - a -> b: uses
            status: idea
          - b -> c: uses
            interaction: async
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func saysNotHow(_ link: Link) -> Self {
    "\(Wording.name(link)) does not say by which option the two ends talk"
  }

  fileprivate static func sayNotHow(_ count: Int) -> Self {
    "\(count) links do not say by which option their ends talk"
  }
}
