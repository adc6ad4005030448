public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds business calls that wait for a log or a monitor.
public struct LogInTransaction: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices
    where graph.traits[link].isInUse && Self.reportsOnly(link, in: graph) {
      guard graph.traits[link].interaction != nil else {
        verdicts.unknown(missing: "via", ofLink: link)
        continue
      }
      if graph.traits[link].isCall, graph.traits[link].isHard {
        verdicts.fail(Self.finding(graph.solution.links[link]))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether all that travels is about the running of the source: its log, or its measures.
  private static func reportsOnly(_ link: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[link].dataFlow != .pull,
      let source = graph.solution.index(of: graph.solution.links[link].source),
      let destination = graph.solution.index(of: graph.solution.links[link].destination),
      graph.solution.elements[source].kind != .person,
      graph.solution.elements[source].type != .monitoring
    else { return false }
    if graph.solution.elements[destination].type == .monitoring { return true }
    let carried = graph.solution.links[link].carries
    return !carried.isEmpty && graph.solution.elements[destination].kind != .store
      && carried.allSatisfy { graph.solution.data($0)?.class == .log }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .waitsForLog(link), at: .link(link.id),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("interaction", link.effectiveInteraction),
          Evidence.Figure("need", link.effectiveNeed),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "log-in-transaction",
    title: "Log in the transaction",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A program waits for its log or its monitoring, and cannot work without it.",
    rationale: """
      A full disk of the log server then stops orders. What is there to tell of failures must not \
      cause them, least of all in the hour when every program has much to tell.
      """,
    detection: """
      A functionally synchronous, hard link in use to an element of type `monitoring`, or one that \
      carries nothing but data of class `log` to anything but a store. Monitors that ask \
      (`data-flow: pull`) do not count. Without `via` or `interaction` it is unknown.
      """,
    remedy: """
      Write to a local file or buffer and let an agent carry it on (`via: monitoring-push`), or send \
      without waiting and drop what does not fit.
      """,
    falsePositives: """
      It is an audit record that the law asks for before the act: then it is business data, and its \
      class is `transactional`.
      """,
    question: "What happens to a running order while the log server answers nothing?",
    references: ["The Twelve-Factor App, XI: Treat logs as event streams"],
    examples: [
      RuleExample(
        "an order waits until the log has been written elsewhere",
        """
        apps: { ordering: Ordering }
        systems: { logs: { name: Log server, type: monitoring } }
        links:
          - ⟦ordering -> logs⟧: writes the log
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "an agent carries the log on",
        """
        apps: { ordering: Ordering }
        systems: { logs: { name: Log server, type: monitoring } }
        links:
          - ordering -> logs: writes the log
            via: monitoring-push
        """),
      RuleExample(
        "log data to any app; a soft call and a monitor that asks are fine",
        """
        apps: { ordering: Ordering, collector: Collector, watch: Watch }
        systems: { monitor: { name: Monitor, type: monitoring } }
        data: { trace: { class: log } }
        links:
          - ⟦ordering -> collector⟧: writes the log
            via: rest
            timeout: 1s
            carries: [trace]
          - watch -> monitor: tells
            via: rest
            timeout: 1s
            need: soft
          - monitor -> ordering: asks
            via: rest
            timeout: 1s
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsForLog(_ link: Link) -> Self {
    "\(Wording.name(link)) makes '\(link.source)' wait for its log, and fail with it"
  }
}
