public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows with a step that starts where the flow has not been.
public struct FlowGap: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for flow in graph.solution.flows {
      guard let gap = Self.gap(in: flow, graph) else {
        if !flow.steps.isEmpty { verdicts.pass() }
        continue
      }
      verdicts.fail(Self.finding(flow.id, graph.solution.links[gap.link], step: gap.step))
    }
  }

  /// The first step whose ends the flow has not touched before, with its number from 1.
  private static func gap(in flow: Flow, _ graph: SolutionGraph) -> (link: Int, step: Int)? {
    var reached: Set<Int> = []
    for (index, use) in flow.uses.enumerated() {
      guard let link = graph.solution.index(of: use.link) else { continue }
      let ends = graph.legs(of: link).flatMap { [$0.source, $0.destination] }
      let around = ends.flatMap { Array(sequence(first: $0) { graph.placements[$0].parent }) }
      if !reached.isEmpty, reached.isDisjoint(with: around) { return (link, index + 1) }
      reached.formUnion(around)
    }
    return nil
  }

  private static func finding(_ flow: FlowID, _ link: Link, step: Int) -> Finding {
    Finding(
      descriptor, .jumps(flow, link, step: step), at: .flow(flow),
      roles: [Finding.Role("flow", .flow(flow)), Finding.Role("step", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("step", "\(step)", basis: "counted over the links of the flow")]),
      related: [Finding.Related(.link(link.id), "starts where no step before it has been")])
  }

  public static let descriptor = RuleDescriptor(
    id: "flow-gap",
    title: "Gap in a flow",
    family: .model,
    level: .warning,
    quality: .functionalSuitability,
    summary: "A step of a flow starts where none of the steps before it has been.",
    rationale: """
      Something happens between the two steps that the model does not know: a call, a file, a person \
      with a list. Availability and time of the flow are worked out as if it could not fail and took \
      no time.
      """,
    detection: """
      Both ends of a step’s link, and what it passes, lie outside all elements that steps before it \
      touched, in the order of the file; what lies around an element counts as touched with it. The \
      first such step of each flow is told.
      """,
    remedy: "Add the step between them, with a link of its own, or make two flows of it.",
    falsePositives: "Two things begin at the same time by themselves: make two flows of it.",
    question: "How does the second part learn that the first one is done?",
    references: [
      "Microsoft Azure Well-Architected Framework, Reliability: Identify and rate flows"
    ],
    examples: [
      RuleExample(
        "nobody says how the ledger learns of the order",
        """
        apps: { shop: Web shop, stock: Stock, ledger: Ledger, bank: Bank }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: ledger, to: bank, via: rest, timeout: 1s }
        flows:
          ⟦order⟧:
            steps: [shop -> stock, ledger -> bank]
        """),
      RuleExample(
        "the stock tells the ledger",
        """
        apps: { shop: Web shop, stock: Stock, ledger: Ledger, bank: Bank }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: stock, to: ledger, via: webhook }
          - { from: ledger, to: bank, via: rest, timeout: 1s }
        flows:
          order:
            steps: [shop -> stock, stock -> ledger, ledger -> bank]
        """),
      RuleExample(
        "a fetch joins at its far end, and parts of one system are together",
        """
        apps: { shop: Web shop, stock: Stock, report: Report }
        systems: { erp: { apps: { orders: Orders, books: Books } } }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
          - { from: report, to: stock, via: rest-pull, poll: 1h }
          - { from: stock, to: orders, via: webhook }
          - { from: books, to: shop, via: webhook }
        flows:
          order:
            steps: [shop -> stock, report -> stock, stock -> orders, books -> shop]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func jumps(_ flow: FlowID, _ link: Link, step: Int) -> Self {
    """
    step \(step) of flow '\(flow)', \(Wording.name(link)), starts where no step before it has been
    """
  }
}
