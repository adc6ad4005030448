public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that are said to be hard and to have a fallback.
public struct ContradictoryNeed: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices where subject.graph.traits[place].isInUse {
      guard let need = links[place].failure.need, let fallback = links[place].failure.fallback
      else { continue }
      if need == .hard, fallback != .none {
        verdicts.fail(Self.finding(links[place], fallback))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link, _ fallback: Fallback) -> Finding {
    Finding(
      descriptor, .isHardWithFallback(link, fallback), at: .link(link.id, "need"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("need", Need.hard.rawValue), .init("fallback", fallback.rawValue)]),
      related: [Finding.Related(.link(link.id, "fallback"), "says the contrary")])
  }

  public static let descriptor = RuleDescriptor(
    id: "contradictory-need",
    title: "Contradictory need",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "A link is said to be hard, and to have a fallback.",
    rationale: """
      A source that has a way to go on does not need the destination; one that needs it has no way to \
      go on. The availability of every flow over the link hangs on which of the two is meant.
      """,
    detection: "A link in use declares `need: hard` and a `fallback` other than `none`.",
    remedy: """
      Leave `need` out where the fallback works: it is then soft. Where it does not work, say \
      `fallback: none`.
      """,
    falsePositives: """
      The fallback serves a part of the uses only: then make two links of it, one hard, one soft.
      """,
    question: "Has the fallback ever been tried with the destination switched off?",
    references: [
      "AWS Well-Architected, REL05-BP01: graceful degradation, hard into soft dependencies"
    ],
    examples: [
      RuleExample(
        "hard, and yet answered from a copy",
        """
        apps: { shop: Web shop, prices: Prices }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, need: ⟦hard⟧, fallback: cache }
        """),
      RuleExample(
        "soft, because it is answered from a copy",
        """
        apps: { shop: Web shop, prices: Prices }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, fallback: cache }
        """),
      RuleExample(
        "hard without a fallback, and soft with one",
        """
        apps: { shop: Web shop, prices: Prices, stock: Stock }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, need: hard, fallback: none }
          - { from: shop, to: stock, via: rest, timeout: 1s, need: soft, fallback: queue }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isHardWithFallback(_ link: Link, _ fallback: Fallback) -> Self {
    "\(Wording.name(link)) says 'need: hard' and 'fallback: \(fallback.rawValue)'"
  }
}
