public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls of external learned models for which nothing is planned when they fail.
public struct AiWithoutFallback: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    let uses = graph.flowUses()
    for link in graph.solution.links.indices where graph.traits[link].isCall {
      guard graph.traits[link].isInUse, let last = graph.legs(of: link).last,
        let first = graph.legs(of: link).first, isLearned[last.destination],
        !isLearned[first.source], graph.placements[last.destination].isExternal,
        graph.solution.elements[first.source].kind != .person,
        !Self.isCritical(link, uses, in: graph)
      else { continue }
      switch graph.solution.links[link].failure.fallback {
      case nil:
        verdicts.unknown(missing: "fallback", ofLink: link)
      case Fallback.none?:
        verdicts.used("fallback", ofLink: link)
        verdicts.fail(Self.finding(graph.solution.links[link]))
      case .cache?, .fixed?, .queue?, .disable?, .manual?, .alternative?:
        verdicts.used("fallback", ofLink: link)
        verdicts.pass()
      }
    }
  }

  /// Whether `ai-hard-in-critical-flow` looks at the link.
  private static func isCritical(_ link: Int, _ uses: FlowUses, in graph: SolutionGraph) -> Bool {
    uses.flowsOfLink[link].contains {
      (graph.solution.flows[$0].criticality ?? graph.solution.criticality ?? .low) >= .high
    }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .hasNoPlan(link), at: .link(link.id, "fallback"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("fallback", Fallback.none.rawValue),
          Evidence.Figure("need", link.effectiveNeed),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "ai-without-fallback",
    title: "AI without a fallback",
    family: .devicesAndAI,
    level: .note,
    quality: .reliability,
    summary: "A call of a vendor’s learned model has no plan for the hour in which it fails.",
    rationale: """
      A quota that is used up in the afternoon, a version that is withdrawn, a refusal to answer: each \
      is part of the service. A caller that has never met them shows them to its users as they come.
      """,
    detection: """
      A call in use to an external element of type `ai`, or by `ai-api`, says `fallback: none`. Links \
      in flows of criticality *high* and above are left to `ai-hard-in-critical-flow`. Without \
      `fallback` it is unknown.
      """,
    remedy: "Hide the function, answer from the last result, or queue the case, and declare which.",
    falsePositives: "A person sits before it and simply tries again later: that is `manual`.",
    question: "What does the user see when the quota of the day is used up?",
    references: [
      "Microsoft Azure Well-Architected Framework, AI workloads: application design",
      "OWASP Top 10 for LLM Applications 2025, LLM10: Unbounded Consumption",
    ],
    examples: [
      RuleExample(
        "the advisor falls silent with its vendor",
        """
        apps: { advisor: Advisor }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        links:
          - { from: advisor, to: engine, via: ai-api, timeout: 20s, fallback: ⟦none⟧ }
        """),
      RuleExample(
        "without an answer the advisor shows the figures alone",
        """
        apps: { advisor: Advisor }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        links:
          - { from: advisor, to: engine, via: ai-api, timeout: 20s, fallback: disable }
        """),
      RuleExample(
        "an engine of our own, and a critical flow",
        """
        apps: { advisor: Advisor, wear: { type: ai } }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        links:
          - { from: advisor, to: wear, via: rest, timeout: 1s, fallback: none }
          - { from: advisor, to: engine, via: ai-api, timeout: 20s, fallback: none }
        flows:
          advise: { criticality: core, steps: [advisor -> engine] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoPlan(_ link: Link) -> Self {
    "'\(link.source)' has no fallback for the hour in which '\(link.destination)' gives no answer"
  }
}
