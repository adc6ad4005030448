public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that are said to be dispensable while nobody says what happens without them.
public struct FallbackUnproven: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].isCall
      && graph.solution.links[link].failure.need == .soft
    {
      guard let source = graph.solution.index(of: graph.solution.links[link].source),
        graph.solution.elements[source].kind != .person
      else { continue }
      if let fallback = graph.solution.links[link].failure.fallback, fallback != .none {
        verdicts.used("fallback", ofLink: link)
        verdicts.pass()
      } else {
        verdicts.lacks("fallback", ofLink: link)
        verdicts.fail(Self.finding(graph.solution.links[link]))
      }
    }
  }

  private static func finding(_ link: Link) -> Finding {
    let isRefused = link.failure.fallback != nil
    return Finding(
      descriptor, .saysNothing(link, isRefused: isRefused), at: .link(link.id, "need"),
      level: isRefused ? .warning : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("need", "soft"),
          .init("fallback", "none", basis: isRefused ? nil : "not declared"),
        ]), cures: [Cure(.fallBack(link.id, to: .disable))])
  }

  public static let descriptor = RuleDescriptor(
    id: "fallback-unproven",
    title: "Fallback unproven",
    family: .availability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .reliability,
    summary: "A call is declared soft, and nobody says what its caller does instead.",
    rationale: """
      Calling it soft takes the destination out of every sum of outages. If nobody built the way without it, \
      the sum is wrong, and the page that was to appear without its box shows an error instead.
      """,
    detection: """
      A link in use with `need: soft` that somebody waits on (screens and people left out), without a \
      `fallback`; a warning where `fallback: none` contradicts it.
      """,
    remedy: """
      Declare what the caller does (`cache`, `static`, `queue`, `disable`, `manual`, `alternative`), \
      and try it: switch the destination off in a test. If nothing is built, the need is hard.
      """,
    falsePositives:
      "The caller asks for something that it can leave out without a word: that is `disable`.",
    question: "When was this destination last switched off on purpose, and what did users see?",
    references: [
      "AWS Well-Architected, REL05-BP01: Implement graceful degradation to transform applicable hard dependencies into soft dependencies"
    ],
    examples: [
      RuleExample(
        "the advice is dispensable, they say",
        """
        apps:
          shop: Web shop
          advice: Advice
        links:
          - shop -> advice: asks what goes with it
            via: rest
            timeout: 300ms
            need: ⟦soft⟧
        """),
      RuleExample(
        "without advice the box is not there",
        """
        apps:
          shop: Web shop
          advice: Advice
        links:
          - shop -> advice: asks what goes with it
            via: rest
            timeout: 300ms
            need: soft
            fallback: disable
        """),
      RuleExample(
        "what nobody waits on needs no fallback, and one that is refused is worse",
        """
        apps:
          shop: Web shop
          advice: Advice
          stock: Stock
        channels:
          events: Events
        links:
          - { from: shop, to: events, via: topic, need: soft }
          - { from: shop, to: advice, via: rest, need: ⟦soft⟧, fallback: none }
          - { from: stock, to: shop, via: rest-pull, need: soft }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func saysNothing(_ link: Link, isRefused: Bool) -> Self {
    isRefused
      ? "\(Wording.name(link)) is soft and has no fallback, which cannot both be true"
      : "\(Wording.name(link)) is soft, and nothing says what '\(link.source)' does without it"
  }
}
