public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds polls that cannot keep data as fresh as it must be.
public struct PollTooSlow: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices where Self.isPoll(index, of: subject) {
      let timing = links[index].timing
      let missing =
        (timing.poll == nil ? ["poll"] : []) + (timing.freshness == nil ? ["freshness"] : [])
      guard let poll = timing.poll, let freshness = timing.freshness else {
        verdicts.unknown(missing: missing.map { .link(links[index].id, $0) })
        continue
      }
      verdicts.used("poll", ofLink: index)
      verdicts.used("freshness", ofLink: index)
      let worst = poll + (timing.latency ?? .zero)
      if worst > freshness {
        verdicts.fail(Self.finding(links[index], poll, worst, freshness))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isPoll(_ index: Int, of subject: ReviewSubject) -> Bool {
    guard subject.graph.traits[index].isInUse else { return false }
    let link = subject.solution.links[index]
    return link.timing.poll != nil
      || link.effectiveTrigger.value == .poll && link.timing.schedule == nil
  }

  private static func finding(
    _ link: Link, _ poll: Duration, _ worst: Duration, _ freshness: Duration
  ) -> Finding {
    var figures = [Evidence.Figure("poll", Wording.duration(poll))]
    if let latency = link.timing.latency {
      figures.append(Evidence.Figure("latency", Wording.duration(latency)))
    } else {
      figures.append(Evidence.Figure("latency", "0 ms", basis: "not declared, so at least"))
    }
    figures.append(Evidence.Figure("oldest", Wording.duration(worst)))
    figures.append(Evidence.Figure("freshness", Wording.duration(freshness)))
    let longest = freshness - (link.timing.latency ?? .zero)
    return Finding(
      descriptor, .isTooSlow(link, worst, limit: freshness), at: .link(link.id, "poll"),
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures),
      remedy: longest > .zero
        ? "Poll every \(Wording.duration(longest)) or more often, or let the owner push its changes."
        : "Let the owner push its changes: the answer alone takes longer than the data may be old.")
  }

  public static let descriptor = RuleDescriptor(
    id: "poll-too-slow",
    title: "Poll too slow",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "The interval of a poll and its answer take longer than the data may be old.",
    rationale: """
      A change that comes just after a poll waits the whole interval and then travels. That is not bad \
      luck: with many changes a day it happens every day, so that the promise is broken by construction.
      """,
    detection: """
      For each poll with a needed `freshness`: oldest = `poll` + `latency` is above `freshness`. With \
      60 s and 20 s data is up to 80 s old. Without `latency` the sum is a lower bound. Copies further \
      away are judged by `stale-copy`.
      """,
    remedy: "Shorten the interval, speed up the answer, or let the owner push its changes.",
    falsePositives:
      "Nobody needs the data as fresh as the model says: write down what the readers really need.",
    question: "What goes wrong when somebody works with data of this age?",
    references: ["Mendix documentation, Architecture best practices: Central data"],
    examples: [
      RuleExample(
        "a minute and an answer of 20 seconds are too much for one minute",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: fetches what changed
            via: rest-pull
            poll: ⟦60s⟧
            latency: 20s
            freshness: 1min
        """),
      RuleExample(
        "forty seconds leave room for the answer",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: fetches what changed
            via: rest-pull
            poll: 40s
            latency: 20s
            freshness: 1min
        """),
      RuleExample(
        "without an interval or a need nothing is known",
        """
        apps:
          shop: Web shop
          stock: Stock
          prices: Prices
        links:
          - { from: shop, to: stock, via: rest-pull, poll: 1h }
          - { from: shop, to: prices, via: rest-pull, freshness: 1min }
        """, testOnly: true),
      RuleExample(
        "an answer that takes longer than the data may be old",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - { from: shop, to: stock, via: rest-pull, poll: ⟦1s⟧, latency: 90s, freshness: 1min }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooSlow(_ link: Link, _ worst: Duration, limit: Duration) -> Self {
    """
    \(Wording.name(link)) lets data become \(Wording.duration(worst)) old \
    (limit \(Wording.duration(limit)))
    """
  }
}
