public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements whose end of life comes soon and that are still in full use.
public struct EndOfLifeNear: Rule {
  /// How long before the end of life its users begin to leave.
  public var noticeDays = 365

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "notice", \.noticeDays, in: 1...3650,
      "How long before the end of life its users begin to leave (days)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices {
      guard let end = graph.solution.elements[vertex].endOfLife,
        graph.placements[vertex].lifecycle != .retired
      else { continue }
      guard let today = subject.today else {
        verdicts.unknown(missing: [ElementPath(.solution, "reviewed")])
        continue
      }
      guard end >= today else { continue }
      let stays = Self.linksThatStay(at: vertex, in: graph)
      if end.dayNumber - today.dayNumber > noticeDays || stays.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(finding(graph.elementID(vertex), end, today, stays.map(graph.linkID)))
      }
    }
  }

  /// The links into an element that are not on their way out, by place.
  private static func linksThatStay(at vertex: Int, in graph: SolutionGraph) -> [Int] {
    Set(graph.legs(into: vertex).map(\.link))
      .filter { graph.solution.links[$0].status != .deprecated }.sorted()
  }

  private func finding(
    _ id: ElementID, _ end: CalendarDate, _ today: CalendarDate, _ links: [LinkID]
  ) -> Finding {
    let days = end.dayNumber - today.dayNumber
    return Finding(
      Self.descriptor, .endsSoon(id, end, days: days, limit: noticeDays, links: links.count),
      at: .element(id, "end-of-life"), roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(figures: [
        .init("end-of-life", end.description), .init("day of the review", today.description),
        .init("days left", "\(days)"), .init("notice", "\(noticeDays) days", basis: "setting"),
      ]),
      related: links.prefix(20).map { Finding.Related(.link($0), "is not deprecated") })
  }

  public static let descriptor = RuleDescriptor(
    id: "end-of-life-near",
    title: "End of life near",
    family: .lifecycle,
    level: .note,
    weighs: [.criticality],
    quality: .flexibility,
    summary: "An element ends within a year, and its users show no sign of leaving.",
    rationale: """
      Replacing a system takes longer than the notice that its vendor gives. Those who begin while \
      there is time choose; the others take what can be had.
      """,
    detection: """
      `end-of-life` is within `notice` days after the day of the review, the element is not \
      `retired`, and links in use lead to it that are not `deprecated`. An end that has passed is left \
      to `end-of-life-passed`; without a day of review it is unknown.
      """,
    remedy: "Plan the successor, mark the links as `deprecated`, and set their owners a day.",
    falsePositives: "The links move to the successor by themselves, as behind a gateway.",
    question: "What takes its place, and which of its users needs longest to move?",
    references: [
      "The Open Group, TOGAF Standard, 10th Edition: Phase F, Migration Planning",
      "ISO/IEC/IEEE 15288:2023, 6.4.14 Disposal process",
    ],
    examples: [
      RuleExample(
        "the price list ends in half a year",
        """
        reviewed: 2026-07-01
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: ⟦2026-12-31⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """),
      RuleExample(
        "its only user is leaving",
        """
        reviewed: 2026-07-01
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: 2026-12-31 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, status: deprecated }
        """),
      RuleExample(
        "two years are enough, and what has passed is told elsewhere",
        """
        reviewed: 2026-07-01
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: 2028-12-31 }
          points: { name: Points, end-of-life: 2026-06-30 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
          - { from: shop, to: points, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func endsSoon(
    _ id: ElementID, _ end: CalendarDate, days: Int, limit: Int, links: Int
  ) -> Self {
    """
    \(Wording.name(id)) reaches its end of life on \(end), in \(Wording.count(days, "day")) \
    (notice \(limit)), and \(Wording.count(links, "link")) to it \(links == 1 ? "stays" : "stay")
    """
  }
}
