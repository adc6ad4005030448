public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links whose operation and whose direction of data cannot both be true.
public struct ContradictoryDirection: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for place in links.indices where subject.graph.traits[place].isInUse {
      guard let operation = links[place].operation, let flow = links[place].dataFlow else {
        continue
      }
      if Self.contradict(operation, flow) {
        verdicts.fail(Self.finding(links[place], operation, flow))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What is read comes to the reader; what is written, said or told goes the other way.
  private static func contradict(_ operation: Operation, _ flow: DataFlowDirection) -> Bool {
    switch (operation, flow) {
    case (_, .both): false
    case (.read, .push), (.read, .none): true
    case (.read, .pull): false
    case (.create, .pull), (.update, .pull), (.event, .pull): true
    case (.create, .none), (.update, .none): true
    // A command or a deletion may carry nothing but its name, and its answer may be what counts.
    case (.delete, _), (.command, _), (.event, .none): false
    case (.create, .push), (.update, .push), (.event, .push): false
    }
  }

  private static func finding(_ link: Link, _ operation: Operation, _ flow: DataFlowDirection)
    -> Finding
  {
    Finding(
      descriptor, .pullsBothWays(link, operation, flow), at: .link(link.id, "data-flow"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("operation", operation.rawValue), .init("data-flow", flow.rawValue)]),
      related: [Finding.Related(.link(link.id, "operation"), "says the contrary")])
  }

  public static let descriptor = RuleDescriptor(
    id: "contradictory-direction",
    title: "Contradictory direction",
    family: .model,
    level: .warning,
    profile: .minimal,
    quality: .functionalSuitability,
    summary: "What a link does with data and the way the data runs contradict each other.",
    rationale: """
      Who keeps a copy, where personal data goes and who decides about what is worked out from the way \
      the data runs. With the arrow the wrong way round all of that is wrong, and looks right.
      """,
    detection: """
      A link in use says `operation: read` with `data-flow: push` or `none`, or `create` or `update` \
      with `pull` or `none`, or `event` with `pull`. Commands and deletions go with everything.
      """,
    remedy: """
      Keep `operation`, which says what happens, and leave `data-flow` out: it follows from it.
      """,
    falsePositives: "Both happen on one link: say `data-flow: both`, or make two links of it.",
    question: "After one use of the link, which side knows something new?",
    references: ["Threagile, communication links: data assets sent and received"],
    examples: [
      RuleExample(
        "a reading that pushes",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, operation: read, data-flow: ⟦push⟧ }
        """),
      RuleExample(
        "a reading that pulls",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, operation: read, data-flow: pull }
        """),
      RuleExample(
        "an update that pulls; a command with an answer; both ways",
        """
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: shop, to: stock, operation: update, data-flow: ⟦pull⟧, id: one }
          - { from: shop, to: stock, operation: command, data-flow: pull, id: two }
          - { from: shop, to: stock, operation: update, data-flow: both, id: three }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func pullsBothWays(
    _ link: Link, _ operation: Operation, _ flow: DataFlowDirection
  ) -> Self {
    "\(Wording.name(link)) says 'operation: \(operation.rawValue)' and 'data-flow: \(flow.rawValue)'"
  }
}
