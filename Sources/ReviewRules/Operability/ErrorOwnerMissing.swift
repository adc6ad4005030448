public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds messages between two teams for whose failure neither of them stands.
public struct ErrorOwnerMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var unowned: [Border: [Int]] = [:]
    for link in graph.solution.links.indices where Self.mayFailUnseen(link, in: graph) {
      guard let border = Border(of: link, in: graph) else { continue }
      if graph.solution.links[link].failure.errorOwner == nil {
        unowned[border, default: []].append(link)
      } else {
        verdicts.used("error-owner", ofLink: link)
        verdicts.pass()
      }
    }
    for (border, links) in unowned.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(border, links.map { graph.solution.links[$0] }))
    }
  }

  /// Whether nobody waits for the outcome, and something of worth travels.
  private static func mayFailUnseen(_ link: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[link].isInUse, !graph.solution.links[link].carries.isEmpty else {
      return false
    }
    switch graph.traits[link].interaction {
    case .asynchronous, .batch: return true
    case .synchronous, .userInterface, nil: return false
    }
  }

  /// Two teams, the sending one first.
  private struct Border: Hashable, Comparable {
    let sender: TeamID
    let receiver: TeamID

    /// Nil where one team owns both ends, or nobody owns one.
    init?(of link: Int, in graph: SolutionGraph) {
      guard let ends = graph.solution.index(of: graph.solution.links[link].source),
        let far = graph.solution.index(of: graph.solution.links[link].destination),
        let sender = graph.placements[ends].owner, let receiver = graph.placements[far].owner,
        sender != receiver
      else { return nil }
      self.sender = sender
      self.receiver = receiver
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.sender, left.receiver) < (right.sender, right.receiver)
    }
  }

  private static func finding(_ border: Border, _ links: [Link]) -> Finding {
    Finding(
      descriptor, .nobodyStands(border.sender, border.receiver, links), at: .link(links[0].id),
      weighs: links.map { .link($0.id) },
      roles: [
        Finding.Role("sender", .team(border.sender)),
        Finding.Role("receiver", .team(border.receiver)),
      ],
      evidence: Evidence(
        path: Evidence.steps(along: [links[0]]),
        figures: [.init("links without an error owner", "\(links.count)")]),
      related: links.dropFirst().map { Finding.Related(.link($0.id), "has no error owner either") })
  }

  public static let descriptor = RuleDescriptor(
    id: "error-owner-missing",
    title: "Error owner missing",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .maintainability,
    summary: "Data passes from one team to another, and neither stands for what fails on the way.",
    rationale: """
      Nobody waits for a message or a file, so nobody sees that it failed. Between two teams each \
      takes the other to be looking: the sender has sent, the receiver has received nothing to \
      complain about.
      """,
    detection: """
      Asynchronous and batch links in use that carry data, whose two ends have different owners, and \
      that name no `error-owner`. One finding for each pair of sending and receiving team; the place \
      is the first of the links.
      """,
    remedy: """
      Agree on one team that looks after failed messages, usually the receiving one, and name it as \
      `error-owner`.
      """,
    falsePositives:
      "A team for integration looks after all channels: name it as `error-owner` once and for all.",
    question: "Who looked at the messages that failed last week, and what became of them?",
    references: [
      "Hohpe, Woolf: Enterprise Integration Patterns, Dead Letter Channel"
    ],
    examples: [
      RuleExample(
        "orders pass from sales to finance, and nobody looks at those that fail",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        data: { order: { master: shop } }
        links:
          - ⟦shop -> ledger⟧: sends the orders of the day
            via: sftp
            carries: [order]
        """),
      RuleExample(
        "finance looks after what fails",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          ledger: { name: Ledger, owner: finance }
        data: { order: { master: shop } }
        links:
          - shop -> ledger: sends the orders of the day
            via: sftp
            carries: [order]
            error-owner: finance
        """),
      RuleExample(
        "one finding a pair of teams; calls and links within a team are left alone",
        """
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales }
          prices: { name: Prices, owner: sales }
          ledger: { name: Ledger, owner: finance }
        data: { order: { master: shop } }
        links:
          - shop -> ledger: sends orders
            via: sftp
            carries: [order]
          - ⟦prices -> ledger⟧: sends prices
            via: sftp
            carries: [order]
          - shop -> prices: tells of orders
            via: webhook
            carries: [order]
          - ledger -> shop: asks for an order
            via: rest
            timeout: 1s
            carries: [order]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func nobodyStands(_ sender: TeamID, _ receiver: TeamID, _ links: [Link])
    -> Self
  {
    """
    nobody stands for what fails between '\(sender)' and '\(receiver)' \
    (\(Wording.count(links.count, "link"))): \
    \(links.prefix(4).map { Wording.name($0) }.joined(separator: ", "))
    """
  }
}
