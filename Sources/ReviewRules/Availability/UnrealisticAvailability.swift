public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds availabilities that no single instance has, and targets that nothing can reach.
public struct UnrealisticAvailability: Rule {
  /// The best that one instance is believed to have, from 0 to 1.
  public var bestOfOneInstance = 0.9999

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "best-of-one-instance", \.bestOfOneInstance, in: 0.9...1,
      "The best availability that one instance is believed to have (0 to 1)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for vertex in graph.solution.elements.indices where !graph.placements[vertex].isExternal {
      guard let availability = graph.solution.elements[vertex].availability,
        let instances = graph.solution.elements[vertex].instances
      else { continue }
      verdicts.used("availability", ofElement: vertex)
      if availability.fraction > bestOfOneInstance + 1e-12 {
        verdicts.fail(finding(graph.elementID(vertex), availability, instances))
      } else {
        verdicts.pass()
      }
    }
    for flow in graph.solution.flows {
      guard let target = flow.availabilityTarget else { continue }
      if target == .certain {
        verdicts.fail(
          Finding(
            Self.descriptor, .asksForCertainty(flow.id),
            at: .flow(flow.id, "target.availability"), roles: [.init("flow", .flow(flow.id))],
            remedy: "Name the downtime a year that '\(flow.id)' may have, and promise that."))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ id: ElementID, _ availability: Availability, _ instances: Int) -> Finding {
    let limit = Availability(fraction: bestOfOneInstance) ?? .certain
    let year = Duration.seconds(31_536_000)
    return Finding(
      Self.descriptor, .isTooGood(id, availability, instances, limit),
      at: .element(id, "availability"),
      evidence: Evidence(
        figures: [
          .init("availability of one instance", Wording.percent(availability)),
          .init(
            "downtime a year", Wording.duration(availability.downtime(in: year)),
            basis: "(1 − availability) · 8,760 h"),
          .init(
            "downtime a year at the limit", Wording.duration(limit.downtime(in: year)),
            basis: "(1 − best-of-one-instance) · 8,760 h"),
          .init("instances", "\(instances)"),
        ],
        assumptions: instances > 1
          ? ["`availability` is that of one instance; \(instances) of them are counted on top."]
          : []),
      remedy: instances > 1
        ? """
        Declare what one instance of '\(id)' reaches. If the figure is that of all \(instances) \
        together, it is counted twice now.
        """ : nil)
  }

  public static let descriptor = RuleDescriptor(
    id: "unrealistic-availability",
    title: "Unrealistic availability",
    family: .availability,
    level: .warning,
    quality: .reliability,
    summary: "One instance is said to be up more than any is, or a flow to be never down.",
    rationale: """
      Five nines leave five minutes a year: one restart. Everything that is computed from such a \
      figure is too good, and the design that follows from it lacks the redundancy it needs.
      """,
    detection: """
      An element of our own that declares `instances` has an `availability`, which is that of one \
      instance, above `best-of-one-instance`; or a flow has a target of 100 %. External elements are \
      left out: theirs are promises of a whole service.
      """,
    remedy: """
      Declare what was measured over a year, releases and maintenance included; and get the rest \
      from `instances`.
      """,
    falsePositives:
      "It was measured over years with all planned downtime counted: raise the limit, or waive it.",
    question: "How many minutes was it down last year, releases included, and who counted?",
    references: [
      "Beyer, Jones, Petoff, Murphy, Site Reliability Engineering, 2016, Availability Table: https://sre.google/sre-book/availability-table/"
    ],
    examples: [
      RuleExample(
        "five nines for one instance",
        """
        apps:
          ordering: { name: Ordering, instances: 1, availability: ⟦99.999%⟧ }
        """),
      RuleExample(
        "two instances with a figure that one can have",
        """
        apps:
          ordering: { name: Ordering, instances: 2, availability: 99.9% }
        """),
      RuleExample(
        "a figure for both that is counted twice, a promise from outside, and a flow without pause",
        """
        apps:
          ordering: { name: Ordering, instances: 2, availability: ⟦99.995%⟧ }
        systems:
          bank: { name: Bank, external: true, instances: 2, availability: 99.999% }
        links:
          - { from: ordering, to: bank, via: rest, timeout: 1s }
        flows:
          pay: { target: { availability: ⟦100%⟧ }, steps: [ordering -> bank] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooGood(
    _ id: ElementID, _ availability: Availability, _ instances: Int, _ limit: Availability
  ) -> Self {
    let which = instances > 1 ? "each of its \(instances) instances" : "its one instance"
    return """
      '\(id)' claims \(Wording.percent(availability)) for \(which) \
      (limit \(Wording.percent(limit)))
      """
  }

  fileprivate static func asksForCertainty(_ flow: FlowID) -> Self {
    "'\(flow)' has a target of 100 %, which nothing reaches"
  }
}
