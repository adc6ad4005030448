public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows of which a learned model takes most of the time.
public struct AiDominatesLatency: Rule {
  /// The largest share of the target of a flow that learned models take.
  public var maximumShare = 0.5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-share", \.maximumShare, in: 0.01...1,
      "The largest share of the latency target of a flow that learned models take (0 to 1)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    for flow in graph.solution.flows {
      guard let target = flow.latencyTarget, target > .zero else { continue }
      let latency = graph.latency(of: flow)
      let parts = latency.parts.filter { Self.isOfModel($0.subject, isLearned, in: graph) }
      let missing = latency.missing.filter { Self.isOfModel($0, isLearned, in: graph) }
      guard !parts.isEmpty || !missing.isEmpty else { continue }
      let seconds = parts.reduce(0.0) { $0 + $1.duration / .seconds(1) * Double($1.times) }
      if seconds / (target / .seconds(1)) > maximumShare {
        verdicts.fail(finding(flow.id, parts, seconds: seconds, target: target))
      } else if !missing.isEmpty {
        verdicts.unknown(missing: missing.map { ElementPath($0, "latency") })
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isOfModel(
    _ subject: ElementPath.Subject, _ isLearned: [Bool], in graph: SolutionGraph
  ) -> Bool {
    switch subject {
    case .element(let id): graph.solution.index(of: id).map { isLearned[$0] } ?? false
    case .link(let id):
      graph.solution.index(of: id).flatMap { graph.legs(of: $0).last }
        .map { isLearned[$0.destination] } ?? false
    case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver: false
    }
  }

  private func finding(
    _ flow: FlowID, _ parts: [FlowLatency.Part], seconds: Double, target: Duration
  ) -> Finding {
    let share = seconds / (target / .seconds(1))
    return Finding(
      Self.descriptor,
      .takesMost(flow, seconds: seconds, target: target, share: share, limit: maximumShare),
      at: .flow(flow), roles: [Finding.Role("flow", .flow(flow))],
      evidence: Evidence(
        path: parts.map { Evidence.Step($0.subject, Wording.duration($0.duration)) },
        figures: [
          .init("time of learned models", Wording.duration(seconds: seconds)),
          .init("target", Wording.duration(target)),
          .init("share", Wording.decimal(share * 100, places: 0) + " %"),
          .init("limit", Wording.decimal(maximumShare * 100, places: 0) + " %", basis: "setting"),
        ],
        assumptions: ["Times are sums of p95 figures, an upper bound of the p95 of the sum."]))
  }

  public static let descriptor = RuleDescriptor(
    id: "ai-dominates-latency",
    title: "AI dominates the latency",
    family: .devicesAndAI,
    level: .note,
    weighs: [.criticality],
    profile: .strict,
    quality: .performanceEfficiency,
    summary: "Learned models take most of the time that a flow may take.",
    rationale: """
      Their times vary more than those of other parts: with the length of the answer, the hour of the \
      day, and the vendor’s load. A target that rests on them is met on quiet days.
      """,
    detection: """
      The p95 times of links to elements of type `ai`, and of work in them, on the longest way through \
      a flow are together more than `maximum-share` of its `target.latency`. Where such a time is \
      missing and the rest is within, it is unknown.
      """,
    remedy: """
      Show the answer as it is made, ask the engine beside the flow instead of in it, or take a \
      smaller one.
      """,
    falsePositives: "The flow is a conversation, and its users wait gladly: raise the target.",
    question: "What does the user look at while the engine thinks?",
    references: [
      "Nielsen: Usability Engineering, chapter 5, response times of 0.1, 1 and 10 seconds"
    ],
    examples: [
      RuleExample(
        "the engine takes four of five seconds",
        """
        apps: { desk: Desk, reader: { name: Letter reader, type: ai } }
        links:
          - { from: desk, to: reader, via: rest, timeout: 5s, latency: 4s }
        flows:
          ⟦settle⟧: { target: { latency: 5s }, steps: [desk -> reader] }
        """),
      RuleExample(
        "a smaller engine takes one",
        """
        apps: { desk: Desk, reader: { name: Letter reader, type: ai } }
        links:
          - { from: desk, to: reader, via: rest, timeout: 5s, latency: 1s }
        flows:
          settle: { target: { latency: 5s }, steps: [desk -> reader] }
        """),
      RuleExample(
        "repeats add up; no target, no engine, no time",
        """
        apps: { desk: Desk, ledger: Ledger, reader: { name: Letter reader, type: ai, latency: 300ms } }
        links:
          - { from: desk, to: reader, via: rest, timeout: 5s }
          - { from: desk, to: ledger, via: rest, timeout: 5s, latency: 4s }
        flows:
          ⟦batch⟧: { target: { latency: 5s }, steps: [{ repeat: 10, steps: [desk -> reader] }] }
          book: { target: { latency: 5s }, steps: [desk -> ledger] }
          try: { steps: [desk -> reader] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesMost(
    _ flow: FlowID, seconds: Double, target: Duration, share: Double, limit: Double
  ) -> Self {
    """
    learned models take \(Wording.duration(seconds: seconds)) of the \(Wording.duration(target)) of \
    flow '\(flow)': \(Wording.decimal(share * 100, places: 0)) % \
    (limit \(Wording.decimal(limit * 100, places: 0)) %)
    """
  }
}
