public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds flows that take longer than they promise.
public struct LatencyAboveTarget: Rule {
  public init() {}

  /// From this multiple of the target on it is an error.
  private static let errorRatio = 2.0

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for flow in subject.solution.flows {
      guard let target = flow.latencyTarget else { continue }
      verdicts.used(.flow(flow.id, "target.latency"))
      let latency = subject.graph.latency(of: flow)
      if latency.total > target {
        verdicts.fail(Self.finding(flow, latency, target, in: subject.solution))
      } else if latency.missing.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: latency.missing.map { ElementPath($0, "latency") })
      }
    }
  }

  private static func finding(
    _ flow: Flow, _ latency: FlowLatency, _ target: Duration, in solution: Solution
  ) -> Finding {
    let parts = latency.parts.sorted { time(of: $0) > time(of: $1) }
    let worst = parts.first.map { name(of: $0.subject, in: solution) } ?? "its steps"
    return Finding(
      descriptor, .takesLonger(latency, target, worst, parts.first.map(time) ?? 0),
      at: .flow(flow.id, "target.latency"),
      level: latency.total / max(target, .nanoseconds(1)) > errorRatio ? .error : nil,
      evidence: Evidence(
        path: Evidence.steps(
          along: flow.uses.prefix(12).compactMap { solution.link($0.link) }),
        figures: figures(latency, target, parts, in: solution),
        assumptions: assumptions(latency, in: solution)),
      related: parts.prefix(3).map {
        Finding.Related(
          ElementPath($0.subject, "latency"), "takes \(Wording.duration(seconds: time(of: $0)))")
      },
      remedy: """
        Begin with \(worst): fewer calls, a copy of the data nearer, or work that goes on after the \
        answer. Steps that do not need each other can run side by side (`parallel`).
        """,
      cures: cures(parts))
  }

  /// The longest calls that the flow may do without, such as by a copy of the data.
  private static func cures(_ parts: [FlowLatency.Part]) -> [Cure] {
    parts.prefix(3).compactMap { part in
      if case .link(let id) = part.subject { Cure(.cut(id)) } else { nil }
    }
  }

  private static func figures(
    _ latency: FlowLatency, _ target: Duration, _ parts: [FlowLatency.Part], in solution: Solution
  ) -> [Evidence.Figure] {
    var figures: [Evidence.Figure] = [
      .init("target", Wording.duration(target)),
      .init(
        "time", (latency.missing.isEmpty ? "" : "at least ") + Wording.duration(latency.total),
        basis: "sum of p95 along the steps, of parallel ones the longest"),
    ]
    for part in parts.prefix(6) {
      let times = part.times > 1 ? "\(part.times) times \(Wording.duration(part.duration))" : nil
      figures.append(
        .init(
          name(of: part.subject, in: solution), Wording.duration(seconds: time(of: part)),
          basis: times ?? (part.includesWire ? nil : "the destination's own time")))
    }
    return figures
  }

  private static func assumptions(_ latency: FlowLatency, in solution: Solution) -> [String] {
    var assumptions = ["The p95 of a sum is at most the sum of the p95."]
    if !latency.missing.isEmpty {
      let silent = latency.missing.map { ElementPath($0).subject.name }
      assumptions.append(
        "What does not say how long it takes takes no time: \(Wording.list(silent)).")
    }
    return assumptions
  }

  /// In seconds, all repeats together.
  private static func time(of part: FlowLatency.Part) -> Double {
    part.duration / .seconds(1) * Double(part.times)
  }

  private static func name(of subject: ElementPath.Subject, in solution: Solution) -> String {
    if case .link(let id) = subject, let link = solution.link(id) { return Wording.name(link) }
    return "'\(subject.name)'"
  }

  public static let descriptor = RuleDescriptor(
    id: "latency-above-target",
    title: "Latency above target",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    profile: .minimal,
    quality: .performanceEfficiency,
    summary: "The steps of a flow together take longer than the flow may.",
    rationale: """
      The promise cannot be kept even when every part performs as it says. Nobody has to wait for \
      a load test to learn that; it is in the sum.
      """,
    detection: """
      Σ over the steps of calls × repeats × p95 latency, the longest of parallel branches, is above \
      `target.latency`. A link without a latency takes the processing time of its destination. \
      Steps on which nobody waits count only with a latency of their own. Where times are missing \
      the sum is a lower bound: above the target it is a finding all the same, below it unknown. \
      An error from twice the target on.
      """,
    remedy: """
      Take the largest part first: fewer calls, a nearer copy, work after the answer, or branches \
      that run side by side.
      """,
    falsePositives: """
      The p95 of the whole is below the sum of the p95 of its parts, because they are seldom slow \
      together: a sum that is over by a tenth may hold in a measurement.
      """,
    question: "Which step has been measured, and which figure is a guess?",
    references: [
      "Jeffrey Dean, Luiz André Barroso, The Tail at Scale, CACM 56(2), 2013",
      "AWS Builders' Library, Timeouts, retries and backoff with jitter",
    ],
    examples: [
      RuleExample(
        "the steps add up to 981 ms",
        """
        apps:
          shop: { name: Shop, latency: 400ms }
          ordering: { name: Ordering, latency: 250ms }
          stock: { name: Stock, latency: 300ms }
        links:
          - { from: shop, to: ordering, via: rest, latency: 280ms, timeout: 2s }
          - { from: ordering, to: stock, via: rest, latency: 301ms, timeout: 1s }
        flows:
          order:
            target: { latency: ⟦900ms⟧ }
            steps: [{ at: shop }, shop -> ordering, ordering -> stock]
        """),
      RuleExample(
        "they fit into a second",
        """
        apps:
          shop: { name: Shop, latency: 400ms }
          ordering: { name: Ordering, latency: 250ms }
          stock: { name: Stock, latency: 300ms }
        links:
          - { from: shop, to: ordering, via: rest, latency: 280ms, timeout: 2s }
          - { from: ordering, to: stock, via: rest, latency: 301ms, timeout: 1s }
        flows:
          order:
            target: { latency: 1s }
            steps: [{ at: shop }, shop -> ordering, ordering -> stock]
        """),
      RuleExample(
        "what is known is enough to see it, and what is not is left open",
        """
        apps: { a: A, b: B, c: C }
        links:
          - { from: a, to: b, via: rest, latency: 200ms, timeout: 1s }
          - { from: b, to: c, via: rest, timeout: 1s }
        flows:
          over: { target: { latency: ⟦3s⟧ }, steps: [{ repeat: 20, steps: [a -> b] }, b -> c] }
          open: { target: { latency: 3s }, steps: [a -> b, b -> c] }
          side-by-side:
            target: { latency: 300ms }
            steps: [{ parallel: [a -> b, a -> b] }]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesLonger(
    _ latency: FlowLatency, _ target: Duration, _ worst: String, _ time: Double
  ) -> Self {
    """
    '\(latency.flow)' takes \(latency.missing.isEmpty ? "" : "at least ")\
    \(Wording.duration(latency.total)) (limit \(Wording.duration(target))), of which \(worst) \
    \(Wording.duration(seconds: time))
    """
  }
}
