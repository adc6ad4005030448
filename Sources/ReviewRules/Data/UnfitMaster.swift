public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds masters that cannot decide about data, because they only pass it on or hold what others sent.
public struct UnfitMaster: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for object in solution.data where Self.isDecidedAbout(object) {
      for id in object.masters {
        guard let element = solution.element(id) else { continue }
        if let reason = Self.reason(against: element) {
          verdicts.fail(Self.finding(object, element, reason))
        } else {
          verdicts.pass()
        }
      }
    }
  }

  /// Figures and logs may well come from where they are gathered.
  private static func isDecidedAbout(_ object: DataObject) -> Bool {
    switch object.class {
    case .master, .reference, .transactional, .content, .identity, nil: true
    case .event, .analytical, .configuration, .log: false
    }
  }

  /// Why an element cannot be a master; nil when it can.
  private static func reason(against element: Element) -> String? {
    switch (element.kind, element.type?.rawValue) {
    case (.channel, _): "passes messages on"
    case (.person, _): "is a person and keeps no records"
    case (.store, "cache"): "is a cache, which may forget"
    case (.store, "search"): "is a search index, which is built from elsewhere"
    case (.store, "lake"), (.store, "warehouse"), (.system, "warehouse"), (.system, "bi"):
      "gathers what others decide"
    case (.application, "gateway"), (.application, "integration"):
      "passes on what others decide"
    default: nil
    }
  }

  private static func finding(_ object: DataObject, _ element: Element, _ reason: String) -> Finding
  {
    Finding(
      descriptor, .cannotDecide(object, element.id, reason), at: .data(object.id, "master"),
      roles: [
        Finding.Role("data", .data(object.id)), Finding.Role("master", .element(element.id)),
      ],
      evidence: Evidence(
        path: [Evidence.Step(.element(element.id), reason)],
        figures: [
          .init("kind", element.kind.title),
          element.type.map { .init("type", $0.rawValue) },
          object.class.map { .init("class of '\(object.id)'", $0.rawValue) },
        ].compactMap { $0 }),
      related: [Finding.Related(.element(element.id), reason)])
  }

  public static let descriptor = RuleDescriptor(
    id: "unfit-master",
    title: "Unfit master",
    family: .data,
    level: .warning,
    quality: .functionalSuitability,
    summary: "What is named as the master of data only passes it on, or gathers it from others.",
    rationale: """
      A master is where a record is made, checked and corrected. A channel, a cache or a warehouse does \
      none of that, so the real master is somewhere else and unnamed, and nobody knows where a mistake \
      is to be corrected.
      """,
    detection: """
      A `master` of a data entity is a channel, a person, a store of type `cache`, `search`, `lake` or \
      `warehouse`, a system of type `warehouse` or `bi`, or an app of type `gateway` or `integration`. \
      Data of class `event`, `analytical`, `configuration` and `log` may come from there.
      """,
    remedy:
      "Name the app in which people or programs make and correct the record, and list this as a copy.",
    falsePositives: """
      An app of type `integration` really does own a table, such as a mapping of keys: give it the type \
      `service`.
      """,
    question: "A record is wrong: on which screen is it put right?",
    references: [
      "DAMA-DMBOK, 2nd edition, Chapter 10: Reference and Master Data"
    ],
    examples: [
      RuleExample(
        "the warehouse is said to decide about customers",
        """
        apps:
          crm: CRM
        stores:
          dwh: { name: Warehouse, type: warehouse }
        data:
          customer: { class: master, master: ⟦dwh⟧ }
        """),
      RuleExample(
        "the CRM decides, and the warehouse has a copy",
        """
        apps:
          crm: CRM
        stores:
          dwh: { name: Warehouse, type: warehouse }
        data:
          customer: { class: master, master: crm, copies: [{ in: dwh }] }
        """),
      RuleExample(
        "a topic and a cache decide nothing, figures may come from a BI tool",
        """
        channels: { news: { type: topic } }
        stores: { fast: { type: cache } }
        systems: { board: { type: bi } }
        data:
          price: { class: reference, master: ⟦news⟧ }
          session: { class: identity, master: ⟦fast⟧ }
          turnover: { class: analytical, master: board }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func cannotDecide(
    _ object: DataObject, _ master: ElementID, _ reason: String
  ) -> Self {
    "'\(master)' is named as the master of \(Wording.name(object.id)), and \(reason)"
  }
}
