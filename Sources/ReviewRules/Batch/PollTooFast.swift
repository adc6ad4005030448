public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds polls that nearly always come back with nothing.
public struct PollTooFast: Rule {
  /// The share of polls, in percent, below which asking is waste.
  public var minimumUse = 1.0
  /// How many times more often than needed a poll must be.
  public var minimumFactor = 10.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "minimum-use", \.minimumUse, in: 0...100,
      "The share of polls that must bring something (percent)"),
    .number(
      "minimum-factor", \.minimumFactor, in: 1...10_000,
      "How many times more often than the freshness asks for a poll must be (times)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices where subject.graph.traits[index].isInUse {
      guard let poll = links[index].timing.poll, poll > .zero else { continue }
      var missing: [ElementPath] = []
      if links[index].timing.freshness == nil {
        missing.append(.link(links[index].id, "freshness"))
      }
      if links[index].carries.isEmpty { missing.append(.link(links[index].id, "carries")) }
      let rates = links[index].carries.map { subject.solution.data($0)?.changeRate?.perSecond }
      for (data, rate) in zip(links[index].carries, rates) where rate == nil {
        missing.append(.data(data, "change-rate"))
      }
      guard let freshness = links[index].timing.freshness, missing.isEmpty else {
        verdicts.unknown(missing: missing)
        continue
      }
      let changes = rates.compactMap(\.self).reduce(0, +)
      let use = min(1, changes * (poll / .seconds(1)))
      if use * 100 < minimumUse, poll / .seconds(1) * minimumFactor < freshness / .seconds(1) {
        verdicts.fail(finding(links[index], poll, freshness, changes, use))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(
    _ link: Link, _ poll: Duration, _ freshness: Duration, _ changes: Double, _ use: Double
  ) -> Finding {
    Finding(
      Self.descriptor, .bringsNothing(link, use, limit: minimumUse), at: .link(link.id, "poll"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("poll", Wording.duration(poll)), .init("freshness", Wording.duration(freshness)),
          .init("changes", QuantityWords.rate(perSecond: changes)),
          .init("useful polls", "\(Wording.decimal(use * 100, places: 2)) %"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "poll-too-fast",
    title: "Poll too fast",
    family: .batch,
    level: .note,
    profile: .strict,
    quality: .performanceEfficiency,
    summary: "A poll asks far more often than anything changes or anybody needs.",
    rationale: """
      Every poll costs both sides a request, a query and a line in a log, whether or not there is \
      news. Polls that find nothing are load without a use, and they hide the ones that matter.
      """,
    detection: """
      Use = min(1, changes a second × `poll`) is below `minimum-use`, where the changes are the \
      `change-rate` of all data that the link carries, and `poll` × `minimum-factor` is below the \
      `freshness` needed. 20 changes a day are found by 1.4 % of the polls of every minute.
      """,
    remedy: """
      Lengthen the interval towards the freshness needed, ask conditionally (`If-None-Match`), or let \
      the owner call when something changes (`via: webhook`).
      """,
    falsePositives: "The changes come in bursts, and within a burst the interval is right.",
    question: "Who would notice if this asked ten times less often?",
    references: ["RFC 9110 HTTP Semantics, 13 Conditional Requests"],
    examples: [
      RuleExample(
        "a rate that changes once a day is asked for every five seconds",
        """
        apps:
          shop: Web shop
          bank: Bank
        data:
          rate: { name: Exchange rate, master: bank, change-rate: 1/day }
        links:
          - shop -> bank: fetches the rate
            via: rest-pull
            poll: ⟦5s⟧
            freshness: 1h
            carries: [rate]
        """),
      RuleExample(
        "every half hour is often enough",
        """
        apps:
          shop: Web shop
          bank: Bank
        data:
          rate: { name: Exchange rate, master: bank, change-rate: 1/day }
        links:
          - shop -> bank: fetches the rate
            via: rest-pull
            poll: 30min
            freshness: 1h
            carries: [rate]
        """),
      RuleExample(
        "a need of seconds justifies it, and 20 changes a day are found by more than 1 %",
        """
        apps:
          shop: Web shop
          bank: Bank
        data:
          rate: { name: Exchange rate, master: bank, change-rate: 1/day }
          offer: { name: Offer, master: bank, change-rate: 20/day }
        links:
          - { id: rates, from: shop, to: bank, via: rest-pull, poll: 5s, freshness: 10s, carries: [rate] }
          - { id: offers, from: shop, to: bank, via: rest-pull, poll: 60s, freshness: 1h, carries: [offer] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func bringsNothing(_ link: Link, _ use: Double, limit: Double) -> Self {
    """
    \(Wording.name(link)) finds something in \(Wording.decimal(use * 100, places: 2)) % of its polls \
    (limit \(Wording.decimal(limit, places: 2)) %)
    """
  }
}
