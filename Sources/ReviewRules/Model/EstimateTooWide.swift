public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds estimates that say that nobody knows yet.
public struct EstimateTooWide: Rule {
  /// The most that high less low may be, in units of what is typical.
  public var maximumSpread = 2.5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-spread", \.maximumSpread, in: 0.1...100,
      "The most that high less low may be, as a multiple of what is typical (ratio)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices {
      guard let estimate = links[place].record.estimate, estimate.typical > 0,
        links[place].status.map(\.isPlan) ?? true
      else { continue }
      let spread = (estimate.high - estimate.low) / estimate.typical
      if spread > maximumSpread {
        verdicts.fail(finding(links[place], estimate, spread: spread))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ estimate: EffortRange, spread: Double) -> Finding {
    Finding(
      Self.descriptor, .isGuesswork(link, estimate, spread: spread, limit: maximumSpread),
      at: .link(link.id, "estimate"), roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(figures: [
        .init("low", Self.days(estimate.low)), .init("typical", Self.days(estimate.typical)),
        .init("high", Self.days(estimate.high)),
        .init("spread, (high - low) / typical", Wording.decimal(spread, places: 2)),
        .init("limit", Wording.decimal(maximumSpread, places: 2), basis: "setting"),
      ]))
  }

  fileprivate static func days(_ effort: Double) -> String {
    Wording.decimal(effort, places: 1) + " person-days"
  }

  public static let descriptor = RuleDescriptor(
    id: "estimate-too-wide",
    title: "Estimate too wide",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "The range of an estimate is so wide that it says what nobody knows yet.",
    rationale: """
      A wide range is honest, and it is a message: something has not been tried. A few days of trying \
      cost less than the difference between the two ends.
      """,
    detection: """
      `(high - low) / typical` of the `estimate` of a link that is not built yet is above \
      `maximum-spread`.
      """,
    remedy: "Try the part that nobody has done before, for a fixed few days, and estimate again.",
    falsePositives: "The whole effort is small, and being wrong about it is cheaper than trying.",
    question: "What would one have to know for the high figure to be ruled out?",
    references: [
      "McConnell: Software Estimation, chapter 4, Where Does Estimation Error Come From?"
    ],
    examples: [
      RuleExample(
        "five days, or fifty",
        """
        apps: { shop: Web shop, ledger: Ledger }
        links:
          - from: shop
            to: ledger
            via: soap
            timeout: 2s
            status: proposed
            ⟦estimate⟧: { low: 5d, typical: 12d, high: 50d }
        """),
      RuleExample(
        "after a trial of three days",
        """
        apps: { shop: Web shop, ledger: Ledger }
        links:
          - from: shop
            to: ledger
            via: soap
            timeout: 2s
            status: proposed
            estimate: { low: 9d, typical: 12d, high: 20d }
        """),
      RuleExample(
        "what is built needs no estimate any more",
        """
        apps: { shop: Web shop, ledger: Ledger }
        links:
          - from: shop
            to: ledger
            via: soap
            timeout: 2s
            status: live
            estimate: { low: 5d, typical: 12d, high: 50d }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isGuesswork(
    _ link: Link, _ estimate: EffortRange, spread: Double, limit: Double
  ) -> Self {
    """
    the estimate of \(Wording.name(link)) runs from \(Wording.decimal(estimate.low, places: 1)) to \
    \(EstimateTooWide.days(estimate.high)), \(Wording.decimal(spread, places: 1)) times what is \
    typical (limit \(Wording.decimal(limit, places: 1)))
    """
  }
}
