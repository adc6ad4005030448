public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that sleep while flows which cannot run without them are to serve.
public struct ServiceHoursTooShort: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (vertex, demands) in graph.elementDemands().enumerated() {
      guard let demand = demands.serviceHours else { continue }
      guard let words = graph.solution.elements[vertex].serviceHours else {
        verdicts.unknown(missing: "service-hours", ofElement: vertex)
        continue
      }
      verdicts.used("service-hours", ofElement: vertex)
      guard let own = ServiceHours(words) else {
        verdicts.unknown(missing: [])
        continue
      }
      if own.covers(demand.value) {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(vertex, own, demand, demands, in: graph))
      }
    }
  }

  private static func finding(
    _ vertex: Int, _ own: ServiceHours, _ demand: ElementDemands.Demand<ServiceHours>,
    _ demands: ElementDemands, in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(vertex)
    let flow = graph.solution.flows[demand.flow].id
    return Finding(
      descriptor, .sleepsTooLong(id, own, flow, demand.value), at: .element(id, "service-hours"),
      weighs: [.flow(flow)],
      evidence: .demand(
        of: demand, on: vertex, in: graph,
        [
          .init("hours of '\(id)'", Self.words(own)),
          .init("hours of '\(flow)'", Self.words(demand.value)),
        ]),
      related: Finding.Related.flows(of: demands, in: graph, asking: "service-hours") { flow in
        flow.serviceHours.flatMap { ServiceHours($0) }.flatMap {
          own.covers($0) ? nil : Self.words($0)
        }
      })
  }

  /// `40 h a week (8x5)`.
  fileprivate static func words(_ hours: ServiceHours) -> String {
    "\(hours.hoursPerWeek) h a week (\(hours.hoursPerDay)x\(hours.daysPerWeek))"
  }

  public static let descriptor = RuleDescriptor(
    id: "service-hours-too-short",
    title: "Service hours too short",
    family: .availability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element does not serve in all the hours in which a flow that needs it must work.",
    rationale: """
      Business hours are 24 % of the year, whatever the availability within them. What is maintained \
      every night takes every flow with it that was sold around the clock, and no figure of either \
      shows it.
      """,
    detection: """
      The `service-hours` of a flow are not within those of an element that it is sure to need (in \
      its steps, a store of these, or `need: hard`): fewer hours a day, or fewer days a week. \
      `24x7`, `12x5` and the like are compared, and `business-hours` as 8x5; other wordings, and an \
      element that says nothing, are unknown.
      """,
    remedy: """
      Let the element serve as long as the flow, or let the flow do without it at night: from a copy, \
      or by taking the work in for the morning (`fallback: queue`).
      """,
    falsePositives: """
      The hours are those in which people answer, while the element itself runs on: those belong to \
      the `support` of its team.
      """,
    question: "What does somebody see who starts this flow on a Sunday night?",
    references: [
      "Beyer, Jones, Petoff, Murphy, Site Reliability Engineering, 2016, Service Level Objectives: https://sre.google/sre-book/service-level-objectives/",
      "Azure Well-Architected Framework, Reliability metrics: https://learn.microsoft.com/azure/well-architected/reliability/metrics",
    ],
    examples: [
      RuleExample(
        "the web shop sells at night, the price service sleeps",
        """
        apps:
          shop: { name: Web shop, service-hours: 24x7 }
          prices: { name: Price service, service-hours: ⟦business-hours⟧ }
        links:
          - shop -> prices: asks for the price
            via: rest
            timeout: 1s
        flows:
          take-order:
            name: Take an order
            service-hours: 24x7
            steps: [shop -> prices]
        """),
      RuleExample(
        "at night the shop answers from the prices of the evening",
        """
        apps:
          shop: { name: Web shop, service-hours: 24x7 }
          prices: { name: Price service, service-hours: business-hours }
        links:
          - shop -> prices: asks for the price
            via: rest
            timeout: 1s
            fallback: cache
        flows:
          take-order:
            name: Take an order
            service-hours: 24x7
            steps: [shop -> prices]
        """),
      RuleExample(
        "hours in words of one's own cannot be compared",
        """
        apps:
          shop: { name: Web shop, service-hours: 24x7 }
          prices: { name: Price service, service-hours: until the tills close }
          stock: { name: Stock, service-hours: ⟦24x6⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          take-order:
            service-hours: 24/7
            steps: [shop -> prices, shop -> stock]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func sleepsTooLong(
    _ id: ElementID, _ own: ServiceHours, _ flow: FlowID, _ demand: ServiceHours
  ) -> Self {
    """
    '\(id)' serves \(ServiceHoursTooShort.words(own)), and '\(flow)' must work \
    \(ServiceHoursTooShort.words(demand))
    """
  }
}
