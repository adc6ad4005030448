public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows whose target nobody can confirm, because parts that they need declare no availability.
public struct AvailabilityUnknown: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    for figures in subject.graph.flowAvailabilities() {
      guard let target = figures.target, figures.availability >= target else { continue }
      if figures.missing.isEmpty {
        if !figures.parts.isEmpty { verdicts.pass() }
      } else {
        verdicts.fail(Self.finding(figures, target))
      }
    }
  }

  private static func finding(_ figures: FlowAvailability, _ target: Availability) -> Finding {
    let whole = figures.parts.count + figures.missing.count
    // What the others leave of the target has to do for all that say nothing.
    let left = target.fraction / figures.availability.fraction
    return Finding(
      descriptor, .cannotBeConfirmed(figures.flow, target, figures.missing, of: whole),
      at: .flow(figures.flow, "target.availability"),
      evidence: Evidence(
        figures: [
          .init("target", Wording.percent(target)),
          .init(
            "availability", "at most \(Wording.percent(figures.availability))",
            basis: "product of \(Wording.count(figures.parts.count, "part"))"),
          .init("parts that say nothing", "\(figures.missing.count)"),
        ]
          + [Availability(fraction: min(1, left))].compactMap { $0 }.map {
            .init(
              "left for them together", "at least \(Wording.percent($0))",
              basis: "target ÷ product of the others")
          }),
      related: figures.missing.prefix(20).map {
        Finding.Related(.element($0), "declares no availability")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "availability-unknown",
    title: "Availability unknown",
    family: .availability,
    level: .note,
    profile: .strict,
    quality: .reliability,
    summary: "A flow has a target, and parts that it cannot do without declare no availability.",
    rationale: """
      The target was promised to somebody, and nobody can say whether the design can keep it. The \
      missing figure is mostly that of a system of another team, and asking for it is the first \
      talk about who owes whom what.
      """,
    detection: """
      A flow with `target.availability` of which a hard element declares no `availability`, while the \
      product of those that do is not below the target. Where it is, `availability-below-target` \
      speaks. One finding a flow.
      """,
    remedy: """
      Ask those who run the elements for what they measured in the last year, or for what they \
      promise, and declare it; a rough figure is better than none.
      """,
    falsePositives: """
      The element is not needed for this flow: say so with `need: soft` or `optional`.
      """,
    question: "On whose word does this target rest?",
    references: [
      "Azure Well-Architected Framework, Failure mode analysis: https://learn.microsoft.com/azure/well-architected/reliability/failure-mode-analysis"
    ],
    examples: [
      RuleExample(
        "nobody knows how often the register is down",
        """
        apps:
          ordering: { name: Ordering, availability: 99.9% }
          customers: Customer register
        links:
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: ⟦99.5%⟧ }
            steps: [ordering -> customers]
        """),
      RuleExample(
        "every part has its figure",
        """
        apps:
          ordering: { name: Ordering, availability: 99.9% }
          customers: { name: Customer register, availability: 99.7% }
        links:
          - ordering -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            target: { availability: 99.5% }
            steps: [ordering -> customers]
        """),
      RuleExample(
        "a flow without a target asks for nothing",
        """
        apps:
          ordering: Ordering
          customers: Customer register
        links:
          - { from: ordering, to: customers, via: rest, timeout: 1s }
        flows:
          take-order:
            steps: [ordering -> customers]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func cannotBeConfirmed(
    _ flow: FlowID, _ target: Availability, _ missing: [ElementID], of count: Int
  ) -> Self {
    """
    the \(Wording.percent(target)) of '\(flow)' cannot be confirmed: no availability for \
    \(missing.count) of \(count) parts: \(Wording.list(missing.map(\.text)))
    """
  }
}
