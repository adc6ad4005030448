public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds copies that may be changed while nothing brings the change to the master.
public struct WritableCopy: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let writable = graph.solution.data.filter { object in
      !object.masters.isEmpty && !object.copies.isEmpty
    }
    guard !writable.isEmpty else { return }
    let deliveries = Self.deliveries(in: graph)
    for object in writable {
      for copy in object.copies {
        guard let isWritable = copy.isWritable else {
          verdicts.unknown(missing: [.data(object.id, "copies")])
          continue
        }
        guard isWritable, !object.masters.contains(copy.element),
          let vertex = graph.solution.index(of: copy.element)
        else {
          verdicts.pass()
          continue
        }
        let takers =
          deliveries[Delivery(from: graph.placements[vertex].host, data: object.id)] ?? []
        if Self.reachesMaster(takers, of: object, in: graph) {
          verdicts.pass()
        } else {
          verdicts.fail(Self.finding(object, copy.element))
        }
      }
    }
  }

  private struct Delivery: Hashable {
    let from: Int
    let data: DataID
  }

  /// By who gives what: those who take it.
  private static func deliveries(in graph: SolutionGraph) -> [Delivery: Set<Int>] {
    var deliveries: [Delivery: Set<Int>] = [:]
    for link in graph.traits.indices {
      for movement in graph.movements(over: link) {
        let host = graph.placements[movement.source].host
        for id in graph.solution.links[link].carries {
          deliveries[Delivery(from: host, data: id), default: []].insert(movement.destination)
        }
      }
    }
    return deliveries
  }

  /// Whether the change goes to a master, or into a channel from which it may.
  private static func reachesMaster(
    _ takers: Set<Int>, of object: DataObject, in graph: SolutionGraph
  ) -> Bool {
    let masters = DataKeepers(object.masters, in: graph)
    return takers.contains {
      graph.solution.elements[$0].kind == .channel || masters.covers($0)
    }
  }

  private static func finding(_ object: DataObject, _ copy: ElementID) -> Finding {
    Finding(
      descriptor, .divergesSilently(object, copy), at: .data(object.id, "copies"),
      roles: [Finding.Role("data", .data(object.id)), Finding.Role("copy", .element(copy))],
      evidence: Evidence(
        path: [
          Evidence.Step(.element(copy), "may change its copy"),
          Evidence.Step(.element(object.masters[0]), "is the master"),
        ],
        figures: [.init("links that bring a change to the master", "0")]),
      related: [Finding.Related(.element(copy), "keeps the copy")])
  }

  public static let descriptor = RuleDescriptor(
    id: "writable-copy",
    title: "Writable copy",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A copy of data may be changed, and no link brings the change to the master.",
    rationale: """
      The change is lost with the next transfer, or the transfer leaves it out and the two differ for \
      good. Either way somebody works with a value that the rest of the company does not have.
      """,
    detection: """
      A copy with `writable: true` of data that has a `master`, whose element gives the data neither to \
      that master, or a part of it, nor to a channel. Where `writable` is not declared it is unknown. \
      Ways in both directions are judged by `two-way-synchronisation`.
      """,
    remedy: """
      Make the copy read-only and let the change be made at the master, in its own screen or by a \
      command; or split the data, so that each field has one master.
      """,
    falsePositives: """
      Only fields of its own are written there, which the master does not have: declare them as a data \
      entity with this element as master.
      """,
    question:
      "Which value wins when both were changed since the last transfer, and who decided that?",
    references: [
      "DAMA-DMBOK, 2nd edition, Chapter 10: Reference and Master Data",
      "Kleppmann, Designing Data-Intensive Applications, 2017, Chapter 5: Replication",
    ],
    examples: [
      RuleExample(
        "the shop changes its copy of the customer, and the CRM never hears of it",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          customer:
            class: master
            master: crm
            ⟦copies⟧: [{ in: shop, writable: true }]
        links:
          - crm -> shop: sends customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "the shop reads its copy, and changes go to the CRM",
        """
        apps:
          crm: CRM
          shop: Web shop
        data:
          customer:
            class: master
            master: crm
            copies: [{ in: shop, writable: false }]
        links:
          - crm -> shop: sends customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "a change that goes back over a channel is brought back",
        """
        systems: { sales: { name: Sales, apps: { crm: CRM } } }
        apps: { shop: Shop, till: Till, desk: Desk }
        channels: { changes: Changes }
        data:
          customer:
            class: master
            master: crm
            ⟦copies⟧: [{ in: shop, writable: true }, { in: till, writable: true }, { in: desk, writable: true }]
        links:
          - { from: shop, to: changes, via: topic, carries: [customer] }
          - { from: desk, to: sales, via: rest, carries: [customer], operation: update }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func divergesSilently(_ object: DataObject, _ copy: ElementID) -> Self {
    """
    '\(copy)' may change its copy of \(Wording.name(object.id)), and nothing brings that to the \
    master '\(object.masters[0])'
    """
  }
}
