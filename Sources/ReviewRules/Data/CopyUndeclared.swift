public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that is delivered to elements which its list of copies leaves out.
public struct CopyUndeclared: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let listed = Set(graph.solution.data.filter { !$0.copies.isEmpty }.map(\.id))
    guard !listed.isEmpty else { return }
    let takers = Self.takers(of: listed, in: graph)
    for object in graph.solution.data where listed.contains(object.id) {
      verdicts.used(.data(object.id, "copies"))
      let keepers = DataKeepers(object.masters + object.copies.map(\.element), in: graph)
      let unlisted = (takers[object.id] ?? [:]).filter { !keepers.covers($0.key) }
      if unlisted.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(object, unlisted, in: graph))
      }
    }
  }

  /// By data, the apps and systems that get it in a way that leaves a copy, each with a link.
  private static func takers(of listed: Set<DataID>, in graph: SolutionGraph) -> [DataID: [Int:
    Int]]
  {
    var takers: [DataID: [Int: Int]] = [:]
    for link in graph.traits.indices
    where graph.traits[link].isInUse && leavesCopy(link, in: graph) {
      let carried = Set(graph.solution.links[link].carries).intersection(listed)
      guard !carried.isEmpty else { continue }
      for movement in graph.movements(over: link) {
        switch graph.solution.elements[movement.destination].kind {
        case .system, .application, .module:
          let host = graph.placements[movement.destination].host
          for id in carried { takers[id, default: [:]][host] = link }
        case .person, .store, .channel: continue
        }
      }
    }
    return takers
  }

  /// Whether what arrives is kept: it comes before anybody asks for it.
  private static func leavesCopy(_ link: Int, in graph: SolutionGraph) -> Bool {
    switch graph.traits[link].interaction {
    case .batch: true
    case .asynchronous: graph.solution.links[link].useCase != .notification
    case .synchronous, .userInterface, nil: false
    }
  }

  private static func finding(
    _ object: DataObject, _ takers: [Int: Int], in graph: SolutionGraph
  ) -> Finding {
    let hosts = takers.keys.sorted()
    return Finding(
      descriptor, .isKeptElsewhere(object, hosts.map(graph.elementID)),
      at: .data(object.id, "copies"),
      evidence: Evidence(
        figures: [
          .init("copies declared", "\(object.copies.count)"),
          .init("takers besides", "\(hosts.count)"),
        ],
        assumptions: ["What comes by message or in a batch is kept by who takes it."]),
      related: hosts.prefix(20).compactMap { host in
        takers[host].map { Finding.Related(.link(graph.linkID($0)), "brings it") }
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "copy-undeclared",
    title: "Copy undeclared",
    family: .data,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "Data is delivered to elements that its list of copies does not name.",
    rationale: """
      The list is what one goes by when a record must be corrected or deleted everywhere, or when \
      the layout changes. What it leaves out is forgotten on that day.
      """,
    detection: """
      Data with declared `copies` travels by message or in a batch to an app or system that is neither \
      a master nor in the list, nor a part of one of these. Data without any `copies` says nothing \
      yet. Notices (`use-case: notification`), calls and screens leave no copy.
      """,
    remedy: """
      Add the element to `copies`, with how fresh it must be and whether it may be changed; or carry \
      less to it, if it keeps nothing.
      """,
    falsePositives: "The element hands it on or counts it, and keeps nothing: say so in a waiver.",
    question: "A person asks to be forgotten: in which of these places would you look?",
    references: [
      "Regulation (EU) 2016/679 (GDPR), Article 30: Records of processing activities"
    ],
    examples: [
      RuleExample(
        "mailing gets the customers too, and the list does not know it",
        """
        apps:
          crm: CRM
          shop: Web shop
          mailing: Mailing
        data:
          customer:
            class: master
            master: crm
            ⟦copies⟧: [{ in: shop }]
        links:
          - crm -> shop: sends customers
            via: sftp
            carries: [customer]
          - crm -> mailing: sends customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "the list names both",
        """
        apps:
          crm: CRM
          shop: Web shop
          mailing: Mailing
        data:
          customer:
            class: master
            master: crm
            copies: [{ in: shop }, { in: mailing }]
        links:
          - crm -> shop: sends customers
            via: sftp
            carries: [customer]
          - crm -> mailing: sends customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "who asks keeps nothing, and a part of a listed system is listed",
        """
        systems: { commerce: { name: Commerce, apps: { shop: Shop } } }
        apps: { crm: CRM, desk: Desk }
        data:
          customer: { class: master, master: crm, copies: [{ in: commerce }] }
          order: { class: transactional, master: crm }
        links:
          - { from: crm, to: shop, via: sftp, carries: [customer, order] }
          - { from: desk, to: crm, via: rest, carries: [customer], operation: read }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isKeptElsewhere(_ object: DataObject, _ takers: [ElementID]) -> Self {
    """
    \(Wording.name(object.id)) is delivered to \(Wording.count(takers.count, "element")) that its \
    list of copies leaves out: \(Wording.list(takers.map(\.text)))
    """
  }
}
