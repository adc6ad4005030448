public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds steps that a flow may leave out over links that their source cannot do without.
public struct HardNeedInOptionalStep: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var contradicted: [Int: [FlowID]] = [:]
    for flow in graph.solution.flows {
      let uses = flow.uses
      guard uses.contains(where: \.isOptional) else { continue }
      let taken = Set(uses.filter { !$0.isOptional }.map(\.link))
      var seen: Set<LinkID> = []
      for use in uses where use.isOptional && !taken.contains(use.link) {
        guard seen.insert(use.link).inserted, let link = graph.solution.index(of: use.link),
          graph.traits[link].isInUse
        else { continue }
        if graph.solution.links[link].failure.need == .hard {
          contradicted[link, default: []].append(flow.id)
        } else {
          verdicts.pass()
        }
      }
    }
    for link in contradicted.keys.sorted() {
      verdicts.used("need", ofLink: link)
      verdicts.fail(Self.finding(graph.solution.links[link], contradicted[link] ?? []))
    }
  }

  private static func finding(_ link: Link, _ flows: [FlowID]) -> Finding {
    Finding(
      descriptor, .contradicts(link, flows), at: .link(link.id, "need"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("need", "hard"), .init("flows that leave it out", "\(flows.count)")]),
      related: flows.prefix(20).map { Finding.Related(.flow($0), "may leave the step out") })
  }

  public static let descriptor = RuleDescriptor(
    id: "hard-need-in-optional-step",
    title: "Hard need in an optional step",
    family: .availability,
    level: .warning,
    quality: .reliability,
    summary: "A flow may leave a step out, and the link of the step is declared as a hard need.",
    rationale: """
      Both cannot be true: either the source fails without the destination, and the flow with it, or \
      it does not. The figures of the flow are right with one of the two and wrong with the other.
      """,
    detection: """
      A link with a declared `need: hard` stands in the `optional` steps of a flow and in none of its \
      other steps. One finding a link, with all flows that do so.
      """,
    remedy: """
      Try it: switch the destination off. If the flow goes on, declare `need: soft` with its \
      `fallback`; if it does not, take the step out of `optional`.
      """,
    falsePositives: """
      The link is hard for another function of the source than the one that this flow uses: model \
      the two functions as links of their own.
      """,
    question: "Does the flow end well while the destination of this step is switched off?",
    references: [
      "AWS Well-Architected, REL05-BP01: Implement graceful degradation to transform applicable hard dependencies into soft dependencies"
    ],
    examples: [
      RuleExample(
        "the flow can do without the discount, its app cannot",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          loyalty: Loyalty points
        links:
          - shop -> ordering: submits the order
            via: rest
          - ordering -> loyalty: asks for the discount
            via: rest
            need: ⟦hard⟧
        flows:
          take-order:
            name: Take an order
            steps: [shop -> ordering, { optional: [ordering -> loyalty] }]
        """),
      RuleExample(
        "without points the order goes through at full price",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          loyalty: Loyalty points
        links:
          - shop -> ordering: submits the order
            via: rest
          - ordering -> loyalty: asks for the discount
            via: rest
            need: soft
            fallback: static
        flows:
          take-order:
            name: Take an order
            steps: [shop -> ordering, { optional: [ordering -> loyalty] }]
        """),
      RuleExample(
        "a link that the flow takes in any case is no contradiction",
        """
        apps: { ordering: Ordering, loyalty: Loyalty }
        links:
          - { from: ordering, to: loyalty, via: rest, need: hard }
        flows:
          take-order:
            steps: [ordering -> loyalty, { optional: [ordering -> loyalty] }]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func contradicts(_ link: Link, _ flows: [FlowID]) -> Self {
    """
    '\(link.source)' cannot do without \(Wording.name(link)), and \
    \(Wording.list(flows.map(\.text), showing: 3)) may leave it out
    """
  }
}
