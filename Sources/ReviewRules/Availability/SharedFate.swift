public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds alternatives that fail together, because one thing carries them all.
public struct SharedFate: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let fates = graph.sharedFates()
    for fate in fates {
      for link in fate.links { verdicts.used(.link(link, "fallback")) }
      verdicts.fail(Self.finding(fate))
    }
    let failing = Set(fates.flatMap(\.links))
    for link in graph.traits.indices
    where graph.traits[link].isInUse && !failing.contains(graph.linkID(link)) {
      let failure = graph.solution.links[link].failure
      if failure.fallback == .alternative || failure.standIn != nil { verdicts.pass() }
    }
  }

  private static func finding(_ fate: SolutionGraph.SharedFate) -> Finding {
    // One link that names its stand-in is to blame itself.
    let place: ElementPath =
      fate.links.count == 1 ? .link(fate.links[0], "fallback-to") : .element(fate.user)
    return Finding(
      descriptor, .failTogether(fate), at: place,
      roles: [Finding.Role("user", .element(fate.user))]
        + fate.alternatives.map { Finding.Role("alternative", .element($0)) },
      evidence: Evidence(
        path: [
          Evidence.Step(.element(fate.user), "changes over between \(fate.alternatives.count)"),
          Evidence.Step(.element(fate.alternatives[0]), "one of them"),
          Evidence.Step(.element(fate.shared[0]), "carries all of them"),
        ],
        figures: [
          .init("alternatives", "\(fate.alternatives.count)"),
          .init("shared by all", Wording.list(fate.shared.map(\.text))),
        ],
        assumptions: [
          "What one element uses with `fallback: alternative` stands in for each other."
        ]),
      related: fate.links.map { Finding.Related(.link($0), "counts on another one") }
        + fate.shared.prefix(5).map { Finding.Related(.element($0), "is shared by all of them") })
  }

  public static let descriptor = RuleDescriptor(
    id: "shared-fate",
    title: "Shared fate",
    family: .availability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Alternatives that stand in for each other need the same single element.",
    rationale: """
      Two of a kind help only against what strikes one of them. Below one database, one gateway or \
      one provider they go down in the same minute, and the fallback was paid for and never works.
      """,
    detection: """
      Alternatives are the destination of a link and its `fallback-to`, and what an element uses with \
      `fallback: alternative`. There is an element without redundancy that all of them are, need along \
      hard links, or are run by (`provider`), at any distance up to 500 elements; or they all lie in \
      one external system. Without `instances` an element counts as not redundant.
      """,
    remedy: """
      Give the alternatives a foundation each: another store, another provider, another way in; or \
      make the shared element redundant, and say so with `instances`.
      """,
    falsePositives: """
      The alternatives are for the case that one of them is wrong or full, not that it is down; or \
      the shared element is a managed cluster: declare its `instances`.
      """,
    question: "What single thing, switched off, would take all of these at once?",
    references: [
      "AWS Well-Architected, REL10-BP01: Deploy the workload to multiple locations",
      "Azure Well-Architected Framework, Redundancy: https://learn.microsoft.com/azure/well-architected/reliability/redundancy",
    ],
    examples: [
      RuleExample(
        "two payment services on one account store",
        """
        apps:
          ⟦shop⟧: Web shop
          cards: Card payment
          transfer: Bank transfer
        stores:
          accounts: { name: Accounts, type: relational }
        links:
          - shop -> cards: pays by card
            via: rest
            fallback: alternative
          - shop -> transfer: pays by transfer
            via: rest
            fallback: alternative
          - cards -> accounts: books
            via: sql
          - transfer -> accounts: books
            via: sql
        """),
      RuleExample(
        "each of the two has a store of its own",
        """
        apps:
          shop: Web shop
          cards: Card payment
          transfer: Bank transfer
        stores:
          card-accounts: { name: Card accounts, type: relational }
          bank-accounts: { name: Bank accounts, type: relational }
        links:
          - shop -> cards: pays by card
            via: rest
            fallback: alternative
          - shop -> transfer: pays by transfer
            via: rest
            fallback: alternative
          - cards -> card-accounts: books
            via: sql
          - transfer -> bank-accounts: books
            via: sql
        """),
      RuleExample(
        "two services of one provider, and a shared store that is redundant",
        """
        apps:
          ⟦shop⟧: Web shop
          desk: Desk
          cards: Card payment
          transfer: Bank transfer
        systems:
          provider: { external: true, apps: { mail: Mail, messages: Messages } }
        stores:
          accounts: { name: Accounts, instances: 3, needs: 2 }
        links:
          - { from: shop, to: mail, via: rest, fallback: alternative }
          - { from: shop, to: messages, via: rest, fallback: alternative }
          - { from: desk, to: cards, via: rest, fallback: alternative }
          - { from: desk, to: transfer, via: rest, fallback: alternative }
          - { from: cards, to: accounts, via: sql }
          - { from: transfer, to: accounts, via: sql }
        """, testOnly: true),
      RuleExample(
        "a stand-in in the same cluster stands in for nothing",
        """
        systems:
          cluster: Cluster
        apps:
          shop: Web shop
          prices: { name: Prices, provider: cluster }
          old-prices: { name: Old prices, provider: cluster }
          list: Price list
        links:
          - { from: shop, to: prices, id: one, via: rest, fallback-to: ⟦old-prices⟧ }
          - { from: shop, to: prices, id: two, via: rest, fallback-to: list }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func failTogether(_ fate: SolutionGraph.SharedFate) -> Self {
    """
    \(Wording.list(fate.alternatives.map(\.text), showing: 3)) stand in for each other, and none \
    works without '\(fate.shared[0])'
    """
  }
}
