public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds parts that go live soon while their links to others are still ideas.
public struct ScopedLate: Rule {
  /// How long before the first day of service a link to another party is agreed.
  public var leadDays = 90

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "lead", \.leadDays, in: 1...1000,
      "How long before the first day of service a link to another party is agreed (days)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices {
      guard let first = graph.solution.elements[vertex].goLive,
        graph.placements[vertex].lifecycle != .retired
      else { continue }
      let foreign = Self.foreignLinks(of: vertex, in: graph)
      guard !foreign.isEmpty else { continue }
      guard let today = subject.today else {
        verdicts.unknown(missing: [ElementPath(.solution, "reviewed")])
        continue
      }
      let open = foreign.filter { Self.isOpen(graph.solution.links[$0].status) }
      let days = first.dayNumber - today.dayNumber
      if open.isEmpty || days > leadDays || days < 0 {
        verdicts.pass()
      } else {
        verdicts.fail(
          finding(graph.elementID(vertex), first, today, open.map { graph.solution.links[$0] }))
      }
    }
  }

  private static func isOpen(_ status: LinkStatus?) -> Bool {
    switch status {
    case .idea, .proposed: true
    case .agreed, .live, .deprecated, .retired, nil: false
    }
  }

  /// The links of an element to what somebody outside, or another team, runs; by place.
  private static func foreignLinks(of vertex: Int, in graph: SolutionGraph) -> [Int] {
    let out = graph.legs(outOf: vertex).map { ($0.link, $0.destination) }
    let into = graph.legs(into: vertex).map { ($0.link, $0.source) }
    let own = graph.placements[vertex]
    let foreign = (out + into).filter { _, other in
      let there = graph.placements[other]
      let isTeamOther = own.owner != nil && there.owner != nil && own.owner != there.owner
      return graph.solution.elements[other].kind != .person
        && (there.isExternal != own.isExternal || isTeamOther)
    }
    return Set(foreign.map(\.0)).sorted()
  }

  private func finding(
    _ id: ElementID, _ first: CalendarDate, _ today: CalendarDate, _ links: [Link]
  ) -> Finding {
    let days = first.dayNumber - today.dayNumber
    return Finding(
      Self.descriptor, .isNotAgreed(id, first, days: days, limit: leadDays, links),
      at: .element(id, "go-live"), roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: [links[0]]),
        figures: [
          .init("go-live", first.description), .init("day of the review", today.description),
          .init("days left", "\(days)"), .init("lead", "\(leadDays) days", basis: "setting"),
        ]),
      related: links.map {
        Finding.Related(.link($0.id, "status"), "is still \($0.status?.rawValue ?? "open")")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "scoped-late",
    title: "Scoped too late",
    family: .lifecycle,
    level: .warning,
    weighs: [.criticality],
    quality: .flexibility,
    summary: "A part goes live soon, and its links to other parties are not agreed.",
    rationale: """
      What another team or company has to do follows their calendar. It is the one part of a plan that \
      more people on our side cannot make faster.
      """,
    detection: """
      `go-live` lies within `lead` days after the day of the review, and links in use between the \
      element and something external, or owned by another team, have `status: idea` or `proposed`. \
      Without a day of review it is unknown.
      """,
    remedy: "Agree on the contract and on a day with the other side now, or move the first day.",
    falsePositives:
      "The part goes live without these links at first: say so by a later `go-live` of its own.",
    question: "What has the other side promised, in writing, and for which day?",
    references: ["Brooks: The Mythical Man-Month, chapter 2"],
    examples: [
      RuleExample(
        "the shop opens in six weeks, and the bank has agreed to nothing",
        """
        reviewed: 2026-07-01
        apps:
          shop: { name: Web shop, lifecycle: planned, go-live: ⟦2026-08-15⟧ }
        systems: { bank: { name: Bank, external: true } }
        links:
          - { from: shop, to: bank, via: rest, timeout: 3s, status: proposed }
        """),
      RuleExample(
        "the bank has agreed",
        """
        reviewed: 2026-07-01
        apps:
          shop: { name: Web shop, lifecycle: planned, go-live: 2026-08-15 }
        systems: { bank: { name: Bank, external: true } }
        links:
          - { from: shop, to: bank, via: rest, timeout: 3s, status: agreed }
        """),
      RuleExample(
        "another team counts; a year is time enough; a day of the past says nothing",
        """
        reviewed: 2026-07-01
        teams: { sales: Sales IT, finance: Finance IT }
        apps:
          shop: { name: Web shop, owner: sales, lifecycle: planned, go-live: ⟦2026-08-15⟧ }
          ledger: { name: Ledger, owner: finance, go-live: 2020-01-01 }
          points: { name: Points, owner: sales, lifecycle: planned, go-live: 2027-06-01 }
        links:
          - { from: shop, to: ledger, via: rest, timeout: 3s, status: idea }
          - { from: points, to: ledger, via: rest, timeout: 3s, status: idea }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isNotAgreed(
    _ id: ElementID, _ first: CalendarDate, days: Int, limit: Int, _ links: [Link]
  ) -> Self {
    """
    \(Wording.name(id)) goes live on \(first), in \(Wording.count(days, "day")) (lead \(limit)), with \
    \(Wording.count(links.count, "link")) not agreed: \
    \(links.prefix(4).map { Wording.name($0) }.joined(separator: ", "))
    """
  }
}
