public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data whose only master is on its way out, not there yet, or gone.
public struct MasterRetiring: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for object in graph.solution.data where object.masters.count == 1 {
      guard let master = graph.solution.index(of: object.masters[0]) else { continue }
      switch graph.placements[master].lifecycle {
      case nil: continue
      case .active, .frozen:
        verdicts.used("lifecycle", ofElement: master)
        verdicts.pass()
      case .planned, .sunset, .retired:
        verdicts.used("lifecycle", ofElement: master)
        verdicts.fail(Self.finding(object, master, in: graph))
      }
    }
  }

  private static func finding(_ object: DataObject, _ master: Int, in graph: SolutionGraph)
    -> Finding
  {
    let id = graph.elementID(master)
    let lifecycle = graph.placements[master].lifecycle ?? .active
    let end = graph.solution.elements[master].endOfLife
    return Finding(
      descriptor, .losesItsMaster(object, id, lifecycle), at: .data(object.id, "master"),
      level: lifecycle == .retired ? .error : lifecycle == .planned ? .note : nil,
      evidence: Evidence(
        path: [Evidence.Step(.element(id), "is \(lifecycle.rawValue)")],
        figures: [
          .init("lifecycle of '\(id)'", lifecycle.rawValue),
          end.map { .init("end of life", $0.description) },
          .init("copies", "\(object.copies.count)"),
        ].compactMap { $0 }),
      related: [Finding.Related(.element(id, "lifecycle"), "is \(lifecycle.rawValue)")])
  }

  public static let descriptor = RuleDescriptor(
    id: "master-retiring",
    title: "Master retiring",
    family: .data,
    level: .warning,
    weighs: [.criticality],
    quality: .flexibility,
    summary:
      "The element that decides about data is being withdrawn, is gone, or is not there yet.",
    rationale: """
      Data outlives the systems that keep it. If nobody names the heir in time, the last day of the old \
      system leaves the data without anybody who corrects it, and the copies with a source that has \
      stopped.
      """,
    detection: """
      The one `master` of a data entity has `lifecycle` `sunset` (a warning), `retired` (an error) or \
      `planned` (a note), declared or inherited. Several masters are judged by `several-masters`.
      """,
    remedy: """
      Name the next master and the day of the change, move the data with its history, and turn the \
      links of the copies round before the old one stops.
      """,
    falsePositives: "The data goes with the system, because nobody will need it any more.",
    question: "Who decides about this data on the day after the old system is switched off?",
    references: [
      "The Open Group, TOGAF Standard, 10th Edition: Phase F, Migration Planning"
    ],
    examples: [
      RuleExample(
        "the old CRM goes, and is still the master of customers",
        """
        apps:
          crm: { name: CRM, lifecycle: sunset, end-of-life: 2027-03-31 }
          sales: { name: Sales, lifecycle: active }
        data:
          customer: { class: master, master: ⟦crm⟧, copies: [{ in: sales }] }
        """),
      RuleExample(
        "the new system has taken over",
        """
        apps:
          crm: { name: CRM, lifecycle: sunset, end-of-life: 2027-03-31 }
          sales: { name: Sales, lifecycle: active }
        data:
          customer: { class: master, master: sales, copies: [{ in: crm }] }
        """),
      RuleExample(
        "one that is gone, one that is to come, and a frozen one that goes on deciding",
        """
        systems: { host: { name: Host, lifecycle: retired, apps: { ledger: Ledger } } }
        apps:
          next: { name: Next, lifecycle: planned }
          archive: { name: Archive, lifecycle: frozen }
        data:
          booking: { master: ⟦ledger⟧ }
          score: { master: ⟦next⟧ }
          letter: { master: archive }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func losesItsMaster(
    _ object: DataObject, _ master: ElementID, _ lifecycle: Lifecycle
  ) -> Self {
    "\(Wording.name(object.id)) has '\(master)' as its only master, which is \(lifecycle.rawValue)"
  }
}
