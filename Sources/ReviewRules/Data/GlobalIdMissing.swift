public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds records that several elements keep and that no field names everywhere alike.
public struct GlobalIdMissing: Rule {
  /// From how many such data entities they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many data entities without a global id they are one finding (data entities)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    var lacking: [DataObject] = []
    for object in subject.solution.data where Self.isShared(object) {
      if object.globalID == nil {
        verdicts.lacks(.data(object.id, "global-id"))
        lacking.append(object)
      } else {
        verdicts.used(.data(object.id, "global-id"))
        verdicts.pass()
      }
    }
    guard lacking.count >= foldFrom else {
      for object in lacking { verdicts.fail(Self.finding(object)) }
      return
    }
    verdicts.fail(
      Finding(
        Self.descriptor, .haveNoCommonName(lacking), at: ElementPath(.solution),
        related: lacking.prefix(20).map { Finding.Related(.data($0.id), "has no global id") }))
  }

  /// Whether two elements or more keep records that can be told apart.
  private static func isShared(_ object: DataObject) -> Bool {
    guard Set(object.masters + object.copies.map(\.element)).count > 1 else { return false }
    switch object.class {
    case .master, .transactional, .identity: return true
    case .reference, .event, .analytical, .content, .configuration, .log, nil: return false
    }
  }

  private static func finding(_ object: DataObject) -> Finding {
    let keepers = Set(object.masters + object.copies.map(\.element)).sorted()
    return Finding(
      descriptor, .hasNoCommonName(object, keepers), at: .data(object.id),
      evidence: Evidence(figures: [.init("elements that keep it", "\(keepers.count)")]),
      related: keepers.prefix(20).map { Finding.Related(.element($0), "keeps it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "global-id-missing",
    title: "Global id missing",
    family: .data,
    level: .note,
    profile: .strict,
    quality: .compatibility,
    summary: "Several elements keep the same records, and no field names one of them everywhere.",
    rationale: """
      Without it records are matched by name and birthday, which works until the first two people \
      share both. A support case that crosses two systems begins with finding out who is meant.
      """,
    detection: """
      A data entity of class `master`, `transactional` or `identity` that two or more elements keep, \
      as masters and `copies`, without `global-id`. From `fold-from` of them on they are one finding.
      """,
    remedy: """
      Let the master give each record an id that never changes and means nothing, carry it on every \
      link, and store it in every copy; declare its field as `global-id`.
      """,
    falsePositives:
      "A key of the law or of the trade names it already, as a tax number: declare that.",
    question: "By what do you find this customer's order in the other system?",
    references: [
      "Enterprise Integration Patterns, Correlation Identifier: https://www.enterpriseintegrationpatterns.com/patterns/messaging/CorrelationIdentifier.html",
      "RFC 9562, Universally Unique IDentifiers (UUIDs)",
    ],
    examples: [
      RuleExample(
        "customers in two places, matched by name",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          ⟦customer⟧:
            class: master
            master: crm
            copies: [{ in: shop }]
        """),
      RuleExample(
        "each customer has one number everywhere",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          customer:
            class: master
            master: crm
            global-id: customer-number
            copies: [{ in: shop }]
        """),
      RuleExample(
        "a list of codes and what one element keeps need none",
        """
        apps: { crm: CRM, shop: Shop }
        data:
          country: { class: reference, master: crm, copies: [{ in: shop }] }
          note: { class: transactional, master: crm }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoCommonName(_ object: DataObject, _ keepers: [ElementID]) -> Self {
    """
    \(keepers.count) elements keep \(Wording.name(object.id)) without an id in common: \
    \(Wording.list(keepers.map(\.text)))
    """
  }

  fileprivate static func haveNoCommonName(_ objects: [DataObject]) -> Self {
    """
    \(objects.count) data entities are kept in several places without an id in common: \
    \(Wording.list(objects.map(\.id.text)))
    """
  }
}
