public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements in use whose end of life has passed.
public struct EndOfLifePassed: Rule {
  public init() {}

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
      let uses = Set(graph.legs(into: vertex).map(\.link))
        .union(graph.legs(outOf: vertex).map(\.link)).sorted()
      if end >= today || uses.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(graph.elementID(vertex), end, today, uses.map(graph.linkID)))
      }
    }
  }

  private static func finding(
    _ id: ElementID, _ end: CalendarDate, _ today: CalendarDate, _ uses: [LinkID]
  ) -> Finding {
    let days = today.dayNumber - end.dayNumber
    return Finding(
      descriptor, .isPastItsEnd(id, end, days: days, uses: uses.count),
      at: .element(id, "end-of-life"), roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(figures: [
        .init("end-of-life", end.description), .init("day of the review", today.description),
        .init("days past", "\(days)"), .init("links in use", "\(uses.count)"),
      ]),
      related: uses.prefix(20).map { Finding.Related(.link($0), "still uses or serves it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "end-of-life-passed",
    title: "End of life passed",
    family: .lifecycle,
    level: .warning,
    weighs: [.criticality, .exposure],
    profile: .minimal,
    quality: .security,
    summary: "The end of life of an element has passed, and links still lead to it or from it.",
    rationale: """
      From that day nobody mends it: the next hole in it stays open, and the next change around it \
      finds nobody who knows it. The cost of leaving grows each month, and is paid all at once.
      """,
    detection: """
      `end-of-life` lies before the day of the review, the element is not `retired`, and a link in use \
      touches it. The day of the review is `reviewed` of the model or that of the machine; without one \
      it is unknown.
      """,
    remedy: """
      Move its users to the successor and give it `lifecycle: retired`, or buy support and write the \
      new day down.
      """,
    falsePositives: "Support was extended: the day in the model is the old one.",
    question: "Who mends it if a hole in it is published tomorrow?",
    references: [
      "NIST SP 800-40 Rev. 4, Guide to Enterprise Patch Management Planning",
      "ISO/IEC 27002:2022, 8.8 Management of technical vulnerabilities",
    ],
    examples: [
      RuleExample(
        "the price list ended in March and is still asked",
        """
        reviewed: 2026-07-01
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: ⟦2026-03-31⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """),
      RuleExample(
        "nobody uses it any more",
        """
        reviewed: 2026-07-01
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: 2026-03-31 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, status: retired }
        """),
      RuleExample(
        "on its last day it lives, and without a day of review nothing is said",
        """
        reviewed: 2026-03-31
        apps:
          shop: Web shop
          prices: { name: Price list, end-of-life: 2026-03-31 }
          old: { name: Old prices, end-of-life: 2020-01-01, lifecycle: retired }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isPastItsEnd(
    _ id: ElementID, _ end: CalendarDate, days: Int, uses: Int
  ) -> Self {
    """
    \(Wording.name(id)) reached its end of life on \(end), \(Wording.count(days, "day")) ago, and \
    \(Wording.count(uses, "link")) still \(uses == 1 ? "touches" : "touch") it
    """
  }
}
