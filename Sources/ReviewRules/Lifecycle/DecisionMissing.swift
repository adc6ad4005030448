public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that were agreed among alternatives without a decision that says why.
public struct DecisionMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for link in links.indices where !links[link].record.alternatives.isEmpty {
      switch links[link].status {
      case nil:
        if links[link].record.decision == nil { verdicts.unknown(missing: "status", ofLink: link) }
      case .idea?, .proposed?, .retired?, .deprecated?: continue
      case .agreed?, .live?:
        if links[link].record.decision == nil {
          verdicts.fail(Self.finding(links[link]))
        } else {
          verdicts.used("decision", ofLink: link)
          verdicts.pass()
        }
      }
    }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .wasDecidedUnseen(link), at: .link(link.id),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("status", link.status?.rawValue ?? ""),
          .init("alternatives", link.record.alternatives.map(\.text).joined(separator: ", ")),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "decision-missing",
    title: "Decision missing",
    family: .lifecycle,
    level: .note,
    profile: .board,
    quality: .maintainability,
    summary: "A link was agreed among alternatives, and nothing says why this one.",
    rationale: """
      In two years somebody asks why it was not done the other way. Without the reasons of the day the \
      discussion begins anew, and with the same loudest voice.
      """,
    detection: """
      A link with `status: agreed` or `live` lists `alternatives` and names no `decision`. Without a \
      status it is unknown.
      """,
    remedy:
      "Write down in half a page what was weighed and what decided, and name it as `decision`.",
    falsePositives: "The alternatives were never serious: take them out.",
    question: "What would have to change for one of the alternatives to be the better one?",
    references: [
      "Nygard: Documenting Architecture Decisions", "MADR, Markdown Architectural Decision Records",
    ],
    examples: [
      RuleExample(
        "a topic was chosen over a call, and nobody knows why",
        """
        apps: { shop: Web shop, ledger: Ledger }
        links:
          - ⟦shop -> ledger⟧: tells of orders
            via: topic
            status: agreed
            alternatives: [rest, sftp]
        """),
      RuleExample(
        "the decision is on record",
        """
        apps: { shop: Web shop, ledger: Ledger }
        links:
          - shop -> ledger: tells of orders
            via: topic
            status: agreed
            alternatives: [rest, sftp]
            decision: adr-0007
        """),
      RuleExample(
        "what is still being weighed needs none",
        """
        apps: { shop: Web shop, ledger: Ledger, stock: Stock }
        links:
          - { from: shop, to: ledger, via: topic, status: proposed, alternatives: [rest] }
          - { from: shop, to: stock, via: rest, timeout: 1s, status: live }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func wasDecidedUnseen(_ link: Link) -> Self {
    """
    \(Wording.name(link)) is \(link.status?.rawValue ?? "") by '\(link.via?.text ?? "no option")', \
    and no decision says why not by \(Wording.list(link.record.alternatives.map(\.text)))
    """
  }
}
