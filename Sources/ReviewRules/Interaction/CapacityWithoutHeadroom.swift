public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that serve the busiest time only while all their instances are up.
public struct CapacityWithoutHeadroom: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let elements = subject.solution.elements
    guard elements.indices.contains(where: { elements[$0].capacity != nil }) else { return }
    let loads = subject.graph.loads(inYears: 0).elements
    for vertex in elements.indices {
      guard let used = loads[vertex].utilisation, let rest = loads[vertex].utilisationWithOneDown
      else { continue }
      verdicts.used("instances", ofElement: vertex)
      if rest > 1, used <= 1 {
        verdicts.fail(Self.finding(elements[vertex], loads[vertex], used, rest))
      } else if loads[vertex].missing.isEmpty || rest > 1 {
        verdicts.pass()
      } else {
        verdicts.unknown(
          missing: loads[vertex].missing.map { .link(subject.graph.linkID($0), "peak") })
      }
    }
  }

  private static func finding(
    _ element: Element, _ load: ElementLoad, _ used: Double, _ rest: Double
  ) -> Finding {
    let instances = element.instances ?? 1
    return Finding(
      descriptor, .lacksHeadroom(element.id, rest, instances),
      at: .element(element.id, "instances"),
      evidence: Evidence(
        figures: [
          .init(
            "load", QuantityWords.rate(perSecond: load.now.low),
            basis: load.now.high == nil ? "at least" : nil),
          .init("capacity", QuantityWords.rate(perSecond: element.capacity?.perSecond ?? 0)),
          .init("instances", "\(instances)"),
          .init(
            "capacity with one down",
            QuantityWords.rate(perSecond: load.capacityWithOneDown?.perSecond ?? 0)),
          .init("used", QuantityWords.share(used)),
          .init("used with one down", QuantityWords.share(rest)),
        ],
        assumptions: ["Every instance carries the same part of the capacity."]),
      remedy: """
        Have \(Int((used * Double(instances)).rounded(.up)) + 1) instances of this size, or let the \
        load be shed or wait while one is down.
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "capacity-without-headroom",
    title: "Capacity without headroom",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "With one instance down the others cannot serve the busiest time.",
    rationale: """
      Instances are there so that one may fail. When the rest cannot carry the load they fail one after \
      the other, and the redundancy that was paid for turns one outage into all of them; a release that \
      takes one out at a time does the same.
      """,
    detection: """
      Load (as in `overloaded-element`) above `capacity` × (n − 1) ÷ n for `instances` n of at least \
      two, and not above the whole capacity. Unknown links count nothing.
      """,
    remedy: """
      Add an instance, make the instances larger, or let callers slow down (a queue, a limit of rate) \
      while one is down.
      """,
    falsePositives: "The platform starts another instance faster than the rest falls behind.",
    question: "What happened the last time that one instance was taken out at the busiest hour?",
    references: [
      "Google, Site Reliability Engineering, chapter 22, Addressing Cascading Failures",
      "AWS Well-Architected, REL11-BP05 Use static stability to prevent bimodal behavior",
    ],
    examples: [
      RuleExample(
        "two instances that are both needed",
        """
        apps:
          shop: Web shop
          prices: { name: Prices, capacity: 100/s, instances: ⟦2⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 60/s }
        """),
      RuleExample(
        "three of which two are enough",
        """
        apps:
          shop: Web shop
          prices: { name: Prices, capacity: 150/s, instances: 3 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 60/s }
        """),
      RuleExample(
        "what is overloaded anyway is another finding, one instance is none, and the unknown is open",
        """
        apps:
          shop: Web shop
          prices: { name: Prices, capacity: 50/s, instances: 2 }
          stock: { name: Stock, capacity: 100/s, instances: 1 }
          rates: { name: Rates, capacity: 100/s, instances: 2 }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 60/s }
          - { from: shop, to: stock, via: rest, timeout: 1s, peak: 60/s }
          - { from: shop, to: rates, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func lacksHeadroom(_ id: ElementID, _ rest: Double, _ instances: Int) -> Self {
    """
    with one of \(instances) instances down \(Wording.name(id)) is used to \
    \(QuantityWords.share(rest)) of its capacity (limit 100 %)
    """
  }
}
