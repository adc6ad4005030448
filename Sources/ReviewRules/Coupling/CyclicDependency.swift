public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds groups of three or more elements that depend on each other in circles.
public struct CyclicDependency: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let waiting = subject.graph.dependencyCycles(in: .synchronous)
    let reported = Set(waiting.flatMap(\.members))
    let others = subject.graph.dependencyCycles().filter {
      $0.members.count > 2 && reported.isDisjoint(with: $0.members)
    }
    for cycle in waiting where cycle.members.count > 2 {
      verdicts.fail(Self.finding(cycle, waits: true))
    }
    for cycle in others { verdicts.fail(Self.finding(cycle, waits: false)) }
    let cyclic = reported.union(others.flatMap(\.members))
    for leg in subject.graph.legs {
      let source = subject.graph.elementID(leg.source)
      if !cyclic.contains(source) { verdicts.pass() }
    }
  }

  private static func finding(_ cycle: DependencyCycle, waits: Bool) -> Finding {
    let cuts = cycle.linksToCut
    let smallest = cycle.isCutSmallest
    return Finding(
      descriptor, .goesRound(cycle, waits: waits),
      at: .link(cuts.first ?? cycle.links[0]), level: waits ? nil : .note,
      roles: cycle.members.map { Finding.Role("member", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: cycle.example),
        figures: [
          .init("elements", "\(cycle.members.count)"),
          .init("links among them", "\(cycle.links.count)"),
          .init("links to cut", "\(cuts.count)", basis: smallest ? nil : "fewer may be enough"),
        ],
        assumptions: waits
          ? [] : ["Links that do not say how they work count as dependencies."]),
      related: cuts.dropFirst().prefix(20).map { Finding.Related(.link($0), "to cut as well") },
      remedy: """
        \(waits ? "Let the source not wait there" : "Turn round or take away"): \
        \(Wording.list(cuts.map(\.text), showing: 6)). \
        \(smallest ? "No smaller set of links opens the circle" : "A smaller set may exist").
        """,
      cures: cuts.isEmpty || cuts.count > 20
        ? []
        : (waits ? [Cure(cuts.map { .makeAsynchronous($0) })] : []) + [Cure(cuts.map { .cut($0) })])
  }

  public static let descriptor = RuleDescriptor(
    id: "cyclic-dependency",
    title: "Cyclic dependency",
    family: .coupling,
    level: .warning,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "Three or more elements depend on each other in a circle.",
    rationale: """
      None of them can be changed, tested or released without the others. Where they also wait on \
      each other, none can start or fail alone: one that is slow makes all slow, and a retry may \
      come back to where it began.
      """,
    detection: """
      A strongly connected component of three or more elements in the graph of dependencies, links \
      on a screen and sign-on left out; both sides of a channel depend on the channel, not on each \
      other. A warning where links that somebody waits on go round; else a note, and none where some \
      of the elements are reported as waiting on each other already. The links to cut are a \
      feedback arc set, the smallest one where the finding says so.
      """,
    remedy: """
      Cut the named links: let the source poll, or publish an event, or keep a copy of the data; \
      or move what both sides need into a part that depends on neither.
      """,
    falsePositives: """
      The links serve functions that never meet in one request, and one team releases all members \
      together: then they are one part in several boxes.
      """,
    question: "Which of these parts could be restarted or replaced while the others run?",
    references: [
      "Robert C. Martin, Agile Software Development, 2002: the acyclic dependencies principle",
      "Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972",
      "Eades, Lin, Smyth, A fast and effective heuristic for the feedback arc set problem, 1993",
    ],
    examples: [
      RuleExample(
        "three apps call each other in a circle",
        """
        apps:
          ordering: Ordering
          pricing: Pricing
          stock: Stock
        links:
          - ⟦ordering -> pricing⟧: asks for the price
            via: rest
            timeout: 1s
          - pricing -> stock: asks what is left
            via: rest
            timeout: 1s
          - stock -> ordering: asks what is reserved
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "the stock learns of orders from a channel",
        """
        apps:
          ordering: Ordering
          pricing: Pricing
          stock: Stock
        channels:
          events: { name: Order events, type: topic }
        links:
          - ordering -> pricing: asks for the price
            via: rest
            timeout: 1s
          - pricing -> stock: asks what is left
            via: rest
            timeout: 1s
          - ordering -> events: publishes order placed
            via: topic
          - events -> stock: delivers orders
            via: topic
            dead-letter: platform
        """),
    ])
}

extension Finding.Message {
  fileprivate static func goesRound(_ cycle: DependencyCycle, waits: Bool) -> Self {
    let isWhole = cycle.example.elements.count > cycle.members.count
    return """
      \(cycle.members.count) elements \(waits ? "wait" : "depend") on each other in \
      \(isWhole ? "a circle" : "circles, one of them"): \(Wording.chain(cycle.example.elements))
      """
  }
}
