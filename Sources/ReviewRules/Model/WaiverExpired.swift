public import ReviewEngine
import SolutionModel

/// Finds waivers whose last day has passed.
public struct WaiverExpired: Rule {
  public init() {}

  public static let judgesWaivers = true

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for use in subject.waiverUse {
      guard let today = subject.today, let hasExpired = use.hasExpired else {
        verdicts.unknown(missing: [ElementPath(.solution, "reviewed")])
        continue
      }
      if hasExpired {
        verdicts.fail(Self.finding(use, today))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ use: WaiverUse, _ today: CalendarDate) -> Finding {
    let days = today.dayNumber - use.waiver.until.dayNumber
    return Finding(
      descriptor, .hasRunOut(use), at: ElementPath(.waiver(use.index), "until"),
      evidence: Evidence(figures: [
        Evidence.Figure("ran out", "\(Wording.count(days, "day")) before \(today)"),
        Evidence.Figure("findings that are open again", "\(use.findingCount)"),
      ]),
      remedy: use.findingCount == 0 && use.wasAsked
        ? "Take the waiver out: what it covered is gone." : nil)
  }

  public static let descriptor = RuleDescriptor(
    id: "waiver-expired",
    title: "Waiver expired",
    family: .model,
    level: .warning,
    profile: .minimal,
    quality: .functionalSuitability,
    summary: "The last day of a waiver has passed.",
    rationale: """
      A waiver is a risk accepted for a time, by somebody, for a reason. When the time is over, the \
      acceptance is too: what it covered counts again, and the promise behind it was not kept.
      """,
    detection: """
      `until` of the waiver lies before the day of the review, which is `reviewed` of the model or, \
      without it, the day of the machine. A waiver still holds on its last day.
      """,
    remedy: """
      Mend what the waiver covers, or have it approved again with a new `until` and a reason that says \
      what has changed.
      """,
    falsePositives: "None: the day has passed or it has not.",
    question: "What was to be done by that day, and what stopped it?",
    references: [
      "Threagile, risk tracking with dates", "ISO 31000:2018, clause 6.5, Risk treatment",
    ],
    examples: [
      RuleExample(
        "accepted until June, reviewed in July",
        """
        reviewed: 2026-07-01
        apps: { shop: Web shop, stock: Stock }
        review:
          waivers:
            - rule: owner-missing
              on: shop
              reason: The team is being built
              approved-by: review board
              until: ⟦2026-06-30⟧
        """),
      RuleExample(
        "accepted until June, reviewed on the last day of June",
        """
        reviewed: 2026-06-30
        apps: { shop: Web shop, stock: Stock }
        review:
          waivers:
            - rule: owner-missing
              on: shop
              reason: The team is being built
              approved-by: review board
              until: 2026-06-30
        """),
    ])
}

extension Finding.Message {
  fileprivate static func hasRunOut(_ use: WaiverUse) -> Self {
    let effect =
      switch use.findingCount {
      case 0: ""
      case 1: ", and 1 finding is open again"
      default: ", and \(use.findingCount) findings are open again"
      }
    return "\(Wording.name(use.waiver)) ran out on \(use.waiver.until)\(effect)"
  }
}
