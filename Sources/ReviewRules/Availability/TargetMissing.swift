public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds critical flows for which nobody said how available they must be.
public struct TargetMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let critical = subject.solution.flows.filter { ($0.criticality ?? .low) >= .core }
    let lacking = critical.filter { $0.availabilityTarget == nil }
    for flow in critical where flow.availabilityTarget != nil {
      verdicts.used(.flow(flow.id, "target.availability"))
      verdicts.pass()
    }
    for flow in lacking { verdicts.lacks(.flow(flow.id, "target.availability")) }
    guard lacking.count > 2, lacking.count == critical.count else {
      for flow in lacking { verdicts.fail(Self.finding(flow)) }
      return
    }
    verdicts.fail(
      Finding(
        Self.descriptor, .noneHasTarget(lacking.count), at: ElementPath(.solution),
        related: lacking.prefix(20).map { Finding.Related(.flow($0.id), "has no target") }))
  }

  private static func finding(_ flow: Flow) -> Finding {
    Finding(
      descriptor, .hasNoTarget(flow), at: .flow(flow.id),
      evidence: Evidence(
        figures: [flow.criticality.map { .init("criticality", $0.rawValue) }].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "target-missing",
    title: "Target missing",
    family: .availability,
    level: .note,
    profile: .strict,
    quality: .reliability,
    summary: "A flow that the business lives on has no availability that it must reach.",
    rationale: """
      Without a number nobody can say whether the design is good enough, too dear, or not good enough, \
      and the number is then made up in the meeting after the first long outage.
      """,
    detection: """
      A flow whose own `criticality` is `core` or above without `target.availability`. Where three or \
      more such flows have none and no other has one, they are one finding.
      """,
    remedy: """
      Ask the business what an hour of outage costs and how many of them a year it would bear, and \
      declare the result as `target: { availability: … }`.
      """,
    falsePositives: """
      The flow runs as a batch, so that being late matters and being down does not: lower its \
      criticality, or give it a window.
      """,
    question: "How many hours a year may this flow be down before somebody senior asks why?",
    references: [
      "Beyer, Jones, Petoff, Murphy, Site Reliability Engineering, 2016, Service Level Objectives: https://sre.google/sre-book/service-level-objectives/"
    ],
    examples: [
      RuleExample(
        "orders are the core, and nobody says how often they may stop",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - shop -> ordering: submits the order
            via: rest
        flows:
          ⟦take-order⟧:
            name: Take an order
            criticality: core
            steps: [shop -> ordering]
        """),
      RuleExample(
        "nine hours a year, and no more",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - shop -> ordering: submits the order
            via: rest
        flows:
          take-order:
            name: Take an order
            criticality: core
            target: { availability: 99.9% }
            steps: [shop -> ordering]
        """),
      RuleExample(
        "no critical flow of the model has a target",
        """
        solution: ⟦Example⟧
        apps: { shop: Web shop, ordering: Ordering }
        links:
          - { from: shop, to: ordering, via: rest }
        flows:
          take-order: { criticality: core, steps: [shop -> ordering] }
          cancel: { criticality: core, steps: [shop -> ordering] }
          pay: { criticality: business-critical, steps: [shop -> ordering] }
          browse: { criticality: high, steps: [shop -> ordering] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNoTarget(_ flow: Flow) -> Self {
    let criticality = flow.criticality.map { " (\($0.rawValue))" } ?? ""
    return "'\(flow.id)'\(criticality) does not say how available it must be"
  }

  fileprivate static func noneHasTarget(_ count: Int) -> Self {
    "none of the \(count) flows of criticality core and above says how available it must be"
  }
}
