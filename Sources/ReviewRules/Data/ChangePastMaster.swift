public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds changes of data that are made somewhere else than at its master.
public struct ChangePastMaster: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var masters: [DataID: DataKeepers] = [:]
    for object in graph.solution.data where object.masters.count == 1 {
      masters[object.id] = DataKeepers(object.masters, in: graph)
    }
    guard !masters.isEmpty else { return }
    let travels = Travels(in: graph)
    for link in graph.traits.indices where graph.traits[link].isInUse {
      guard let operation = graph.solution.links[link].operation,
        Self.changesRecords(operation), let ends = Self.ends(of: link, in: graph)
      else { continue }
      verdicts.used("operation", ofLink: link)
      for id in graph.solution.links[link].carries {
        guard let master = masters[id], let object = graph.solution.data(id) else { continue }
        let isElsewhere =
          !master.covers(ends.destination) && !master.covers(ends.source)
          && !travels.receivers.contains(.init(ends.source, id))
          && !travels.senders.contains(.init(ends.destination, id))
        if isElsewhere, !Self.isWritableCopy(ends.destination, of: object, in: graph) {
          verdicts.fail(Self.finding(graph.solution.links[link], object, operation))
        } else {
          verdicts.pass()
        }
      }
    }
  }

  /// Who gets and who gives what, over any link.
  private struct Travels {
    struct Stop: Hashable {
      let vertex: Int
      let data: DataID

      init(_ vertex: Int, _ data: DataID) {
        self.vertex = vertex
        self.data = data
      }
    }

    var senders: Set<Stop> = []
    var receivers: Set<Stop> = []

    init(in graph: SolutionGraph) {
      for link in graph.traits.indices {
        for movement in graph.movements(over: link) {
          for id in graph.solution.links[link].carries {
            senders.insert(Stop(movement.source, id))
            receivers.insert(Stop(movement.destination, id))
          }
        }
      }
    }
  }

  private static func changesRecords(_ operation: Operation) -> Bool {
    switch operation {
    case .create, .update, .delete: true
    case .read, .command, .event: false
    }
  }

  /// Nil where the destination is a channel or a store, which decide nothing.
  private static func ends(of link: Int, in graph: SolutionGraph) -> (
    source: Int, destination: Int
  )? {
    guard let source = graph.solution.index(of: graph.solution.links[link].source),
      let destination = graph.solution.index(of: graph.solution.links[link].destination)
    else { return nil }
    switch graph.solution.elements[destination].kind {
    case .system, .application, .module: return (source, destination)
    case .person, .store, .channel: return nil
    }
  }

  private static func isWritableCopy(_ vertex: Int, of object: DataObject, in graph: SolutionGraph)
    -> Bool
  {
    object.copies.contains { $0.element == graph.elementID(vertex) && $0.isWritable == true }
  }

  private static func finding(_ link: Link, _ object: DataObject, _ operation: Operation) -> Finding
  {
    let master = object.masters[0]
    return Finding(
      descriptor, .changesElsewhere(link, object.id, operation, master),
      at: .link(link.id, "operation"),
      roles: [Finding.Role("link", .link(link.id)), Finding.Role("data", .data(object.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("operation", operation.rawValue),
          .init("master of '\(object.id)'", master.text),
        ],
        assumptions: ["'\(link.destination)' does not pass the change on, as no link says so."]),
      related: [Finding.Related(.data(object.id, "master"), "is decided about by '\(master)'")])
  }

  public static let descriptor = RuleDescriptor(
    id: "change-past-master",
    title: "Change past the master",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "Data is created, changed or deleted at an element that is not its master.",
    rationale: """
      The master does not hear of it, so its next transfer overwrites the change, or the two differ \
      until somebody complains. The checks that belong to the data are at the master and were not made.
      """,
    detection: """
      A link in use with `operation` `create`, `update` or `delete` carries data with one `master` to \
      an app or system that is not that master, is not part of it, and gives the data to nobody. Left \
      out are links of the master itself, those of a source that got the data from elsewhere and hands \
      it on, and copies declared `writable`, which `writable-copy` judges.
      """,
    remedy: """
      Send the change to the master and let it come back with the next transfer; or make the element \
      the master, if it is the one that decides.
      """,
    falsePositives: """
      The destination does pass it on and the model leaves that link out: draw it. Or it keeps data of \
      its own that only has the same name: declare two data entities.
      """,
    question: "What becomes of this change when the master sends its next version?",
    references: [
      "DAMA-DMBOK, 2nd edition, Chapter 10: Reference and Master Data"
    ],
    examples: [
      RuleExample(
        "the call centre corrects addresses in the mailing tool",
        """
        apps:
          crm: CRM
          mailing: Mailing
          calls: Call centre
        data:
          address: { class: master, master: crm }
        links:
          - crm -> mailing: sends addresses
            via: sftp
            carries: [address]
          - calls -> mailing: corrects the address
            via: rest
            carries: [address]
            operation: ⟦update⟧
        """),
      RuleExample(
        "the call centre corrects them in the CRM",
        """
        apps:
          crm: CRM
          mailing: Mailing
          calls: Call centre
        data:
          address: { class: master, master: crm }
        links:
          - crm -> mailing: sends addresses
            via: sftp
            carries: [address]
          - calls -> crm: corrects the address
            via: rest
            carries: [address]
            operation: update
        """),
      RuleExample(
        "the master tells others, and a front end passes changes on",
        """
        people: { clerk: Clerk }
        systems: { crm: { name: CRM, apps: { desk: Desk } } }
        apps: { front: Front end, mailing: Mailing }
        data: { address: { class: master, master: crm } }
        links:
          - { from: crm, to: mailing, via: rest, carries: [address], operation: update }
          - { from: clerk, to: front, via: ui-web-link, carries: [address], operation: update }
          - { from: front, to: desk, via: rest, carries: [address], operation: update }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func changesElsewhere(
    _ link: Link, _ data: DataID, _ operation: Operation, _ master: ElementID
  ) -> Self {
    """
    '\(link.source)' makes '\(operation.rawValue)' on \(Wording.name(data)) at \
    '\(link.destination)', and its master is '\(master)'
    """
  }
}
