public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds batches for data that must be fresher than their rhythm allows.
public struct BatchTooSlowForFreshness: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for run in subject.graph.batchRuns() {
      let link = subject.solution.links[run.link]
      guard let freshness = link.timing.freshness else { continue }
      verdicts.used("freshness", ofLink: run.link)
      guard let period = run.period else {
        verdicts.unknown(missing: [.link(link.id, "schedule")])
        continue
      }
      let oldest = period + (run.length ?? link.timing.latency ?? .zero)
      if oldest > freshness {
        verdicts.fail(Self.finding(link, run, period, oldest, freshness))
      } else if run.length == nil, let most = run.timeInWindow, period + most > freshness {
        verdicts.unknown(missing: [.link(link.id, "throughput")])
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ run: BatchRun, _ period: Duration, _ oldest: Duration, _ freshness: Duration
  ) -> Finding {
    Finding(
      descriptor, .isTooSlow(link, oldest, limit: freshness),
      at: .link(link.id, link.timing.schedule == nil ? "window" : "schedule"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("longest interval", Wording.duration(period)),
          .init(
            "length", Wording.duration(run.length ?? link.timing.latency ?? .zero),
            basis: run.length == nil && link.timing.latency == nil
              ? "not declared, so at least" : nil),
          .init("oldest", Wording.duration(oldest)),
          .init("freshness", Wording.duration(freshness)),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-too-slow-for-freshness",
    title: "Batch too slow for freshness",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A batch runs too seldom for data that must be as fresh as the model says.",
    rationale: """
      What changes just after a run waits for the next one. People who believe that they see the \
      present decide on the past, and then everybody builds ways around the batch.
      """,
    detection: """
      Oldest = the longest time from one start of the `schedule` to the next (24 h where only a \
      `window` is given) + the length of a run is above the `freshness` of the link. A schedule on \
      weekdays has 72 h between Friday and Monday.
      """,
    remedy: """
      Run it more often with what changed only, let the receiver poll, or publish each change as an \
      event.
      """,
    falsePositives: "The need is that of a few fields: give these a link of their own.",
    question:
      "Which decision is made with this data, and how old was it the last time that it was wrong?",
    references: ["Mendix documentation, Architecture best practices: Batch integration"],
    examples: [
      RuleExample(
        "prices once a night for a shop that needs them within the hour",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: exports prices
            via: sftp
            schedule: ⟦daily 02:00⟧
            freshness: 1h
        """),
      RuleExample(
        "a run every half hour that takes a minute",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: exports what changed
            via: sftp
            schedule: every 30min
            per-run: 6000
            throughput: 100/s
            freshness: 1h
        """),
      RuleExample(
        "a run on weekdays leaves out the weekend",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          stock: Stock
          desk: Service desk
        links:
          - { from: erp, to: shop, via: sftp, schedule: ⟦weekdays 22:00⟧, freshness: 30h }
          - { from: erp, to: stock, via: sftp, schedule: daily 22:00, freshness: 30h }
          - { from: erp, to: desk, via: sftp, freshness: 30h }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooSlow(_ link: Link, _ oldest: Duration, limit: Duration) -> Self {
    """
    the runs of \(Wording.name(link)) let data become \(Wording.duration(oldest)) old \
    (limit \(Wording.duration(limit)))
    """
  }
}
