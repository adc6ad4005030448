public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that travels while no element decides about it.
public struct NoMaster: Rule {
  /// From how many data entities without a master they are one finding.
  public var foldFrom = 5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many data entities without a master they are one finding (data entities)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let carriers = subject.graph.carrierCounts()
    var lacking: [DataObject] = []
    var mastered = 0
    for object in subject.solution.data where Self.needsMaster(object) {
      // What only one element has is no one else's business.
      guard carriers[object.id] != nil || !object.copies.isEmpty else { continue }
      if object.masters.isEmpty {
        lacking.append(object)
        verdicts.lacks(.data(object.id, "master"))
      } else {
        mastered += 1
        verdicts.used(.data(object.id, "master"))
        verdicts.pass()
      }
    }
    guard lacking.count >= foldFrom || mastered == 0 && lacking.count > 1 else {
      for object in lacking { verdicts.fail(Self.finding(object, carriers, subject.graph)) }
      return
    }
    verdicts.fail(
      Finding(
        Self.descriptor, .haveNoMaster(lacking, of: lacking.count + mastered),
        at: ElementPath(.solution),
        related: lacking.map { Finding.Related(.data($0.id), "has no master") }))
  }

  /// Events, logs and figures are made once and not changed, so nobody has to decide about them.
  private static func needsMaster(_ object: DataObject) -> Bool {
    switch object.class {
    case .master, .reference, .transactional, .content, .identity, nil: true
    case .event, .analytical, .configuration, .log: false
    }
  }

  private static func finding(
    _ object: DataObject, _ carriers: [DataID: Int], _ graph: SolutionGraph
  ) -> Finding {
    let origins = graph.origins(of: object.id)
    let figure = Evidence.Figure("carried by", Wording.count(carriers[object.id] ?? 0, "link"))
    return Finding(
      descriptor, .hasNoMaster(object), at: .data(object.id),
      evidence: Evidence(figures: [figure]),
      related: origins.map { Finding.Related(.element($0), "sends it and never receives it") },
      remedy: origins.count == 1
        ? """
        Set `master: \(origins[0])` if that is who decides: nothing else sends \
        \(Wording.name(object.id)) without receiving it. If not, name the element that does.
        """ : nil)
  }

  public static let descriptor = RuleDescriptor(
    id: "no-master",
    title: "No master",
    family: .data,
    level: .warning,
    quality: .functionalSuitability,
    summary: "Data travels between elements, and none of them decides about it.",
    rationale: """
      Where nobody is the master, two copies that differ are both right. Every conflict then needs a \
      meeting, every correction is made in the wrong place and overwritten by the next transfer, and \
      nobody can delete a person's data for sure.
      """,
    detection: """
      A data entity without `master` that a link in use carries, or that has `copies`. Left out are \
      the classes `event`, `analytical`, `configuration` and `log`. When none of the data entities has \
      a master, or `fold-from` of them have none, they are one finding.
      """,
    remedy: """
      Name the one element in which the data is created and corrected as `master`, and let the others \
      keep copies that they never change.
      """,
    falsePositives: """
      The data is made outside the solution, such as a list of countries: add its source as an element \
      with `external: true` and make that the master.
      """,
    question: "When two elements show different values, which one do you correct?",
    references: [
      "Mendix documentation, Architecture best practices: Integration use cases",
      "DAMA-DMBOK, 2nd edition, chapter 10: Reference and Master Data",
    ],
    examples: [
      RuleExample(
        "a customer that two apps exchange",
        """
        apps:
          shop: Web shop
          crm: Customer care
        data:
          ⟦customer⟧: Customer
          order: { master: shop }
        links:
          - { from: shop, to: crm, via: topic, carries: [customer, order] }
        """),
      RuleExample(
        "customer care decides about customers",
        """
        apps:
          shop: Web shop
          crm: Customer care
        data:
          customer: { name: Customer, master: crm }
        links:
          - { from: crm, to: shop, via: topic, carries: [customer] }
        """),
      RuleExample(
        "no data entity has a master: one finding",
        """
        solution: ⟦Example⟧
        apps:
          shop: Web shop
          crm: Customer care
        data:
          customer: Customer
          order: Order
          price: Price
        links:
          - { from: shop, to: crm, via: topic, carries: [customer, order, price] }
        """, testOnly: true),
      RuleExample(
        "events, and data that nobody shares, need no master",
        """
        apps:
          shop: Web shop
          crm: Customer care
        data:
          click: { class: event }
          basket: Basket
          order: { master: shop }
        links:
          - { from: shop, to: crm, via: topic, carries: [click, order] }
        """, testOnly: true),
    ])
}

extension SolutionGraph {
  /// How many links in use carry each data entity.
  fileprivate func carrierCounts() -> [DataID: Int] {
    var counts: [DataID: Int] = [:]
    for index in solution.links.indices where traits[index].isInUse {
      for data in solution.links[index].carries { counts[data, default: 0] += 1 }
    }
    return counts
  }

  /// The elements, but people and channels, that send the data and never receive it, by id.
  fileprivate func origins(of data: DataID) -> [ElementID] {
    var senders: Set<ElementID> = []
    var receivers: Set<ElementID> = []
    for index in solution.links.indices
    where traits[index].isInUse && solution.links[index].carries.contains(data) {
      let flow = solution.links[index].effectiveDataFlow.value
      if flow == .push || flow == .both {
        senders.insert(solution.links[index].source)
        receivers.insert(solution.links[index].destination)
      }
      if flow == .pull || flow == .both {
        senders.insert(solution.links[index].destination)
        receivers.insert(solution.links[index].source)
      }
    }
    return senders.subtracting(receivers).sorted().filter { id in
      switch solution.element(id)?.kind {
      case .person, .channel, nil: false
      case .system, .application, .module, .store: true
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func hasNoMaster(_ object: DataObject) -> Self {
    "\(Wording.name(object.id)) travels between elements and has no master"
  }

  fileprivate static func haveNoMaster(_ objects: [DataObject], of total: Int) -> Self {
    let names = Wording.list(objects.map(\.id.text))
    return objects.count == total
      ? "none of the \(total) data entities that travel has a master: \(names)"
      : "\(objects.count) of \(total) data entities that travel have no master: \(names)"
  }
}
