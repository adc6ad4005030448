public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds copies that are older than their readers can bear, all hops from the master counted.
public struct StaleCopy: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for age in subject.graph.copyAges() {
      guard let freshness = age.freshness, !Self.isOneHopAlone(age, in: subject.solution) else {
        continue
      }
      if age.age > freshness {
        verdicts.fail(Self.finding(age, freshness))
      } else if age.missing.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: age.missing)
      }
    }
  }

  /// Whether the `freshness` is that of a link which alone decides: rules of the family `batch` judge it.
  private static func isOneHopAlone(_ age: CopyAge, in solution: Solution) -> Bool {
    guard let last = age.hops.last, let freshness = solution.link(last.link)?.timing.freshness
    else { return false }
    return last.wait + last.work > freshness || age.hops.count == 1 && age.need == .link
  }

  private static func finding(_ age: CopyAge, _ freshness: Duration) -> Finding {
    var figures = age.hops.map { hop in
      Evidence.Figure(
        "to \(hop.destination)", Wording.duration(hop.wait + hop.work),
        basis: "waits \(Wording.duration(hop.wait)), takes \(Wording.duration(hop.work))")
    }
    figures.append(
      .init(
        "oldest", Wording.duration(age.age), basis: age.missing.isEmpty ? nil : "at least"))
    figures.append(.init("freshness", Wording.duration(freshness)))
    let last = age.hops.last?.link
    return Finding(
      descriptor, .isStale(age, limit: freshness),
      at: age.need == .copy
        ? .data(age.data, "copies") : last.map { .link($0, "freshness") } ?? .data(age.data),
      roles: [Finding.Role("data", .data(age.data)), Finding.Role("copy", .element(age.element))]
        + (age.need == .link ? last.map { [Finding.Role("link", .link($0))] } ?? [] : []),
      evidence: Evidence(
        path: age.hops.flatMap { [.init(.link($0.link)), .init(.element($0.destination))] },
        figures: figures,
        assumptions: ["A change waits the longest time for each poll and run on its way."]),
      related: age.need == .copy ? [Finding.Related(.element(age.element), "keeps the copy")] : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "stale-copy",
    title: "Stale copy",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A copy can become older than the model allows, all hops from the master counted.",
    rationale: """
      Each hop was timed by its own team and looks quick. Together they add up, and people at the end \
      decide on what was true hours ago without a sign of it on the screen.
      """,
    detection: """
      Oldest = the sum over the quickest way from the `master` of the wait and the work of each hop: the \
      whole interval of a `poll`, the longest interval of a `schedule`, and `latency` or records ÷ \
      `throughput`. A second run with known times waits only from the end of the run before. It is above \
      the `freshness` of the copy in `copies`, or of the last link. Two polls of 80 s and 320 s are 400 s.
      """,
    remedy: """
      Shorten the longest hop, let the reader ask the master (no relay), or publish changes as events.
      """,
    falsePositives:
      "The readers of this copy need less than the model says: write down what they need.",
    question: "Who decides with this copy, and what do they do when it is wrong?",
    references: ["Mendix documentation, Architecture best practices: Central data"],
    examples: [
      RuleExample(
        "two polls in a row are too much for five minutes",
        """
        systems:
          erp: ERP
        apps:
          hub: Data hub
          shop: Web shop
        data:
          price:
            master: erp
            ⟦copies⟧: [{ in: shop, freshness: 5min }]
        links:
          - hub -> erp: fetches prices
            via: rest-pull
            poll: 60s
            latency: 20s
            carries: [price]
          - shop -> hub: fetches prices
            via: rest-pull
            poll: 300s
            latency: 20s
            carries: [price]
        """),
      RuleExample(
        "the hub publishes what it has fetched",
        """
        systems:
          erp: ERP
        apps:
          hub: Data hub
          shop: Web shop
        data:
          price:
            master: erp
            copies: [{ in: shop, freshness: 5min }]
        links:
          - hub -> erp: fetches prices
            via: rest-pull
            poll: 60s
            latency: 20s
            carries: [price]
          - hub -> shop: pushes prices
            via: webhook
            carries: [price]
        """),
      RuleExample(
        "two nightly runs in a row stay below 30 hours, and above 25",
        """
        systems:
          erp: ERP
        apps:
          hub: Data hub
          shop: Web shop
          desk: Desk
        data:
          price: { master: erp }
        links:
          - { from: erp, to: hub, via: sftp, schedule: daily 01:00, per-run: 600, throughput: 1/s, carries: [price] }
          - { from: hub, to: shop, via: sftp, schedule: daily 02:00, per-run: 600, throughput: 1/s, freshness: 30h, carries: [price] }
          - { from: hub, to: desk, via: sftp, schedule: daily 03:00, per-run: 600, throughput: 1/s, freshness: ⟦25h⟧, carries: [price] }
        """, testOnly: true),
      RuleExample(
        "what one link alone makes too old is another finding; a way without times is unknown",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          desk: Desk
        data:
          price: { master: erp, copies: [{ in: desk, freshness: 1h }] }
        links:
          - { from: shop, to: erp, via: rest-pull, poll: 2h, freshness: 1h, carries: [price] }
          - { from: erp, to: desk, via: sftp, carries: [price] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isStale(_ age: CopyAge, limit: Duration) -> Self {
    """
    \(Wording.name(age.data)) in \(Wording.name(age.element)) may be \
    \(Wording.duration(age.age)) old (limit \(Wording.duration(limit))), over \
    \(Wording.count(age.hops.count, "hop"))
    """
  }
}
