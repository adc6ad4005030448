public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that are being withdrawn and have no last day.
public struct WithdrawalWithoutDate: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices
    where graph.solution.elements[vertex].lifecycle == .sunset {
      let users = Set(graph.legs(into: vertex).map(\.link)).sorted()
      if Self.hasLastDay(vertex, in: graph) {
        verdicts.used("end-of-life", ofElement: vertex)
        verdicts.pass()
      } else if !users.isEmpty {
        verdicts.fail(Self.finding(graph.elementID(vertex), users.map(graph.linkID)))
      }
    }
  }

  /// Whether it or what is around it has one.
  private static func hasLastDay(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    sequence(first: vertex) { graph.placements[$0].parent }
      .contains { graph.solution.elements[$0].endOfLife != nil }
  }

  private static func finding(_ id: ElementID, _ users: [LinkID]) -> Finding {
    Finding(
      descriptor, .endsSomeDay(id, users.count), at: .element(id, "lifecycle"),
      roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(figures: [
        .init("lifecycle", Lifecycle.sunset.rawValue), .init("links to it", "\(users.count)"),
      ]),
      related: users.prefix(20).map { Finding.Related(.link($0), "still uses it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "withdrawal-without-date",
    title: "Withdrawal without a date",
    family: .lifecycle,
    level: .note,
    weighs: [.criticality],
    profile: .board,
    quality: .maintainability,
    summary: "An element is being withdrawn, is still used, and has no last day.",
    rationale: """
      Without a day nobody plans to leave, and the old and the new are run side by side for years: \
      twice the cost, and two answers to one question.
      """,
    detection: """
      An element says `lifecycle: sunset`, links in use lead to it, and neither it nor what lies around \
      it has an `end-of-life`.
      """,
    remedy: "Agree on a last day with those who use it, and write it down as `end-of-life`.",
    falsePositives:
      "It waits for a successor that has no day yet: then the successor is what is late.",
    question: "What would have to be done so that it can be switched off, and who does it?",
    references: ["Nottingham, Wilde: RFC 8594, The Sunset HTTP Header Field"],
    examples: [
      RuleExample(
        "the price list goes some day",
        """
        apps:
          shop: Web shop
          prices: { name: Price list, lifecycle: ⟦sunset⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """),
      RuleExample(
        "it goes at the end of the year",
        """
        apps:
          shop: Web shop
          prices: { name: Price list, lifecycle: sunset, end-of-life: 2026-12-31 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """),
      RuleExample(
        "a system has one day for all that is in it; what nobody uses needs none",
        """
        systems:
          old:
            end-of-life: 2026-12-31
            apps:
              prices: { name: Price list, lifecycle: sunset }
          unused: { lifecycle: sunset }
        apps:
          shop: Web shop
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func endsSomeDay(_ id: ElementID, _ users: Int) -> Self {
    """
    \(Wording.name(id)) is being withdrawn without a last day, and \
    \(Wording.count(users, "link")) still \(users == 1 ? "leads" : "lead") to it
    """
  }
}
