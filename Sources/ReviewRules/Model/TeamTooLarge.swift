public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds teams that are too large to work as one.
public struct TeamTooLarge: Rule {
  /// The most developers of a team.
  public var maximumDevelopers = 10

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-developers", \.maximumDevelopers, in: 2...1000,
      "The most developers of a team (people)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var owned: [TeamID: [Int]] = [:]
    for vertex in graph.solution.elements.indices
    where graph.isRun(vertex) && graph.solution.elements[vertex].kind != .system {
      if let team = graph.placements[vertex].owner { owned[team, default: []].append(vertex) }
    }
    for team in graph.solution.teams {
      guard let parts = owned[team.id] else { continue }
      guard let developers = team.developers else {
        verdicts.unknown(missing: [ElementPath(.team(team.id), "developers")])
        continue
      }
      verdicts.used(ElementPath(.team(team.id), "developers"))
      if developers > maximumDevelopers {
        verdicts.fail(finding(team.id, developers, parts.map(graph.elementID)))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ team: TeamID, _ developers: Int, _ parts: [ElementID]) -> Finding {
    Finding(
      Self.descriptor, .isTooLarge(team, developers, limit: maximumDevelopers, parts: parts.count),
      at: ElementPath(.team(team), "developers"), roles: [Finding.Role("team", .team(team))],
      evidence: Evidence(figures: [
        .init("developers", "\(developers)"),
        .init("most developers", "\(maximumDevelopers)", basis: "setting"),
        .init("parts that it owns", "\(parts.count)"),
        .init("ways to talk, n(n-1)/2", "\(developers * (developers - 1) / 2)"),
      ]),
      related: parts.prefix(20).map { Finding.Related(.element($0), "is owned by it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "team-too-large",
    title: "Team too large",
    family: .model,
    level: .note,
    profile: .board,
    quality: .maintainability,
    summary: "A team has more developers than can work as one.",
    rationale: """
      In a team of n there are n(n-1)/2 pairs who may have to talk: 28 with eight, 66 with twelve. \
      Beyond ten or so the day goes into agreeing, and the code grows two styles.
      """,
    detection: """
      `developers` of a team that owns an app, store or channel of the solution is above \
      `maximum-developers`. Without the number it is unknown.
      """,
    remedy: "Cut it along the parts that it owns, and give each half its own parts and releases.",
    falsePositives: "It is a department of several teams: describe the teams.",
    question: "Who in the team has never changed half of what it owns?",
    references: [
      "Brooks: The Mythical Man-Month, chapter 2", "Skelton, Pais: Team Topologies, chapter 3",
    ],
    examples: [
      RuleExample(
        "fourteen people, one team",
        """
        teams: { sales: { name: Sales IT, developers: ⟦14⟧ } }
        apps:
          shop: { name: Web shop, owner: sales }
          stock: { name: Stock, owner: sales }
        """),
      RuleExample(
        "two teams of seven",
        """
        teams:
          sales: { name: Sales IT, developers: 7 }
          logistics: { name: Logistics IT, developers: 7 }
        apps:
          shop: { name: Web shop, owner: sales }
          stock: { name: Stock, owner: logistics }
        """),
      RuleExample(
        "a team that owns nothing here, and one of unknown size",
        """
        teams:
          sales: Sales IT
          finance: { name: Finance IT, developers: 40 }
        apps:
          shop: { name: Web shop, owner: sales }
          bank: { name: Bank, owner: finance, external: true }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooLarge(_ team: TeamID, _ developers: Int, limit: Int, parts: Int)
    -> Self
  {
    "'\(team)' has \(developers) developers (limit \(limit)) for \(Wording.count(parts, "part"))"
  }
}
