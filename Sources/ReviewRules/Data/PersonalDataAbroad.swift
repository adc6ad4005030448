public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data about people that leaves the continent of its master.
public struct PersonalDataAbroad: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.solution.zones.contains(where: { $0.continent != nil }) else { return }
    var leaving: [ElementID: [DataPlace]] = [:]
    for place in subject.graph.dataPlaces() {
      guard let object = subject.solution.data(place.data), let master = place.master,
        place.role != .master, let near = Self.continent(of: master, subject.graph)
      else { continue }
      guard let far = Self.continent(of: place.element, subject.graph) else {
        if object.personal.isPersonal {
          verdicts.unknown(missing: [.element(place.element, "zone")])
        }
        continue
      }
      if near == far {
        verdicts.pass()
      } else if object.personal == nil {
        verdicts.unknown(missing: [.data(place.data, "personal")])
      } else if object.personal.isPersonal {
        leaving[place.element, default: []].append(place)
      }
    }
    for (element, places) in leaving.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(element, places, subject.graph))
    }
  }

  private static func continent(of id: ElementID, _ graph: SolutionGraph) -> Zone.Continent? {
    graph.solution.index(of: id).flatMap { graph.continent(at: $0) }
  }

  private static func finding(
    _ element: ElementID, _ places: [DataPlace], _ graph: SolutionGraph
  ) -> Finding {
    let from = places[0].master.flatMap { continent(of: $0, graph) }
    let to = continent(of: element, graph)
    let isSpecial = places.contains { graph.solution.data($0.data)?.personal == .special }
    return Finding(
      descriptor, .leaves(element, places, to), at: .element(element),
      level: isSpecial ? .error : nil,
      evidence: Evidence(
        path: Evidence.steps(along: places[0].path),
        figures: [
          .init("continent of the master", from?.rawValue ?? "unknown", basis: "of its zone"),
          .init("continent here", to?.rawValue ?? "unknown", basis: "of its zone"),
          .init("personal", isSpecial ? "special" : "personal"),
        ]),
      related: places.prefix(20).map { Finding.Related(.data($0.data), "is about people") })
  }

  public static let descriptor = RuleDescriptor(
    id: "personal-data-abroad",
    title: "Personal data abroad",
    family: .data,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "Data about people comes to another continent than that of its master.",
    rationale: """
      What may be done with data about people is law where they live, and most laws bind a transfer to \
      other countries to conditions: a decision that they protect enough, contracts, or consent. Who \
      finds out after the fact has already broken it.
      """,
    detection: """
      Data with `personal: personal` or `special` comes, by links that carry it in a known direction, \
      from its `master` to an element whose zone has another `continent`. Data of a special category is \
      an error.
      """,
    remedy: """
      Keep it in a region of its own continent, leave out or replace what names a person, or write down \
      on what the transfer rests and waive it with that reason.
      """,
    falsePositives: """
      Continents are coarse: countries differ, and a transfer within one continent may need a reason, \
      too.
      """,
    question: "On which decision, contract or consent does this transfer rest, and who checked it?",
    references: [
      "Regulation (EU) 2016/679 (GDPR), articles 44 to 49: https://eur-lex.europa.eu/eli/reg/2016/679/oj"
    ],
    examples: [
      RuleExample(
        "mailings are sent from another continent",
        """
        zones:
          home: { name: Data centre, continent: europe }
          away: { name: Cloud, continent: north-america }
        apps:
          crm: { name: Customer care, zone: home }
          ⟦mail⟧: { name: Mailings, zone: away }
        data:
          customer: { master: crm, personal: personal }
        links:
          - crm -> mail: hands over customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "the mailings run in a region at home",
        """
        zones:
          home: { name: Data centre, continent: europe }
          cloud: { name: Cloud region at home, continent: europe }
        apps:
          crm: { name: Customer care, zone: home }
          mail: { name: Mailings, zone: cloud }
        data:
          customer: { master: crm, personal: personal }
        links:
          - crm -> mail: hands over customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "health data is an error, behind a topic too; what is not about people may go",
        """
        zones:
          home: { name: Home, continent: europe }
          away: { name: Away, continent: asia }
        apps:
          ward: { name: Ward, zone: home }
          ⟦lab⟧: { name: Laboratory, zone: away }
          shop: { name: Shop, zone: away }
        channels:
          events: { name: Events, type: topic, zone: home }
        data:
          result: { master: ward, personal: special }
          article: { master: ward, personal: none }
        links:
          - { from: ward, to: events, via: topic, carries: [result, article] }
          - { from: events, to: lab, via: topic, carries: [result] }
          - { from: events, to: shop, via: topic, carries: [article] }
        """, testOnly: true),
    ])
}

extension DataObject.Personal? {
  fileprivate var isPersonal: Bool {
    switch self {
    case .personal, .special: true
    case .some(.none), nil: false
    }
  }
}

extension Finding.Message {
  fileprivate static func leaves(
    _ element: ElementID, _ places: [DataPlace], _ continent: Zone.Continent?
  ) -> Self {
    """
    personal data comes to \(Wording.name(element)) on another continent \
    (\(continent?.rawValue ?? "unknown")): \(Wording.list(places.map(\.data.text)))
    """
  }
}
