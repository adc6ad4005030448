public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds critical flows that people wait on and that promise no time.
public struct LatencyTargetMissing: Rule {
  public init() {}

  /// From how many flows on a model without any latency target gets one finding for all.
  private static let foldFrom = 3

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    var isSpokenOf = false
    var lacking: [(flow: Flow, criticality: Criticality)] = []
    for flow in solution.flows {
      if flow.latencyTarget != nil { isSpokenOf = true }
      guard Self.keepsAPersonWaiting(flow, in: subject.graph) else { continue }
      if flow.latencyTarget != nil {
        verdicts.used(.flow(flow.id, "target.latency"))
        verdicts.pass()
      } else if let criticality = flow.criticality ?? solution.criticality {
        verdicts.lacks(.flow(flow.id, "target.latency"))
        if criticality >= .high { lacking.append((flow, criticality)) } else { verdicts.pass() }
      } else {
        verdicts.unknown(missing: [.flow(flow.id, "criticality")])
      }
    }
    if isSpokenOf || lacking.count < Self.foldFrom {
      for (flow, criticality) in lacking {
        verdicts.fail(Self.finding(flow, criticality, in: solution))
      }
    } else {
      verdicts.fail(
        Finding(
          Self.descriptor, .nothingIsPromised(lacking.map(\.flow)), at: ElementPath(.solution),
          related: lacking.prefix(20).map {
            Finding.Related(.flow($0.flow.id), "criticality \($0.criticality.rawValue)")
          }))
    }
  }

  /// Whether it starts at a person and calls something that answers.
  private static func keepsAPersonWaiting(_ flow: Flow, in graph: SolutionGraph) -> Bool {
    guard let first = flow.uses.first,
      let place = graph.solution.index(of: first.link), graph.traits[place].isInUse,
      let source = graph.solution.index(of: graph.solution.links[place].source),
      graph.solution.elements[source].kind == .person
    else { return false }
    return flow.uses.contains { use in
      graph.solution.index(of: use.link).map { graph.traits[$0].isFunctionallySynchronous } ?? false
    }
  }

  private static func finding(_ flow: Flow, _ criticality: Criticality, in solution: Solution)
    -> Finding
  {
    Finding(
      descriptor, .promisesNothing(flow, criticality), at: .flow(flow.id),
      evidence: Evidence(
        path: Evidence.steps(along: flow.uses.prefix(12).compactMap { solution.link($0.link) }),
        figures: [
          .init(
            "criticality", criticality.rawValue,
            basis: flow.criticality == nil ? "of the solution" : nil)
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "latency-target-missing",
    title: "Latency target missing",
    family: .interaction,
    level: .note,
    profile: .strict,
    quality: .performanceEfficiency,
    summary: "A critical flow that a person waits on has no latency target.",
    rationale: """
      Without a number nobody can test it, size for it or say that it got worse. It is then found \
      out by the users, one release too late.
      """,
    detection: """
      A flow whose first step starts at a person, that has a step somebody waits on, whose \
      criticality (its own, else the solution's) is `high` or above, and that has no \
      `target.latency`. Where no flow of the model has one, three and more are one finding.
      """,
    remedy: """
      Agree on a p95 with those who use it, such as 1 s for what they do many times an hour and \
      10 s for what they do once a day, and write it into `target`.
      """,
    falsePositives: """
      The wait is for people, not for machines, and days are in order: then the flow needs an \
      agreed time outside this model.
      """,
    question: "After how many seconds do users of this flow complain, and who measures that?",
    references: [
      "Jakob Nielsen, Response Times: The 3 Important Limits: https://www.nngroup.com/articles/response-times-3-important-limits/",
      "Google SRE Book, Service Level Objectives: https://sre.google/sre-book/service-level-objectives/",
    ],
    examples: [
      RuleExample(
        "nobody said how long an order may take",
        """
        people:
          buyer: Buyer
        apps:
          shop: Web shop
        links:
          - buyer -> shop: orders
            via: ui-web-link
        flows:
          ⟦take-order⟧:
            criticality: core
            steps: [buyer -> shop]
        """),
      RuleExample(
        "an order takes at most 1.5 s",
        """
        people:
          buyer: Buyer
        apps:
          shop: Web shop
        links:
          - buyer -> shop: orders
            via: ui-web-link
        flows:
          take-order:
            criticality: core
            target: { latency: 1500ms }
            steps: [buyer -> shop]
        """),
      RuleExample(
        "a model that never speaks of it is told once",
        """
        solution: ⟦Example⟧
        criticality: high
        people: { buyer: Buyer }
        apps: { shop: Web shop, stock: Stock }
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          one: { steps: [buyer -> shop] }
          two: { steps: [buyer -> shop, shop -> stock] }
          three: { steps: [buyer -> shop, shop -> stock] }
          of-machines: { steps: [shop -> stock] }
          unimportant: { criticality: low, steps: [buyer -> shop] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func promisesNothing(_ flow: Flow, _ criticality: Criticality) -> Self {
    "'\(flow.id)' is of \(criticality.rawValue) criticality and has no latency target"
  }

  fileprivate static func nothingIsPromised(_ flows: [Flow]) -> Self {
    """
    no flow has a latency target, also not the \(flows.count) critical ones that people wait on: \
    \(Wording.list(flows.map(\.id.text)))
    """
  }
}
