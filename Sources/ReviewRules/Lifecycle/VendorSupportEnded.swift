public import ReviewEngine
import SolutionGraph
import SolutionModel
import VendorFacts

/// Finds technology whose vendor has stopped to mend it, or is about to.
public struct VendorSupportEnded: Rule {
  /// From how long before its end a version is told of.
  public var noticeDays = 180

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "notice", \.noticeDays, in: 0...3650,
      "From how long before its end a version is told of (days)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var answers = TechnologyAnswers(from: SupportEnd.answer)
    var users: [SupportEnd: [Int]] = [:]
    for vertex in graph.solution.elements.indices where graph.isRun(vertex) {
      guard graph.solution.elements[vertex].endOfLife == nil,
        let technology = graph.solution.elements[vertex].technology
      else { continue }
      switch answers.answer(for: technology) {
      case nil: break
      case .versionMissing?: verdicts.unknown(missing: "technology", ofElement: vertex)
      case .ends(let end)?:
        verdicts.used("technology", ofElement: vertex)
        users[end, default: []].append(vertex)
      }
    }
    let order = users.sorted { ($0.value[0], $0.key.version) < ($1.value[0], $1.key.version) }
    for (end, vertices) in order {
      guard let today = subject.today else {
        verdicts.unknown(missing: [ElementPath(.solution, "reviewed")])
        continue
      }
      if end.lastDay.dayNumber - today.dayNumber > noticeDays {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(end, vertices.map(graph.elementID), today))
      }
    }
  }

  private static func finding(_ end: SupportEnd, _ ids: [ElementID], _ today: CalendarDate)
    -> Finding
  {
    let days = end.lastDay.dayNumber - today.dayNumber
    return Finding(
      descriptor, .isNotMended(end, days: days, ids), at: .element(ids[0], "technology"),
      level: days < 0 ? nil : .note, weighs: ids.map { .element($0) },
      roles: [Finding.Role("solution", .solution)],
      discriminator: "\(end.product) \(end.version)",
      evidence: Evidence(figures: [
        .init(
          "end of \(end.kind)", end.lastDay.description,
          basis: "\(end.provenance.source), checked on \(end.provenance.checked)"),
        .init("day of the review", today.description),
        .init(days < 0 ? "days past" : "days left", "\(abs(days))"),
      ]),
      related: ids.dropFirst().map { Finding.Related(.element($0, "technology"), "runs on it too") }
    )
  }

  public static let descriptor = RuleDescriptor(
    id: "vendor-support-ended",
    title: "Vendor support ended",
    family: .lifecycle,
    level: .warning,
    weighs: [.criticality, .exposure],
    quality: .security,
    summary: "The vendor no longer mends the version that an element runs on, or soon will not.",
    rationale: """
      Holes that are found from then on stay open, and everybody can read of them. Platforms refuse \
      such versions in time, so the change that was put off comes on a day that others choose.
      """,
    detection: """
      `technology` of a part of our own names a product and version of the data file with ends of \
      support, whose last day lies before the day of the review, or within `notice` days after it \
      (then a note). One finding a version. The evidence gives the source and the day of its last \
      check. A part with an `end-of-life` of its own is left to the rules for that; a known product \
      without its version is unknown.
      """,
    remedy: "Move to a version that is mended, or buy extended support and write its end down.",
    falsePositives: """
      A distribution or cloud mends it longer than its maker, or the fact has aged: declare the \
      `end-of-life` that holds.
      """,
    question: "Who sends us the patch for the next hole, and until when?",
    references: [
      "endoflife.date, a collection of release cycles: https://endoflife.date",
      "OWASP Top 10 2021, A06: Vulnerable and Outdated Components",
    ],
    examples: [
      RuleExample(
        "two stores run on a version that nobody mends",
        """
        reviewed: 2026-07-01
        stores:
          orders: { name: Orders, technology: ⟦PostgreSQL 12.4⟧ }
          prices: { name: Prices, technology: PostgreSQL 12 }
        """),
      RuleExample(
        "a version that is mended for years",
        """
        reviewed: 2026-07-01
        stores:
          orders: { name: Orders, technology: PostgreSQL 16.3 }
          prices: { name: Prices, technology: PostgreSQL 16 }
        """),
      RuleExample(
        "an end within the notice; the model knows better; no version; another product",
        """
        reviewed: 2026-07-01
        stores:
          orders: { name: Orders, technology: ⟦PostgreSQL 14⟧ }
          prices: { name: Prices, technology: PostgreSQL 9.6, end-of-life: 2027-01-01 }
          points: { name: Points, technology: PostgreSQL }
          stock: { name: Stock, technology: Treebase 3 }
          bank: { name: Bank, technology: PostgreSQL 9.6, external: true }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isNotMended(_ end: SupportEnd, days: Int, _ ids: [ElementID]) -> Self {
    """
    the last day of \(end.kind) for \(end.product) \(end.version) \(days < 0 ? "was" : "is") \
    \(end.lastDay), \
    and \(Wording.count(ids.count, "part")) \(ids.count == 1 ? "runs" : "run") on it: \
    \(Wording.list(ids.map(\.text)))
    """
  }
}
