public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that are watched less closely than the business depends on them.
public struct MonitoringBelowCriticality: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices where graph.isRun(vertex) {
      let monitoring = graph.solution.elements[vertex].monitoring
      guard let criticality = graph.placements[vertex].criticality else {
        if monitoring != nil { verdicts.unknown(missing: "criticality", ofElement: vertex) }
        continue
      }
      let expected = Self.expected(at: criticality)
      guard let monitoring else {
        if criticality >= .high { verdicts.unknown(missing: "monitoring", ofElement: vertex) }
        continue
      }
      verdicts.used("monitoring", ofElement: vertex)
      if monitoring.rank < expected.rank {
        let basis = graph.solution.criticality(of: graph.element(vertex))
        verdicts.fail(Self.finding(graph.elementID(vertex), monitoring, expected, basis))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What a level of criticality asks for.
  static func expected(at criticality: Criticality) -> Monitoring {
    switch criticality {
    case .low, .medium: .local
    case .high, .core: .central
    case .businessCritical: .professional
    }
  }

  private static func finding(
    _ id: ElementID, _ monitoring: Monitoring, _ expected: Monitoring,
    _ criticality: Fact<Criticality>
  ) -> Finding {
    Finding(
      descriptor,
      .isWatchedTooLittle(id, monitoring, expected, criticality.value?.rawValue ?? ""),
      at: .element(id, "monitoring"),
      evidence: Evidence(
        figures: [
          Evidence.Figure("monitoring", monitoring.rawValue),
          Evidence.Figure("expected", expected.rawValue, basis: "the table of the rule"),
          Evidence.Figure("criticality", criticality),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "monitoring-below-criticality",
    title: "Monitoring below criticality",
    family: .operability,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .reliability,
    summary: "An element is watched less closely than its criticality asks for.",
    rationale: """
      The time until somebody notices is often the largest part of an outage. What the business \
      depends on most deserves people who watch it for a living; what it hardly misses may keep a log.
      """,
    detection: """
      `monitoring` of an element of our own is less than its `criticality` asks for: `local` up to \
      *medium*, `central` for *high* and *core*, `professional` for *business-critical*. The \
      criticality may come from what is around it. From *high* on, a missing `monitoring` is unknown.
      """,
    remedy: """
      Send its measures and logs to where the others are watched; for business-critical parts agree \
      with those who watch around the clock what an alarm is and whom it wakes.
      """,
    falsePositives: "The criticality is inherited and too high for this part: declare its own.",
    question: "When it failed last, who noticed first, and how long after it began?",
    references: [
      "ISO/IEC 20000-1:2018, clause 9.1, monitoring by agreed service levels",
      "Beyer and others: Site Reliability Engineering, chapter 6, Monitoring Distributed Systems",
    ],
    examples: [
      RuleExample(
        "a core app that only its own log knows about",
        """
        apps:
          ordering: { name: Ordering, criticality: core, monitoring: ⟦local⟧ }
        """),
      RuleExample(
        "a core app in central monitoring",
        """
        apps:
          ordering: { name: Ordering, criticality: core, monitoring: central }
        """),
      RuleExample(
        "each level has its own measure, and a system passes its criticality on",
        """
        criticality: medium
        systems:
          payment:
            criticality: business-critical
            apps:
              cards: { name: Cards, monitoring: ⟦central⟧ }
              ledger: { name: Ledger, monitoring: professional }
        apps:
          wiki: { name: Wiki, monitoring: local }
          intranet: { name: Intranet, monitoring: ⟦none⟧ }
          bank: { name: Bank, external: true, criticality: core, monitoring: none }
        """, testOnly: true),
    ])
}

extension Monitoring {
  /// From 0 for `none` to 3 for `professional`.
  fileprivate var rank: Int {
    switch self {
    case .none: 0
    case .local: 1
    case .central: 2
    case .professional: 3
    }
  }
}

extension Finding.Message {
  fileprivate static func isWatchedTooLittle(
    _ id: ElementID, _ monitoring: Monitoring, _ expected: Monitoring, _ criticality: String
  ) -> Self {
    """
    \(Wording.name(id)) is \(criticality) and has \(monitoring == .none ? "no" : monitoring.rawValue) \
    monitoring, where \(expected.rawValue) is expected
    """
  }
}
