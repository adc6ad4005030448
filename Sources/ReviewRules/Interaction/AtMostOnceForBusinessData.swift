public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds business data on links that may lose a message without anybody knowing.
public struct AtMostOnceForBusinessData: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    let flows = Self.criticalFlows(in: solution)
    for place in solution.links.indices where Self.applies(to: place, in: subject.graph) {
      if let reason = Self.reason(for: place, flows, in: solution) {
        verdicts.fail(Self.finding(solution.links[place], reason))
        continue
      }
      let silent = solution.links[place].carries.filter { solution.data($0)?.class == nil }
      if solution.links[place].carries.isEmpty {
        verdicts.unknown(missing: "carries", ofLink: place)
      } else if silent.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: silent.map { .data($0, "class") })
      }
    }
  }

  /// Whether it sends something to a program and may lose it.
  private static func applies(to place: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[place].isInUse,
      graph.traits[place].interaction == .asynchronous || graph.traits[place].interaction == .batch,
      graph.solution.links[place].effectiveDelivery.value == .atMostOnce
    else { return false }
    let ends = [graph.solution.links[place].source, graph.solution.links[place].destination]
    return ends.allSatisfy { graph.solution.element($0)?.kind != .person }
  }

  private struct Reason {
    let words: String
    let place: ElementPath
  }

  private static func reason(for place: Int, _ flows: [Int: FlowID], in solution: Solution)
    -> Reason?
  {
    for data in solution.links[place].carries {
      switch solution.data(data)?.class {
      case .master: return Reason(words: "master data '\(data)'", place: .data(data, "class"))
      case .transactional:
        return Reason(words: "transactional data '\(data)'", place: .data(data, "class"))
      case .reference, .event, .analytical, .content, .configuration, .identity, .log, nil: break
      }
    }
    guard let flow = flows[place] else { return nil }
    return Reason(words: "a step that '\(flow)' needs", place: .flow(flow, "criticality"))
  }

  /// By link, the first flow of high criticality that needs it.
  private static func criticalFlows(in solution: Solution) -> [Int: FlowID] {
    var flows: [Int: FlowID] = [:]
    for flow in solution.flows {
      guard let criticality = flow.criticality, criticality >= .high else { continue }
      for use in flow.uses where !use.isOptional {
        if let place = solution.index(of: use.link), flows[place] == nil { flows[place] = flow.id }
      }
    }
    return flows
  }

  private static func finding(_ link: Link, _ reason: Reason) -> Finding {
    Finding(
      descriptor, .mayLose(link, reason.words),
      at: .link(link.id, link.failure.delivery == nil ? "via" : "delivery"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("delivery", link.effectiveDelivery),
          .init("sends", reason.words),
        ].compactMap { $0 }),
      related: [Finding.Related(reason.place, "must not be lost")])
  }

  public static let descriptor = RuleDescriptor(
    id: "at-most-once-for-business-data",
    title: "At most once for business data",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "Data that must not be lost travels over a link that may lose it in silence.",
    rationale: """
      At most once means that a message that is lost is lost for good, and that neither side \
      notices. For a temperature the next one comes in a second; for an order nothing comes.
      """,
    detection: """
      An asynchronous or batch link between programs with `delivery: at-most-once`, declared or by \
      its option (MQTT, e-mail, files carried by hand, screen automation), that carries data of \
      class `master` or `transactional`, or that a flow of `high` criticality and above needs. \
      Other classes are in order; without them the link is unknown.
      """,
    remedy: """
      Deliver at least once to a receiver that knows repeats, over a queue or with an \
      acknowledgement, or count on both sides each day and compare.
      """,
    falsePositives: """
      The channel keeps more than its option promises, such as MQTT with quality of service 1: \
      declare `delivery: at-least-once`.
      """,
    question: "Who would notice one missing message, when, and how?",
    references: [
      "Enterprise Integration Patterns, Guaranteed Delivery: https://www.enterpriseintegrationpatterns.com/patterns/messaging/GuaranteedMessaging.html",
      "MQTT Version 5.0, OASIS Standard, section 4.3, Quality of Service levels",
    ],
    examples: [
      RuleExample(
        "orders come by e-mail",
        """
        systems:
          dealer: { name: Dealer, external: true }
        apps:
          ordering: Ordering
        data:
          order: { class: transactional, master: ordering }
        links:
          - dealer -> ordering: sends orders
            via: ⟦email⟧
            carries: [order]
        """),
      RuleExample(
        "orders come through a queue",
        """
        systems:
          dealer: { name: Dealer, external: true }
        apps:
          ordering: Ordering
        data:
          order: { class: transactional, master: ordering }
        links:
          - dealer -> ordering: sends orders
            via: queue
            carries: [order]
        """),
      RuleExample(
        "measurements may be lost, what a critical flow needs may not, nor what people read",
        """
        people: { clerk: Clerk }
        apps: { a: A, b: B, c: C }
        data:
          reading: { class: event }
          invoice: { class: transactional, master: a }
        links:
          - { from: a, to: b, via: mqtt, carries: [reading] }
          - { from: a, to: c, via: topic, delivery: ⟦at-most-once⟧, carries: [reading] }
          - { from: a, to: clerk, via: email, carries: [invoice] }
          - { from: b, to: c, via: mqtt }
        flows:
          alarm: { criticality: core, steps: [a -> c] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func mayLose(_ link: Link, _ words: String) -> Self {
    "\(Wording.name(link)) delivers at most once and sends \(words)"
  }
}
