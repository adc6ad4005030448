public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data with copies of which nobody said how a deletion reaches them.
public struct DeletionUndefined: Rule {
  /// From how many such data entities they are one finding.
  public var foldFrom = 5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many data entities without a policy they are one finding (data entities)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    var silent: [DataObject] = []
    for object in subject.solution.data where !object.copies.isEmpty && Self.isDeleted(object) {
      switch object.deletePolicy {
      case .soft, .hard:
        verdicts.used(.data(object.id, "delete-policy"))
        verdicts.pass()
      case .some(.none):
        verdicts.used(.data(object.id, "delete-policy"))
        if Self.isPersonal(object) {
          verdicts.fail(Self.finding(object))
        } else {
          verdicts.pass()
        }
      case nil:
        verdicts.lacks(.data(object.id, "delete-policy"))
        silent.append(object)
      }
    }
    guard silent.count >= foldFrom else {
      for object in silent { verdicts.fail(Self.finding(object)) }
      return
    }
    let isPersonal = silent.contains(where: Self.isPersonal)
    verdicts.fail(
      Finding(
        Self.descriptor, .sayNothing(silent), at: ElementPath(.solution),
        level: isPersonal ? .warning : nil,
        related: silent.prefix(20).map { Finding.Related(.data($0.id), "has no delete policy") }))
  }

  /// Logs, events and figures are not deleted one by one.
  private static func isDeleted(_ object: DataObject) -> Bool {
    switch object.class {
    case .master, .reference, .transactional, .content, .identity, nil: true
    case .event, .analytical, .configuration, .log: false
    }
  }

  private static func isPersonal(_ object: DataObject) -> Bool {
    switch object.personal {
    case .personal, .special: true
    case .some(.none), nil: false
    }
  }

  private static func finding(_ object: DataObject) -> Finding {
    let isRefused = object.deletePolicy != nil
    return Finding(
      descriptor, isRefused ? .isNeverDeleted(object) : .saysNothing(object),
      at: .data(object.id, isRefused ? "delete-policy" : nil),
      level: isPersonal(object) ? .warning : nil,
      evidence: Evidence(
        figures: [
          .init("copies", "\(object.copies.count)"),
          .init("delete-policy", "none", basis: isRefused ? nil : "not declared"),
          object.personal.map { .init("personal", $0.rawValue) },
        ].compactMap { $0 }),
      related: object.copies.prefix(20).map {
        Finding.Related(.element($0.element), "keeps a copy")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "deletion-undefined",
    title: "Deletion undefined",
    family: .data,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "Data has copies, and nobody has said how a deletion reaches them.",
    rationale: """
      What is deleted at the master lives on in the copies, or is taken for new there and sent back. A \
      customer who was deleted at their request then gets the next catalogue.
      """,
    detection: """
      A data entity with `copies` and without `delete-policy`; those of class `event`, `analytical`, \
      `configuration` and `log` are left out. A warning where it is about people, then also with \
      `delete-policy: none`. From `fold-from` of them on they are one finding.
      """,
    remedy: """
      Mark deleted records at the master (`soft`) and let the mark travel like any other change, so that \
      each copy can decide; delete for good after the retention.
      """,
    falsePositives:
      "Every transfer brings the whole set, and what is not in it goes: declare `hard`.",
    question: "A record was deleted at the master yesterday: in which copies is it still there?",
    references: [
      "Regulation (EU) 2016/679 (GDPR), Articles 17 and 19: Right to erasure, Notification obligation"
    ],
    examples: [
      RuleExample(
        "customers are copied, and nobody said how they go",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          ⟦customer⟧:
            class: master
            master: crm
            personal: personal
            copies: [{ in: shop }]
        """),
      RuleExample(
        "a mark travels to the copies",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          customer:
            class: master
            master: crm
            personal: personal
            delete-policy: soft
            copies: [{ in: shop }]
        """),
      RuleExample(
        "people must not be kept for ever, prices may, and figures are not deleted singly",
        """
        apps: { crm: CRM, shop: Shop }
        data:
          customer: { master: crm, personal: special, delete-policy: ⟦none⟧, copies: [{ in: shop }] }
          price: { master: crm, delete-policy: none, copies: [{ in: shop }] }
          turnover: { class: analytical, master: crm, copies: [{ in: shop }] }
        """, testOnly: true),
      RuleExample(
        "a model that never speaks of it",
        """
        solution: ⟦Example⟧
        apps: { m: M, n: N }
        data:
          a: { master: m, copies: [{ in: n }] }
          b: { master: m, copies: [{ in: n }] }
          c: { master: m, copies: [{ in: n }] }
          d: { master: m, copies: [{ in: n }] }
          e: { master: m, copies: [{ in: n }] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func saysNothing(_ object: DataObject) -> Self {
    let count = object.copies.count
    let copies = count == 1 ? "copy" : "\(count) copies"
    return "nothing says how a deletion of \(Wording.name(object.id)) reaches its \(copies)"
  }

  fileprivate static func isNeverDeleted(_ object: DataObject) -> Self {
    "\(Wording.name(object.id)) is about people, is copied, and is never deleted"
  }

  fileprivate static func sayNothing(_ objects: [DataObject]) -> Self {
    """
    nothing says how a deletion of \(objects.count) data entities reaches their copies: \
    \(Wording.list(objects.map(\.id.text)))
    """
  }
}
