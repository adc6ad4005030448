public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds monitoring that goes down with what it watches.
public struct MonitorNeedsMonitored: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices
    where graph.solution.elements[vertex].type == .monitoring && graph.isRun(vertex) {
      let watched = Set(Self.watched(by: vertex, in: graph))
      guard !watched.isEmpty else { continue }
      if let way = Self.way(from: vertex, to: watched, in: graph) {
        verdicts.fail(Self.finding(way, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// The elements that tell a monitor how they are, or that it asks.
  private static func watched(by monitor: Int, in graph: SolutionGraph) -> [Int] {
    let telling = graph.legs(into: monitor).map(\.source)
    let asked = graph.legs(outOf: monitor)
      .filter { !graph.traits[$0.link].isHard || graph.traits[$0.link].dataFlow == .pull }
      .map(\.destination)
    return (telling + asked).filter {
      graph.solution.elements[$0].kind != .person && graph.placements[$0].parent != monitor
    }
  }

  /// The shortest way along declared hard needs to something that is watched.
  private static func way(from monitor: Int, to watched: Set<Int>, in graph: SolutionGraph)
    -> [Int]?
  {
    var ways: [Int: [Int]] = [monitor: []]
    var queue = [monitor]
    var head = 0
    while head < queue.count, queue.count < mostVisited {
      let vertex = queue[head]
      head += 1
      for leg in graph.legs(outOf: vertex)
      where graph.solution.links[leg.link].failure.need == .hard && ways[leg.destination] == nil {
        let way = (ways[vertex] ?? []) + [leg.link]
        if watched.contains(leg.destination) { return way }
        guard way.count < longestWay else { continue }
        ways[leg.destination] = way
        queue.append(leg.destination)
      }
    }
    return nil
  }

  private static let longestWay = 6
  private static let mostVisited = 500

  private static func finding(_ way: [Int], in graph: SolutionGraph) -> Finding {
    let links = way.map { graph.solution.links[$0] }
    let monitor = links[0].source
    let part = links[links.count - 1].destination
    return Finding(
      descriptor, .goesDownTogether(monitor, part), at: .element(monitor),
      roles: [Finding.Role("monitor", .element(monitor))],
      evidence: Evidence(
        path: Evidence.steps(along: links),
        figures: [.init("hard links from monitor to watched part", "\(links.count)")]),
      related: [Finding.Related(.element(part), "is watched, and the monitor needs it")])
  }

  public static let descriptor = RuleDescriptor(
    id: "monitor-needs-monitored",
    title: "Monitor needs what it monitors",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "The monitoring cannot work without a part that it is there to watch.",
    rationale: """
      The alarm falls silent in the minute for which it was bought. A screen without red is then read \
      as good news.
      """,
    detection: """
      From an element of type `monitoring` a way of at most six links that declare `need: hard` leads \
      to an element that tells it how it is, or that it asks. The shortest such way is shown, one \
      finding a monitor.
      """,
    remedy: """
      Give the monitoring its own store, sign-on and way to send alarms, or let a second, small watch \
      look at the part and at the monitor.
      """,
    falsePositives: "Another monitor outside watches the shared part: add it with its link.",
    question: "Which alarm arrives when this part and the monitoring go down together?",
    references: [
      "Beyer and others: Site Reliability Engineering, chapter 6, Monitoring Distributed Systems"
    ],
    examples: [
      RuleExample(
        "the monitor signs on at the directory that it watches",
        """
        systems:
          ⟦monitor⟧: { name: Monitor, type: monitoring }
          directory: { name: Directory, type: idp }
        links:
          - { from: directory, to: monitor, via: monitoring-push }
          - { from: monitor, to: directory, via: ldap, timeout: 1s, need: hard }
        """),
      RuleExample(
        "the monitor has users of its own for the worst hour",
        """
        systems:
          monitor: { name: Monitor, type: monitoring }
          directory: { name: Directory, type: idp }
        links:
          - { from: directory, to: monitor, via: monitoring-push }
          - { from: monitor, to: directory, via: ldap, timeout: 1s, need: soft, fallback: static }
        """),
      RuleExample(
        "over two links; a monitor that only asks needs nothing",
        """
        systems:
          ⟦monitor⟧: { name: Monitor, type: monitoring }
          pager: { name: Pager }
          prober: { name: Prober, type: monitoring }
        channels: { bus: { name: Bus, type: bus } }
        links:
          - { from: bus, to: monitor, via: monitoring-push, dead-letter: none }
          - { from: monitor, to: pager, via: rest, timeout: 1s, need: hard }
          - { from: pager, to: bus, via: rest, timeout: 1s, need: hard }
          - { from: prober, to: pager, via: rest, timeout: 1s, operation: read, need: soft }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func goesDownTogether(_ monitor: ElementID, _ part: ElementID) -> Self {
    "\(Wording.name(monitor)) watches \(Wording.name(part)) and cannot work without it"
  }
}
