public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds batches that are none: a few records, again and again.
public struct BatchTooSmall: Rule {
  /// From how many records on a batch pays.
  public var fewestRecords = 5000
  /// How often a run must be to count as often.
  public var longestInterval = Duration.seconds(3600)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fewest-records", \.fewestRecords, in: 1...10_000_000,
      "From where on a batch pays (records)"),
    .duration(
      "longest-interval", \.longestInterval, in: .seconds(60)...(.seconds(86_400)),
      "How often a run must come to count as often (time)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for run in subject.graph.batchRuns() {
      guard subject.graph.traits[run.link].interaction == .batch, let period = run.period,
        period <= longestInterval
      else { continue }
      let link = subject.solution.links[run.link]
      guard let records = run.records else {
        verdicts.unknown(missing: [.link(link.id, "per-run")])
        continue
      }
      verdicts.used("per-run", ofLink: run.link)
      if records < fewestRecords {
        verdicts.fail(finding(link, records, period))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ records: Int, _ period: Duration) -> Finding {
    Finding(
      Self.descriptor, .isSmall(link, records, period, limit: fewestRecords),
      at: .link(link.id, "per-run"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("records", "\(records)"), .init("limit", "\(fewestRecords)"),
          .init("longest interval", Wording.duration(period)),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-too-small",
    title: "Batch too small",
    family: .batch,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "A batch of few records runs so often that it is a poll by file.",
    rationale: """
      A file needs names, folders, a transfer, a check that it is whole, an archive and an alarm when it \
      does not come. All that pays for a hundred thousand records a night, not for fifty an hour, where \
      a poll or an event shows each error at the record that has it.
      """,
    detection: """
      The interaction is `batch`, it runs at least every `longest-interval`, and `per-run` is below \
      `fewest-records`.
      """,
    remedy: "Let the receiver poll for changes (`via: rest-pull`), or publish them as events.",
    falsePositives: "A partner takes nothing but files: waive it with that reason.",
    question: "Why is this a file, and who looks for the one that did not come?",
    references: ["Hohpe, Woolf: Enterprise Integration Patterns, chapter 2, File Transfer"],
    examples: [
      RuleExample(
        "forty orders in a file every quarter of an hour",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
        links:
          - shop -> erp: hands over orders
            via: sftp
            schedule: every 15min
            per-run: ⟦40⟧
        """),
      RuleExample(
        "the ERP asks for them",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
        links:
          - erp -> shop: fetches orders
            via: rest-pull
            poll: 15min
        """),
      RuleExample(
        "few records once a night, many every hour, and an unknown number",
        """
        apps:
          a: A
          b: B
          c: C
          d: D
        links:
          - { from: a, to: b, via: sftp, schedule: daily 01:00, per-run: 40 }
          - { from: a, to: c, via: sftp, schedule: hourly, per-run: 90000 }
          - { from: a, to: d, via: sftp, schedule: hourly }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isSmall(
    _ link: Link, _ records: Int, _ period: Duration, limit: Int
  ) -> Self {
    """
    \(Wording.name(link)) runs every \(Wording.duration(period)) for \
    \(Wording.count(records, "record")) (limit \(limit))
    """
  }
}
