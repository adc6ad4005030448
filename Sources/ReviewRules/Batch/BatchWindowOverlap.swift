public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds heavy runs that work on one element at the same time.
public struct BatchWindowOverlap: Rule {
  /// From how many records on a run is heavy.
  public var heavyFrom = 10_000
  /// How many times its length a run is given.
  public var margin = 1.2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "heavy-from", \.heavyFrom, in: 1...1_000_000_000, "From where on a run is heavy (records)"),
    .number("margin", \.margin, in: 1...10, "How many times its length a run is given (times)"),
  ]

  /// A run as long as this is heavy, whatever its records.
  private static let heavyLength = Duration.seconds(15 * 60)

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let runs = subject.graph.batchRuns()
    let overlaps = subject.graph.batchOverlaps(among: runs, margin: margin, where: isHeavy)
    for overlap in overlaps { verdicts.fail(finding(overlap, in: subject.graph)) }
    let overlapping = Set(overlaps.flatMap { $0.runs.map(\.link) })
    for run in runs where !overlapping.contains(run.link) {
      let missing =
        (run.records == nil ? ["per-run"] : []) + (run.starts.isEmpty ? ["schedule"] : [])
      if missing.isEmpty {
        verdicts.pass()
      } else {
        let id = subject.graph.linkID(run.link)
        verdicts.unknown(missing: missing.map { .link(id, $0) })
      }
    }
  }

  private func isHeavy(_ run: BatchRun) -> Bool {
    run.records ?? 0 >= heavyFrom || run.length ?? .zero >= Self.heavyLength
  }

  private func finding(_ overlap: BatchOverlap, in graph: SolutionGraph) -> Finding {
    let links = overlap.runs.map { graph.solution.links[$0.link] }
    return Finding(
      Self.descriptor, .overlap(overlap, links), at: .element(overlap.element),
      level: overlap.isCertain ? nil : .note,
      roles: [Finding.Role("element", .element(overlap.element))]
        + links.map { Finding.Role("run", .link($0.id)) },
      evidence: Evidence(
        figures: [
          .init("at once", "\(overlap.mostAtOnce)"),
          .init("from", QuantityWords.weekMinute(overlap.busiestMinute)),
          .init("margin", Wording.decimal(margin, places: 2)),
        ],
        assumptions: overlap.isCertain
          ? [] : ["A run whose length nobody declares takes the rest of its window."]),
      related: overlap.runs.map { run in
        let length = run.length.map { "takes \(Wording.duration($0))" }
        let window = run.timeInWindow.map { "may take \(Wording.duration($0))" }
        return Finding.Related(
          .link(graph.linkID(run.link)), length ?? window ?? "runs at the same time")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-window-overlap",
    title: "Batch windows overlap",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .performanceEfficiency,
    summary: "Heavy runs work on the same element at the same time.",
    rationale: """
      Each run was timed alone. Together they fight for connections, locks and disks, both take longer \
      than their windows, and the delay moves on to all that comes after them.
      """,
    detection: """
      Runs with at least `heavy-from` records, or of 15 min and more, that share an element other than \
      a channel, and of which one starts before another has ended: start + length × `margin`, on the \
      week's clock. The length is records ÷ `throughput`; where it is unknown, the rest of the window \
      counts, and the finding is a note.
      """,
    remedy: """
      Move one of them behind the other, let it start when the other ends, or share out what both need.
      """,
    falsePositives:
      "The runs touch different tables and the element has room for both, as a load test shows.",
    question: "Has anybody ever seen these runs at the same time, with the data of a month's end?",
    references: ["Mendix documentation, Architecture best practices: Batch integration"],
    examples: [
      RuleExample(
        "two exports of the ERP run into one another",
        """
        systems:
          ⟦erp⟧: ERP
        apps:
          shop: Web shop
          stock: Stock
        links:
          - erp -> shop: exports articles
            via: sftp
            schedule: daily 02:00
            per-run: 500000
            throughput: 100/s
          - erp -> stock: exports stock
            via: sftp
            schedule: daily 03:00
            per-run: 200000
            throughput: 100/s
        """),
      RuleExample(
        "the second one starts when the first has long ended",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          stock: Stock
        links:
          - erp -> shop: exports articles
            via: sftp
            schedule: daily 02:00
            per-run: 500000
            throughput: 100/s
          - erp -> stock: exports stock
            via: sftp
            schedule: daily 04:00
            per-run: 200000
            throughput: 100/s
        """),
      RuleExample(
        "windows that overlap are a note",
        """
        systems:
          ⟦erp⟧: ERP
        apps:
          shop: Web shop
          stock: Stock
        links:
          - { from: erp, to: shop, via: sftp, window: { start: "02:00", duration: 2h }, per-run: 50000 }
          - { from: erp, to: stock, via: sftp, window: { start: "03:30", duration: 1h }, per-run: 50000 }
        """, testOnly: true),
      RuleExample(
        "small runs, other days and a shared channel are fine",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          stock: Stock
          lake: Lake
        channels:
          drop: { name: Drop, type: file-drop }
        links:
          - { from: erp, to: shop, via: sftp, schedule: monday 02:00, per-run: 90000, throughput: 10/s }
          - { from: erp, to: stock, via: sftp, schedule: wednesday 02:00, per-run: 90000, throughput: 10/s }
          - { from: erp, to: lake, via: sftp, schedule: monday 02:00, per-run: 90, throughput: 10/s }
          - { from: stock, to: drop, via: sftp, schedule: monday 02:00, per-run: 90000, throughput: 10/s }
          - { from: lake, to: drop, via: sftp, schedule: monday 02:00, per-run: 90000, throughput: 10/s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func overlap(_ overlap: BatchOverlap, _ links: [Link]) -> Self {
    let verb = overlap.isCertain ? "run" : "may run"
    return """
      \(overlap.mostAtOnce) batches \(verb) on \(Wording.name(overlap.element)) at once from \
      \(QuantityWords.weekMinute(overlap.busiestMinute)) on: \
      \(Wording.list(links.map { "\($0.source) -> \($0.destination)" }))
      """
  }
}
