public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds pairs of teams that cannot work without each other.
public struct CrossTeamMutualDependency: Rule {
  /// The fewest hard links each way.
  public var minimumLinks = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "minimum-links", \.minimumLinks, in: 1...1000,
      "From how many hard links each way on two teams are bound to each other (links)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for tie in subject.graph.teamTies() {
      // A team that the model only names has no place to point at.
      guard subject.solution.team(tie.first) != nil, subject.solution.team(tie.second) != nil,
        min(tie.linksForth.count, tie.linksBack.count) >= minimumLinks
      else {
        verdicts.pass()
        continue
      }
      verdicts.fail(finding(tie, in: subject.graph))
    }
  }

  private func finding(_ tie: TeamTie, in graph: SolutionGraph) -> Finding {
    let fewer = tie.linksForth.count < tie.linksBack.count ? tie.linksForth : tie.linksBack
    let weaker = fewer == tie.linksForth ? tie.first : tie.second
    return Finding(
      Self.descriptor, .areBound(tie), at: ElementPath(.team(tie.first)),
      roles: [Finding.Role("team", .team(tie.first)), Finding.Role("team", .team(tie.second))],
      evidence: Evidence(figures: [
        .init(
          "hard links of '\(tie.first)'", "\(tie.linksForth.count) (limit \(minimumLinks - 1))"),
        .init(
          "hard links of '\(tie.second)'", "\(tie.linksBack.count) (limit \(minimumLinks - 1))"),
      ]),
      related: (tie.linksForth.prefix(10) + tie.linksBack.prefix(10)).map {
        Finding.Related(.link(graph.linkID($0)), "needs the other team's part")
      },
      remedy: """
        Decide who leads. The fewer links to turn round or to soften are the \(fewer.count) of \
        '\(weaker)': \(Wording.list(fewer.map { graph.linkID($0).text })).
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "cross-team-mutual-dependency",
    title: "Cross-team mutual dependency",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "Two teams need each other's parts, both ways and in several places.",
    rationale: """
      Neither can plan, release or mend without the other, so every change is a meeting. That is a \
      partnership, whether it was meant as one or not.
      """,
    detection: """
      For two declared teams: hard links from what the first owns to what the second owns, and \
      hard links back, `minimum-links` or more each way. Links on a screen and sign-on are left \
      out. The elements themselves need not go round; where they do, mutual-dependency and \
      cyclic-dependency tell of those.
      """,
    remedy: """
      Let one team be upstream with a contract and the other downstream: turn the fewer links \
      round, as events or copies, or give both parts to one team.
      """,
    falsePositives: """
      The teams are two halves of one group that plans and releases together.
      """,
    question: "Which of the two teams can release next week without asking the other?",
    references: [
      "Eric Evans, Domain-Driven Design, 2003: Customer/Supplier Development Teams",
      "Conway, How Do Committees Invent?, Datamation 14(4), 1968",
    ],
    examples: [
      RuleExample(
        "sales and finance need each other twice",
        """
        teams:
          ⟦finance⟧: Finance IT
          sales: Sales IT
        apps:
          shop: { name: Shop, owner: sales }
          crm: { name: CRM, owner: sales }
          billing: { name: Billing, owner: finance }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: billing, via: rest, timeout: 1s }
          - { from: shop, to: ledger, via: rest, timeout: 1s }
          - { from: billing, to: crm, via: rest, timeout: 1s }
          - { from: ledger, to: crm, via: rest, timeout: 1s }
        """),
      RuleExample(
        "finance keeps a copy of the customers",
        """
        teams:
          finance: Finance IT
          sales: Sales IT
        apps:
          shop: { name: Shop, owner: sales }
          crm: { name: CRM, owner: sales }
          billing: { name: Billing, owner: finance }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: billing, via: rest, timeout: 1s }
          - { from: shop, to: ledger, via: rest, timeout: 1s }
          - { from: billing, to: crm, via: rest-pull, poll: 60s }
          - { from: ledger, to: crm, via: rest-pull, poll: 60s }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func areBound(_ tie: TeamTie) -> Self {
    """
    teams '\(tie.first)' and '\(tie.second)' need each other: \
    \(Wording.count(tie.linksForth.count, "hard link")) forth and \(tie.linksBack.count) back
    """
  }
}
