public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds contracts between two teams that no test keeps.
public struct ContractTestMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices
    where graph.traits[link].isInUse && graph.traits[link].isStructural {
      guard let teams = Self.teams(of: link, in: graph), teams.using != teams.offering else {
        continue
      }
      switch graph.solution.links[link].testing.contractTest {
      case nil:
        verdicts.unknown(missing: "contract-test", ofLink: link)
      case true?:
        verdicts.used("contract-test", ofLink: link)
        verdicts.pass()
      case false?:
        verdicts.used("contract-test", ofLink: link)
        verdicts.fail(Self.finding(graph.solution.links[link], teams.using, teams.offering))
      }
    }
  }

  private static func teams(of link: Int, in graph: SolutionGraph) -> (
    using: TeamID, offering: TeamID
  )? {
    guard let source = graph.solution.index(of: graph.solution.links[link].source),
      let destination = graph.solution.index(of: graph.solution.links[link].destination),
      let using = graph.placements[source].owner, let offering = graph.placements[destination].owner
    else { return nil }
    return (using, offering)
  }

  private static func finding(_ link: Link, _ using: TeamID, _ offering: TeamID) -> Finding {
    Finding(
      descriptor, .isKeptByNoTest(link, using, offering), at: .link(link.id, "contract-test"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("owner of '\(link.source)'", using.text),
          .init("owner of '\(link.destination)'", offering.text), .init("contract-test", "no"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "contract-test-missing",
    title: "Contract test missing",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .maintainability,
    summary: "A link joins two teams, and no test keeps both sides to what was agreed.",
    rationale: """
      Within a team a broken interface is found at the desk. Between two teams each tests against its \
      own memory of the agreement, and the difference shows when both are deployed together, late and \
      in front of others.
      """,
    detection: """
      A link in use, other than on a screen or for signing on, whose ends are owned by different \
      teams and that says `contract-test: false`. Without the key it is unknown; an owner may come \
      from what is around an end.
      """,
    remedy: """
      Let the user of the interface write down what it relies on, as a test, and let the other side \
      run it in its build.
      """,
    falsePositives: "A schema registry refuses what does not fit: that is a contract test.",
    question: "If the other team renamed a field tonight, which build would turn red?",
    references: [
      "Robinson: Consumer-Driven Contracts, martinfowler.com",
      "Newman: Building Microservices, second edition, chapter 9",
    ],
    examples: [
      RuleExample(
        "finance learns of a changed order when the ledger fails",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 2s, contract-test: ⟦false⟧ }
        """),
      RuleExample(
        "the build of the ledger runs the tests of the shop",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 2s, contract-test: true }
        """),
      RuleExample(
        "within a team, and where nobody owns an end, it does not matter",
        """
        teams: { sales: Sales IT }
        apps:
          shop: { name: Web shop, owner: sales }
          stock: { name: Stock, owner: sales }
          bank: { name: Bank, external: true }
        links:
          - { from: shop, to: stock, via: rest, timeout: 2s, contract-test: false }
          - { from: shop, to: bank, via: rest, timeout: 2s, contract-test: false }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isKeptByNoTest(_ link: Link, _ using: TeamID, _ offering: TeamID) -> Self
  {
    "\(Wording.name(link)) joins '\(using)' and '\(offering)', and no contract test keeps it"
  }
}
