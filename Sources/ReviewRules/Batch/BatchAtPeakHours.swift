public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds heavy runs on elements that people use at that time.
public struct BatchAtPeakHours: Rule {
  /// From how many records on a run is heavy.
  public var heavyFrom = 10_000
  /// The hours in which people work, from Monday to Friday.
  public var firstHour = 8
  public var lastHour = 18
  /// The share of the capacity, in percent, that a run may take while people work.
  public var mostOfCapacity = 20.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "heavy-from", \.heavyFrom, in: 1...1_000_000_000, "From where on a run is heavy (records)"),
    .integer("first-hour", \.firstHour, in: 0...23, "When work begins (hours after midnight)"),
    .integer("last-hour", \.lastHour, in: 1...24, "When work ends (hours after midnight)"),
    .number(
      "most-of-capacity", \.mostOfCapacity, in: 0...100,
      "The share of an element's capacity that a run may take (percent)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for run in subject.graph.batchRuns() where run.startsAreDeclared && run.starts.count <= 168 {
      let served = servedEnd(of: run, in: subject.graph)
      guard let served else { continue }
      guard let records = run.records else {
        verdicts.unknown(missing: [.link(subject.graph.linkID(run.link), "per-run")])
        continue
      }
      let start = run.starts.first { isAtWork($0, for: run.length) }
      if let start, records >= heavyFrom, !leavesRoom(run, at: served, in: subject.graph) {
        verdicts.fail(finding(run, records, start, subject.graph.elementID(served), subject))
      } else {
        verdicts.pass()
      }
    }
  }

  /// The end of the link on which somebody waits, the destination first.
  private func servedEnd(of run: BatchRun, in graph: SolutionGraph) -> Int? {
    let legs = graph.solution.links[run.link]
    let ends = [legs.destination, legs.source].compactMap { graph.solution.index(of: $0) }
    return ends.first { end in
      !graph.isPersonOrChannel(end)
        && graph.legs(into: end).contains {
          graph.traits[$0.link].isFunctionallySynchronous
            && graph.traits[$0.link].interaction != nil
        }
    }
  }

  /// Whether a run touches the hours of work; without a length its start counts.
  private func isAtWork(_ start: Int, for length: Duration?) -> Bool {
    let minutes = Int(min((length ?? .zero) / .seconds(60), 10_080))
    return (0..<7).contains { step in
      let day = (start / 1440 + step) % 7
      guard day < 5 else { return false }
      let begin = max(start, (start / 1440 + step) * 1440 + firstHour * 60)
      let end = min(start + max(1, minutes), (start / 1440 + step) * 1440 + lastHour * 60)
      return begin < end
    }
  }

  private func leavesRoom(_ run: BatchRun, at vertex: Int, in graph: SolutionGraph) -> Bool {
    guard let throughput = graph.solution.links[run.link].volume.throughput,
      let capacity = graph.solution.elements[vertex].capacity, capacity.perSecond > 0
    else { return false }
    return throughput.perSecond / capacity.perSecond * 100 <= mostOfCapacity
  }

  private func finding(
    _ run: BatchRun, _ records: Int, _ start: Int, _ served: ElementID, _ subject: ReviewSubject
  ) -> Finding {
    let link = subject.solution.links[run.link]
    var figures: [Evidence.Figure] = [
      .init("records", "\(records)"), .init("start", QuantityWords.weekMinute(start)),
      .init("working hours", "Monday to Friday, \(firstHour) to \(lastHour)", basis: "a setting"),
    ]
    if let length = run.length { figures.append(.init("length", Wording.duration(length))) }
    return Finding(
      Self.descriptor, .runsAtWork(link, start, records, served), at: .link(link.id, "schedule"),
      roles: [Finding.Role("run", .link(link.id)), Finding.Role("served", .element(served))],
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures))
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-at-peak-hours",
    title: "Batch at peak hours",
    family: .batch,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .performanceEfficiency,
    summary: "A heavy run works on an element in the hours in which people wait on it.",
    rationale: """
      A run takes all that it can get, and people get the rest. What is quick in the morning is slow \
      at eleven, and nobody who looks at the screens sees why.
      """,
    detection: """
      A run with a `schedule` and at least `heavy-from` records touches the hours from `first-hour` to \
      `last-hour`, Monday to Friday, and an end of it is called by somebody who waits. A run with a \
      `throughput` of at most `most-of-capacity` of that end's `capacity` is fine.
      """,
    remedy:
      "Move it to the night, slow it down to a share that people do not feel, or send changes only.",
    falsePositives:
      "The people of this element work at other hours: set the hours for the whole model.",
    question: "What do the response times of this element look like while the run is on?",
    references: ["Mendix documentation, Architecture best practices: Batch integration"],
    examples: [
      RuleExample(
        "the articles come at ten in the morning",
        """
        people:
          clerk: Clerk
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - clerk -> shop: works
            via: ui-web-link
          - erp -> shop: exports articles
            via: sftp
            schedule: ⟦weekdays 10:00⟧
            per-run: 120000
        """),
      RuleExample(
        "they come at night",
        """
        people:
          clerk: Clerk
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - clerk -> shop: works
            via: ui-web-link
          - erp -> shop: exports articles
            via: sftp
            schedule: daily 02:00
            per-run: 120000
        """),
      RuleExample(
        "a long run of the night reaches the morning; a gentle one and one on Sunday do not matter",
        """
        people:
          clerk: Clerk
        systems:
          erp: ERP
        apps:
          shop: { name: Web shop, capacity: 100/s }
        links:
          - { from: clerk, to: shop, via: ui-web-link }
          - { id: long, from: erp, to: shop, via: sftp, schedule: ⟦daily 04:00⟧, per-run: 900000, throughput: 50/s }
          - { id: gentle, from: erp, to: shop, via: sftp, schedule: daily 11:00, per-run: 20000, throughput: 15/s }
          - { id: sunday, from: erp, to: shop, via: sftp, schedule: sunday 11:00, per-run: 90000 }
        """, testOnly: true),
    ])
}

extension SolutionGraph {
  fileprivate func isPersonOrChannel(_ vertex: Int) -> Bool {
    switch solution.elements[vertex].kind {
    case .person, .channel: true
    case .system, .application, .module, .store: false
    }
  }
}

extension Finding.Message {
  fileprivate static func runsAtWork(
    _ link: Link, _ start: Int, _ records: Int, _ served: ElementID
  ) -> Self {
    """
    \(Wording.name(link)) starts on \(QuantityWords.weekMinute(start)) with \(records) records while \
    people wait on \(Wording.name(served))
    """
  }
}
