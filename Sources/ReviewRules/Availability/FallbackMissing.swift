public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds critical flows that stop as soon as one of the parts that they call is down.
public struct FallbackMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for flow in solution.flows {
      let calls = Self.calls(of: flow, in: subject)
      guard !calls.isEmpty else { continue }
      guard let criticality = flow.criticality ?? solution.criticality else {
        verdicts.unknown(missing: [.flow(flow.id, "criticality")])
        continue
      }
      if flow.criticality != nil { verdicts.used(.flow(flow.id, "criticality")) }
      for call in calls where call.failure.fallback != nil {
        verdicts.used(.link(call.id, "fallback"))
      }
      guard criticality >= .high else { continue }
      let lacking = calls.filter {
        $0.isHard && ($0.failure.fallback ?? Fallback.none) == Fallback.none
      }
      if lacking.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(flow, criticality, lacking))
      }
    }
  }

  /// The calls that a run of a flow makes in any case, each once; people, an application's own
  /// store and messages left out.
  private static func calls(of flow: Flow, in subject: ReviewSubject) -> [Link] {
    let solution = subject.solution
    var seen: Set<Int> = []
    var calls: [Link] = []
    for use in flow.uses where !use.isOptional {
      guard let index = solution.index(of: use.link), seen.insert(index).inserted else { continue }
      let traits = subject.graph.traits[index]
      guard traits.isInUse, traits.isFunctionallySynchronous, traits.interaction == .synchronous,
        solution.element(solution.links[index].source)?.kind != .person,
        solution.element(solution.links[index].destination)?.kind != .store
      else { continue }
      calls.append(solution.links[index])
    }
    return calls
  }

  private static func finding(_ flow: Flow, _ criticality: Criticality, _ calls: [Link]) -> Finding
  {
    Finding(
      descriptor, .stopsWith(flow.id, criticality, calls), at: .flow(flow.id),
      weighs: [.flow(flow.id)],
      roles: [Finding.Role("flow", .flow(flow.id))]
        + calls.map { Finding.Role("call", .link($0.id)) },
      evidence: Evidence(
        path: Evidence.steps(along: calls),
        figures: [
          .init(
            "criticality", criticality.rawValue,
            basis: flow.criticality == nil ? "of the solution" : nil),
          .init("hard calls without a fallback", "\(calls.count)"),
        ]),
      related: calls.map { call in
        Finding.Related(
          .link(call.id),
          call.failure.fallback == nil ? "says nothing of a fallback" : "has no fallback")
      },
      causes: calls.count == 1 ? [.link(calls[0].id), .element(calls[0].destination)] : [],
      cures: [
        Cure(calls.prefix(20).map { .fallBack($0.id, to: .cache) }),
        Cure(calls.prefix(20).map { .makeAsynchronous($0.id) }),
      ])
  }

  public static let descriptor = RuleDescriptor(
    id: "fallback-missing",
    title: "Fallback missing",
    family: .availability,
    level: .note,
    weighs: [.criticality],
    quality: .reliability,
    summary:
      "A critical flow makes calls that it cannot do without, and has no plan for when they fail.",
    rationale: """
      The flow is up only while all of these parts are. A plan, even one that only disables a \
      function or takes the work for later, turns an outage of the flow into a worse day.
      """,
    detection: """
      The `criticality` of the flow, or else of the solution, is `high` or above, and a step \
      outside `optional` is a functionally synchronous, hard link without a `fallback` or with \
      `none`. Links of people and to stores do not count. One finding a flow.
      """,
    remedy: """
      For each of the calls choose one: answer from a copy, answer with a fixed value, take the \
      work into a queue and tell the user, disable the function, or let people take over; declare \
      it as `fallback`, and test it.
      """,
    falsePositives: """
      The call is the purpose of the flow, so that nothing useful is left without it, and its \
      destination is redundant: declare `fallback: manual` or waive it.
      """,
    question:
      "What does a user see, and what happens to the work, while each of these parts is down?",
    explainedBy: ["fallback-missing", "single-point-of-failure"],
    references: [
      "AWS Well-Architected, REL05-BP01: graceful degradation, hard into soft dependencies",
      "Azure Well-Architected Framework, Self-preservation: https://learn.microsoft.com/azure/well-architected/reliability/self-preservation",
    ],
    examples: [
      RuleExample(
        "no order while the customer register is down",
        """
        apps:
          shop: Web shop
          customers: Customer register
        links:
          - shop -> customers: looks up the customer
            via: rest
            timeout: 1s
        flows:
          ⟦take-order⟧:
            name: Take an order
            criticality: core
            steps: [shop -> customers]
        """),
      RuleExample(
        "the shop takes the order with the customer that it knew yesterday",
        """
        apps:
          shop: Web shop
          customers: Customer register
        links:
          - shop -> customers: looks up the customer
            via: rest
            timeout: 1s
            fallback: cache
        flows:
          take-order:
            name: Take an order
            criticality: core
            steps: [shop -> customers]
        """),
      RuleExample(
        "an optional step, a message and a flow of medium criticality need none",
        """
        apps:
          shop: Web shop
          advice: Advice
        channels:
          events: Events
        links:
          - { from: shop, to: advice, via: rest, timeout: 1s }
          - { from: shop, to: events, via: topic }
        flows:
          take-order:
            criticality: core
            steps: [{ optional: [shop -> advice] }, shop -> events]
          browse:
            criticality: medium
            steps: [shop -> advice]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func stopsWith(_ flow: FlowID, _ criticality: Criticality, _ calls: [Link])
    -> Self
  {
    let first = Wording.list(calls.map(\.destination.text), showing: 3)
    return "'\(flow)' (\(criticality.rawValue)) stops when a call fails: no fallback for \(first)"
  }
}
