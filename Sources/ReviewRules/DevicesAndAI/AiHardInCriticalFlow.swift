public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds critical flows that stop when a learned model does not answer.
public struct AiHardInCriticalFlow: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    let uses = graph.flowUses()
    for link in graph.solution.links.indices where !uses.flowsOfLink[link].isEmpty {
      guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last,
        isLearned[last.destination], !isLearned[first.source],
        graph.solution.elements[first.source].kind != .person
      else { continue }
      let flows = uses.flowsOfLink[link].map { graph.solution.flows[$0] }.filter {
        ($0.criticality ?? graph.solution.criticality ?? .low) >= .high
      }
      guard !flows.isEmpty else { continue }
      if graph.traits[link].interaction == nil {
        verdicts.unknown(missing: "via", ofLink: link)
      } else if graph.traits[link].isHard {
        verdicts.fail(Self.finding(graph.solution.links[link], flows.map(\.id)))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link, _ flows: [FlowID]) -> Finding {
    Finding(
      descriptor, .stopsWithoutAnswer(link, flows), at: .link(link.id),
      weighs: flows.map { .flow($0) }, roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("need", link.effectiveNeed),
          Evidence.Figure("fallback", link.failure.fallback?.rawValue ?? "none declared"),
          Evidence.Figure("flows from high on", "\(flows.count)"),
        ].compactMap { $0 }),
      related: flows.map { Finding.Related(.flow($0), "stops when it does not answer") })
  }

  public static let descriptor = RuleDescriptor(
    id: "ai-hard-in-critical-flow",
    title: "AI hard in a critical flow",
    family: .devicesAndAI,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A critical flow cannot go on when a learned model gives no answer.",
    rationale: """
      Such engines are metered, slow under load, withdrawn with a few months of notice, and now and \
      then wrong. A flow that can take an hour of work by hand or by a simple rule survives all four.
      """,
    detection: """
      A flow of criticality *high* or above takes, outside `optional`, a hard link to an element of \
      type `ai`, in one, or called by `ai-api`. `fallback-missing` lists all such calls of a flow \
      together, whatever they call; this rule points at the one that is least like the others.
      """,
    remedy: """
      Declare a `fallback`: a fixed rule, the last answer, a queue for people. Build it first, then \
      the engine beside it.
      """,
    falsePositives:
      "The flow is about the answer and is worth nothing without it: lower its criticality.",
    question: "What happens to the next thousand cases while the engine is away for a day?",
    references: [
      "Microsoft Azure Well-Architected Framework, AI workloads: design principles, reliability",
      "NIST AI 100-1, Artificial Intelligence Risk Management Framework, MANAGE 2.4",
    ],
    examples: [
      RuleExample(
        "no claim is settled while the engine is away",
        """
        apps:
          claims: Claims
          reader: { name: Letter reader, type: ai }
        links:
          - ⟦claims -> reader⟧: reads the letter
            via: rest
            timeout: 5s
        flows:
          settle: { criticality: core, steps: [claims -> reader] }
        """),
      RuleExample(
        "clerks read the letters meanwhile",
        """
        apps:
          claims: Claims
          reader: { name: Letter reader, type: ai }
        links:
          - claims -> reader: reads the letter
            via: rest
            timeout: 5s
            fallback: manual
        flows:
          settle: { criticality: core, steps: [claims -> reader] }
        """),
      RuleExample(
        "an engine known by its option; an optional step; a flow that matters less",
        """
        apps: { claims: Claims, engine: Engine }
        systems: { vendor: { type: ai, apps: { words: Words } } }
        links:
          - ⟦claims -> engine⟧: asks
            via: ai-api
            timeout: 5s
          - claims -> words: asks
            via: rest
            timeout: 5s
        flows:
          settle: { criticality: high, steps: [claims -> engine, { optional: claims -> words }] }
          try: { criticality: medium, steps: [claims -> words] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func stopsWithoutAnswer(_ link: Link, _ flows: [FlowID]) -> Self {
    """
    without an answer of '\(link.destination)' \(flows.count == 1 ? "a critical flow stops" : "critical flows stop"): \
    \(Wording.list(flows.map(\.text)))
    """
  }
}
