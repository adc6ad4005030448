public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds runs that start before what they read has been written.
public struct BatchBeforeItsSource: Rule {
  /// How many times its length the run before is given.
  public var margin = 1.2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number("margin", \.margin, in: 1...10, "How many times its length a run is given (times)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for order in subject.graph.batchOrders(among: subject.graph.batchRuns()) {
      let earlier = subject.solution.links[order.earlier.link]
      let length = order.earlier.length.map { $0 * margin }
      guard let needed = length ?? order.earlier.timeInWindow else {
        if order.lead == .zero {
          verdicts.fail(finding(order, needed: nil, in: subject.graph))
        } else {
          verdicts.unknown(missing: [.link(earlier.id, "throughput")])
        }
        continue
      }
      if order.lead < needed {
        verdicts.fail(finding(order, needed: needed, in: subject.graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ order: BatchOrder, needed: Duration?, in graph: SolutionGraph) -> Finding {
    let earlier = graph.solution.links[order.earlier.link]
    let later = graph.solution.links[order.later.link]
    var figures = [
      Evidence.Figure("start", QuantityWords.weekMinute(order.minute)),
      Evidence.Figure("lead of the earlier run", Wording.duration(order.lead)),
    ]
    if let length = order.earlier.length {
      figures.append(.init("length of the earlier run", Wording.duration(length)))
      figures.append(.init("margin", Wording.decimal(margin, places: 2)))
    } else if let needed {
      figures.append(
        .init("window of the earlier run", Wording.duration(needed), basis: "its length is unknown")
      )
    }
    figures.append(
      .init("order", order.isDeclared ? "after" : "follows from the data that both carry"))
    return Finding(
      Self.descriptor, .startsEarly(later, earlier, order.lead, needed: needed),
      at: .link(later.id, later.timing.schedule == nil ? "window" : "schedule"),
      roles: [Finding.Role("later", .link(later.id)), Finding.Role("earlier", .link(earlier.id))],
      evidence: Evidence(path: Evidence.steps(along: [earlier, later]), figures: figures),
      related: [Finding.Related(.link(earlier.id), "writes what it reads")])
  }

  public static let descriptor = RuleDescriptor(
    id: "batch-before-its-source",
    title: "Batch before its source",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A run starts before the run that writes what it reads has ended.",
    rationale: """
      It reads what is there: half of today and half of yesterday. Nothing fails, so nobody sees it, \
      until a sum does not match. On the days on which the first run is slow it happens to those who \
      tested it, too.
      """,
    detection: """
      Of two runs with known starts one brings data to an element and the other takes the same data \
      from there, or lists it in `after`. The later one starts less than length × `margin` after the \
      earlier one; where that length is unknown, before the earlier one's window closes. What runs more \
      often than its source is left out, unless `after` says so.
      """,
    remedy: """
      Let the end of the first run start the second one, or move the second one behind it with a \
      margin, and let it check that its input is whole.
      """,
    falsePositives: "The second run is meant to take the data of the day before.",
    question: "How does the second run know that the first one has ended, and ended well?",
    references: ["Mendix documentation, Architecture best practices: Batch integration"],
    examples: [
      RuleExample(
        "the warehouse loads while the orders are still coming in",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
          warehouse: { name: Warehouse, type: warehouse }
        data:
          order: { name: Order, master: shop }
        links:
          - shop -> erp: hands over the orders
            via: sftp
            schedule: daily 01:00
            per-run: 360000
            throughput: 50/s
            carries: [order]
          - erp -> warehouse: exports the orders
            via: sftp
            schedule: ⟦daily 02:00⟧
            carries: [order]
        """),
      RuleExample(
        "an hour later the orders are in",
        """
        apps:
          shop: Web shop
        systems:
          erp: ERP
          warehouse: { name: Warehouse, type: warehouse }
        data:
          order: { name: Order, master: shop }
        links:
          - shop -> erp: hands over the orders
            via: sftp
            schedule: daily 01:00
            per-run: 360000
            throughput: 50/s
            carries: [order]
          - erp -> warehouse: exports the orders
            via: sftp
            schedule: daily 04:00
            carries: [order]
        """),
      RuleExample(
        "both at the same minute, as declared by after, whatever they take",
        """
        apps:
          a: A
          b: B
          c: C
        links:
          - { id: first, from: a, to: b, via: sftp, schedule: sunday 22:00 }
          - { id: second, from: b, to: c, via: sftp, schedule: ⟦"0 22 * * 0"⟧, after: [first] }
          - { id: third, from: b, to: c, via: sftp, schedule: sunday 23:00, after: [first] }
        """, testOnly: true),
      RuleExample(
        "the window of the first is still open",
        """
        apps:
          a: A
          b: B
          c: C
        data:
          order: { name: Order, master: a }
        links:
          - { from: a, to: b, via: sftp, window: { start: "23:00", duration: 2h }, carries: [order] }
          - { from: b, to: c, via: sftp, schedule: ⟦daily 00:30⟧, carries: [order] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func startsEarly(
    _ later: Link, _ earlier: Link, _ lead: Duration, needed: Duration?
  ) -> Self {
    guard let needed else {
      return
        "\(Wording.name(later)) starts in the same minute as its source \(Wording.name(earlier))"
    }
    return """
      \(Wording.name(later)) starts \(Wording.duration(lead)) after its source \
      (needs \(Wording.duration(needed))): \(Wording.name(earlier))
      """
  }
}
