public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds many who ask one element by the same clock.
public struct SynchronisedPolls: Rule {
  /// How many with the same interval are too many.
  public var mostAtOnce = 3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "most-at-once", \.mostAtOnce, in: 1...1000,
      "The most pollers of one element with the same interval (pollers)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var groups: [Key: [Int]] = [:]
    for index in links.indices where subject.graph.traits[index].isInUse {
      guard let rhythm = Self.rhythm(of: links[index].timing),
        let owner = subject.solution.index(of: links[index].destination)
      else { continue }
      let host = subject.graph.placements[owner].host
      groups[Key(owner: host, rhythm: rhythm), default: []].append(index)
    }
    for (key, polls) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      let callers = Set(polls.map { links[$0].source })
      if callers.count > mostAtOnce {
        verdicts.fail(finding(subject.graph.elementID(key.owner), key.rhythm, polls, subject))
      } else {
        verdicts.pass()
      }
    }
  }

  private struct Key: Hashable {
    let owner: Int
    let rhythm: String
  }

  /// In words; nil for what is no poll.
  private static func rhythm(of timing: LinkTiming) -> String? {
    if let poll = timing.poll { return "every " + Wording.duration(poll) }
    guard let schedule = timing.schedule else { return nil }
    if case .interval(let interval) = schedule.rhythm {
      return "every " + Wording.duration(interval)
    }
    return schedule.startsOfWeek.count >= 168 ? "'\(schedule)'" : nil
  }

  private func finding(
    _ owner: ElementID, _ rhythm: String, _ polls: [Int], _ subject: ReviewSubject
  ) -> Finding {
    let links = polls.map { subject.solution.links[$0] }
    return Finding(
      Self.descriptor, .isAskedTogether(owner, links.count, rhythm, limit: mostAtOnce),
      at: .element(owner), discriminator: rhythm,
      evidence: Evidence(
        figures: [
          .init("pollers", "\(Set(links.map(\.source)).count)"), .init("interval", rhythm),
          .init("limit", "\(mostAtOnce)"),
        ],
        assumptions: ["Pollers with one interval come into step, as after a restart of all."]),
      related: links.prefix(20).map { Finding.Related(.link($0.id), "polls it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "synchronised-polls",
    title: "Synchronised polls",
    family: .batch,
    level: .note,
    profile: .strict,
    quality: .performanceEfficiency,
    summary: "Many poll one element at the same interval, so that their requests come together.",
    rationale: """
      Timers with one interval come into step, after an outage at the latest: then all ask in the same \
      second and nobody for the rest of the minute. The element must be built for the second.
      """,
    detection: """
      More than `most-at-once` elements poll one element, or start by a schedule that is at least \
      hourly, with the same interval or the same starts.
      """,
    remedy: """
      Give each poller an offset of its own or some jitter, choose intervals without a common \
      multiple, or let the owner publish its changes once for all.
      """,
    falsePositives: "The pollers add jitter, which the model cannot say of a poll.",
    question: "What happens in the second in which all of them come back after an outage?",
    references: [
      "Timeouts, retries, and backoff with jitter: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"
    ],
    examples: [
      RuleExample(
        "four apps fetch prices every minute",
        """
        apps:
          ⟦prices⟧: Prices
          shop: Web shop
          kiosk: Kiosk
          desk: Service desk
          mail: Mailings
        links:
          - { from: shop, to: prices, via: rest-pull, poll: 60s }
          - { from: kiosk, to: prices, via: rest-pull, poll: 60s }
          - { from: desk, to: prices, via: rest-pull, poll: 1min }
          - { from: mail, to: prices, via: rest-pull, poll: 60s }
        """),
      RuleExample(
        "each at an interval of its own",
        """
        apps:
          prices: Prices
          shop: Web shop
          kiosk: Kiosk
          desk: Service desk
          mail: Mailings
        links:
          - { from: shop, to: prices, via: rest-pull, poll: 60s }
          - { from: kiosk, to: prices, via: rest-pull, poll: 67s }
          - { from: desk, to: prices, via: rest-pull, poll: 59s }
          - { from: mail, to: prices, via: rest-pull, poll: 71s }
        """),
      RuleExample(
        "four at the same minutes of every hour",
        """
        apps:
          ⟦prices⟧: Prices
          a: A
          b: B
          c: C
          d: D
        links:
          - { from: a, to: prices, via: rest-pull, schedule: "*/10 * * * *" }
          - { from: b, to: prices, via: rest-pull, schedule: "*/10 * * * *" }
          - { from: c, to: prices, via: rest-pull, schedule: "*/10 * * * *" }
          - { from: d, to: prices, via: rest-pull, schedule: "*/10 * * * *" }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isAskedTogether(
    _ owner: ElementID, _ count: Int, _ rhythm: String, limit: Int
  ) -> Self {
    "\(Wording.name(owner)) is asked by \(count) pollers \(rhythm) (limit \(limit))"
  }
}
