public import ReviewEngine
import SolutionModel

/// Finds waivers that cover nothing.
public struct WaiverWithoutMatch: Rule {
  public init() {}

  public static let judgesWaivers = true

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    for use in subject.waiverUse where use.wasAsked && use.hasExpired != true {
      if use.findingCount > 0 {
        verdicts.pass()
      } else {
        verdicts.fail(
          Finding(Self.descriptor, .coversNothing(use), at: ElementPath(.waiver(use.index))))
      }
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "waiver-without-match",
    title: "Waiver without match",
    family: .model,
    level: .warning,
    profile: .minimal,
    quality: .functionalSuitability,
    summary: "A waiver covers no finding.",
    rationale: """
      What the waiver accepted is mended, or its subject got another name. If it stays, it will one day \
      cover a finding that nobody has looked at.
      """,
    detection: """
      A waiver that has not run out and covers no finding of the rules that it names. It is not judged \
      when none of those rules was asked in this review.
      """,
    remedy: """
      Take the waiver out; or, where its subject was renamed, give the subject `formerly` with the old \
      id, or correct `on`.
      """,
    falsePositives: """
      The finding comes and goes with a part of the model that this review leaves out: review the whole \
      model.
      """,
    question: "Was the flaw mended, or does the waiver miss it?",
    references: [
      "Ruff, rule RUF100: unused suppression", "ESLint: report unused disable directives",
    ],
    examples: [
      RuleExample(
        "the shop has an owner by now",
        """
        owner: sales
        reviewed: 2026-07-01
        teams: { sales: Sales IT }
        apps: { shop: Web shop, stock: Stock }
        review:
          waivers:
            - rule: ⟦owner-missing⟧
              on: shop
              reason: The team is being built
              approved-by: review board
              until: 2026-12-31
        """),
      RuleExample(
        "the shop has no owner yet",
        """
        reviewed: 2026-07-01
        teams: { sales: Sales IT }
        apps:
          shop: Web shop
          stock: { owner: sales }
        review:
          waivers:
            - rule: owner-missing
              on: shop
              reason: The team is being built
              approved-by: review board
              until: 2026-12-31
        """),
    ])
}

extension Finding.Message {
  fileprivate static func coversNothing(_ use: WaiverUse) -> Self {
    "\(Wording.name(use.waiver)) covers no finding"
  }
}
