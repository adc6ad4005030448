public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds master data of many users that no team looks after.
public struct StewardMissing: Rule {
  /// From how many copies on somebody must settle conflicts.
  public var copies = 3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "copies", \.copies, in: 1...100, "From how many copies on a steward is asked for (copies)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let objects = subject.solution.data.filter {
      $0.class == .master && $0.copies.count >= copies
    }
    for object in objects {
      if object.steward != nil {
        verdicts.used(.data(object.id, "steward"))
        verdicts.pass()
      } else {
        verdicts.lacks(.data(object.id, "steward"))
        verdicts.fail(finding(object))
      }
    }
  }

  private func finding(_ object: DataObject) -> Finding {
    Finding(
      Self.descriptor, .nobodySettles(object, limit: copies), at: .data(object.id),
      evidence: Evidence(figures: [
        .init("copies", "\(object.copies.count)"), .init("steward asked for from", "\(copies)"),
      ]),
      related: object.copies.prefix(20).map {
        Finding.Related(.element($0.element), "keeps a copy")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "steward-missing",
    title: "Steward missing",
    family: .data,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "Master data with many copies has no team that settles conflicts about it.",
    rationale: """
      Which of two customers is the real one, and what a new kind of customer is called, no program \
      can decide. Without a name for who does, each team decides for itself, and the copies drift.
      """,
    detection: """
      A data entity of class `master` with `copies` or more of them, three if not set, has no \
      `steward`.
      """,
    remedy:
      "Ask the business for one team that decides, give it a screen for duplicates, and name it.",
    falsePositives:
      "The owner of the master is that team, and known as such: name it as `steward` too.",
    question: "Two departments disagree about a customer's name: whose phone rings?",
    references: [
      "DAMA-DMBOK, 2nd edition, Chapter 3: Data Governance"
    ],
    examples: [
      RuleExample(
        "customers in four places, and nobody to ask",
        """
        apps: { crm: CRM, shop: Shop, billing: Billing, mailing: Mailing }
        data:
          ⟦customer⟧:
            class: master
            master: crm
            copies: [{ in: shop }, { in: billing }, { in: mailing }]
        """),
      RuleExample(
        "sales operations decides",
        """
        teams: { sales-operations: Sales operations }
        apps: { crm: CRM, shop: Shop, billing: Billing, mailing: Mailing }
        data:
          customer:
            class: master
            master: crm
            steward: sales-operations
            copies: [{ in: shop }, { in: billing }, { in: mailing }]
        """),
      RuleExample(
        "with two copies people find each other",
        """
        apps: { crm: CRM, shop: Shop, billing: Billing, mailing: Mailing }
        data:
          customer: { class: master, master: crm, copies: [{ in: shop }, { in: billing }] }
          country: { class: reference, master: crm, copies: [{ in: shop }, { in: billing }, { in: mailing }] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func nobodySettles(_ object: DataObject, limit: Int) -> Self {
    """
    nobody settles conflicts about \(Wording.name(object.id)), which has \(object.copies.count) copies \
    (from \(limit) on a steward is asked for)
    """
  }
}
