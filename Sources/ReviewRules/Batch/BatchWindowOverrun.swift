public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds runs that do not end with their window, now or when volumes have grown.
public struct BatchWindowOverrun: Rule {
  /// The share of the window, in percent, that a run may take.
  public var mostOfWindow = 80.0
  /// Over how many years volumes grow.
  public var years = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "most-of-window", \.mostOfWindow, in: 1...100,
      "The share of its window that a run may take (percent)"),
    .integer("years", \.years, in: 0...20, "How long volumes are let grow (years)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for run in subject.graph.batchRuns(inYears: years) {
      guard let limit = run.timeInWindow ?? run.period else { continue }
      let link = subject.solution.links[run.link]
      guard let length = run.length, let later = run.laterLength else {
        let missing = (run.records == nil ? ["per-run"] : []) + ["throughput"]
        verdicts.unknown(missing: missing.map { .link(link.id, $0) })
        continue
      }
      if length > limit || later > limit || length > limit * (mostOfWindow / 100) {
        verdicts.fail(finding(link, run, length, later, limit))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(
    _ link: Link, _ run: BatchRun, _ length: Duration, _ later: Duration, _ limit: Duration
  ) -> Finding {
    let name = run.window == nil ? "period" : "window"
    let needed = Double(run.records ?? 0) / (limit / .seconds(1))
    var figures: [Evidence.Figure] = [
      .init("records", "\(run.records ?? 0)"), .init("length", Wording.duration(length)),
      .init(name, Wording.duration(limit)),
      .init("needed throughput", QuantityWords.rate(perSecond: needed)),
    ]
    if let throughput = link.volume.throughput {
      figures.append(.init("throughput", QuantityWords.rate(perSecond: throughput.perSecond)))
    } else if let latency = link.timing.latency {
      figures.append(
        .init("throughput", "one call after the other", basis: Wording.duration(latency) + " each"))
    }
    if let growth = link.volume.growth {
      figures.append(.init("growth", QuantityWords.share(growth.fraction) + " a year"))
      figures.append(.init("length in \(years) years", Wording.duration(later)))
    }
    let message: Finding.Message =
      if length > limit {
        .overruns(link, length, name, limit: limit)
      } else if later > limit {
        .willOverrun(link, years, later, name, limit: limit)
      } else {
        .fills(link, length / limit, name, limit: mostOfWindow)
      }
    return Finding(
      Self.descriptor, message, at: .link(link.id, run.window == nil ? "schedule" : "window"),
      level: length > limit ? .error : nil,
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures))
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-window-overrun",
    title: "Batch window overrun",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .performanceEfficiency,
    summary: "A run takes longer than its window, or soon will.",
    rationale: """
      What does not end in the night goes on in the morning, on the machines and locks that people \
      need, and what reads its result finds half of it. Volumes grow quietly until the first such day.
      """,
    detection: """
      Length = `per-run` ÷ `throughput`, or `per-run` × `latency` where a service is called for one \
      record after the other. It is an error where the length is above the window (or, without one, \
      above the period), a warning where it is above `most-of-window` of it, or will be above it when \
      volumes have grown by `growth` for so many `years`. 1,000,000 calls of 50 ms take 13.9 h; in 4 h \
      they need 69.4 records a second.
      """,
    remedy: """
      Send only what changed, work on several parts at the same time, write in blocks, or widen the \
      window.
      """,
    falsePositives:
      "The throughput is that of a small test: measure it with the volume of a real run.",
    question: "How long did the longest run of the last year take, and why?",
    references: [
      "Mendix documentation, Architecture best practices: Batch integration",
      "Little, A Proof for the Queuing Formula L = λW, Operations Research 9, 1961",
    ],
    examples: [
      RuleExample(
        "a million records one after the other do not fit into four hours",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: sends the articles one by one
            via: rest
            trigger: schedule
            ⟦window⟧: { start: "01:00", duration: 4h }
            per-run: 1000000
            latency: 50ms
        """),
      RuleExample(
        "a file with 150 records a second does",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: sends the articles
            via: sftp
            window: { start: "01:00", duration: 4h }
            per-run: 1000000
            throughput: 150/s
        """),
      RuleExample(
        "next year's volume does not fit",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: sends the articles
            via: sftp
            ⟦window⟧: { start: "01:00", duration: 4h }
            per-run: 1000000
            throughput: 150/s
            growth: 60%
        """, testOnly: true),
      RuleExample(
        "an hourly run takes more than its hour; the schedule starts late in the window",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          stock: Stock
          lake: Lake
        links:
          - { from: erp, to: shop, via: sftp, schedule: ⟦hourly⟧, per-run: 4000, throughput: 1/s }
          - { from: erp, to: stock, via: sftp, schedule: daily 04:00, ⟦window⟧: { start: "01:00", duration: 4h }, per-run: 4000, throughput: 1/s }
          - { from: erp, to: lake, via: sftp, schedule: daily 01:00, window: { start: "01:00", duration: 4h } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func overruns(
    _ link: Link, _ length: Duration, _ name: String, limit: Duration
  ) -> Self {
    """
    a run of \(Wording.name(link)) takes \(Wording.duration(length)) \
    (\(name) \(Wording.duration(limit)))
    """
  }

  fileprivate static func willOverrun(
    _ link: Link, _ years: Int, _ length: Duration, _ name: String, limit: Duration
  ) -> Self {
    """
    a run of \(Wording.name(link)) will take \(Wording.duration(length)) in \
    \(Wording.count(years, "year")) (\(name) \(Wording.duration(limit)))
    """
  }

  fileprivate static func fills(
    _ link: Link, _ share: Double, _ name: String, limit: Double
  ) -> Self {
    """
    a run of \(Wording.name(link)) takes \(QuantityWords.share(share)) of its \(name) \
    (limit \(Wording.decimal(limit, places: 1)) %)
    """
  }
}
