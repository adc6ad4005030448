public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that get more than they can serve, or soon will.
public struct OverloadedElement: Rule {
  /// The share of the capacity, in percent, that the busiest time may take.
  public var mostUsed = 70.0
  /// Over how many years volumes grow.
  public var years = 3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "most-used", \.mostUsed, in: 1...100,
      "The share of its capacity that the busiest time may take (percent)"),
    .integer("years", \.years, in: 0...20, "How long volumes are let grow (years)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let elements = subject.solution.elements
    guard elements.indices.contains(where: { elements[$0].capacity != nil }) else { return }
    let loads = subject.graph.loads(inYears: years)
    for vertex in elements.indices {
      guard let capacity = elements[vertex].capacity,
        let used = loads.elements[vertex].utilisation,
        let later = loads.elements[vertex].laterUtilisation
      else { continue }
      verdicts.used("capacity", ofElement: vertex)
      if used * 100 > mostUsed || later > 1 {
        verdicts.fail(finding(vertex, capacity, loads, used, later, subject.graph))
      } else if loads.elements[vertex].missing.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(
          missing: loads.elements[vertex].missing.map {
            .link(subject.graph.linkID($0), "peak")
          })
      }
    }
  }

  private func finding(
    _ vertex: Int, _ capacity: Rate, _ loads: Loads, _ used: Double, _ later: Double,
    _ graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(vertex)
    let load = loads.elements[vertex]
    let isLower = load.now.high == nil
    var figures: [Evidence.Figure] = [
      .init(
        "load", QuantityWords.rate(perSecond: load.now.low), basis: isLower ? "at least" : nil),
      .init("capacity", QuantityWords.rate(perSecond: capacity.perSecond)),
      .init("used", QuantityWords.share(used)),
    ]
    if load.later != load.now {
      figures.append(.init("used in \(years) years", QuantityWords.share(later)))
    }
    let message: Finding.Message =
      used * 100 > mostUsed
      ? .isOverloaded(id, used, limit: mostUsed) : .willBeOverloaded(id, later, years)
    return Finding(
      Self.descriptor, message, at: .element(id, "capacity"),
      level: used > 1 ? .error : used * 100 > mostUsed ? nil : .note,
      evidence: Evidence(
        figures: figures,
        assumptions: ["All links into it have their peaks at the same time."]
          + (isLower ? ["Links whose rate nobody knows bring nothing."] : [])),
      related: Self.contributions(to: vertex, loads, graph))
  }

  /// The busiest links into an element or its parts, the busiest first.
  private static func contributions(to vertex: Int, _ loads: Loads, _ graph: SolutionGraph)
    -> [Finding.Related]
  {
    let links = Set(graph.legs(into: vertex).map(\.link)).sorted()
    let known = links.compactMap { link in
      loads.links[link].flatMap { $0.now.low > 0 ? (link: link, load: $0) : nil }
    }
    let inOrder = known.sorted { ($1.load.now.low, $0.link) < ($0.load.now.low, $1.link) }
    return inOrder.prefix(10).map {
      Finding.Related(
        .link(graph.linkID($0.link)),
        "brings \(QuantityWords.rate(perSecond: $0.load.now.low)), from \($0.load.basis.words)")
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "overloaded-element",
    title: "Overloaded element",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .performanceEfficiency,
    summary: "What runs into an element in the busiest time is near or above what it can serve.",
    rationale: """
      Waiting times do not grow with the load, they explode: at 70 % of its capacity an element makes \
      callers wait about three times as long as when idle, at 90 % ten times, and above 100 % for ever.
      """,
    detection: """
      Load = the sum over the links into it of `peak` × `calls`; without a peak, of polls (instances ÷ \
      `poll`), of the peaks of flows × repeats, and of what comes into the channel that delivers. Used \
      = load ÷ `capacity` above `most-used` is a warning, above 100 % an error, and above 100 % only \
      after so many `years` of `growth` a note. Unknown links count nothing, so the load is a lower \
      bound.
      """,
    remedy: """
      Add instances, answer from a cache, take work out of the busiest time with a queue, or ask less \
      often.
      """,
    falsePositives: "The peaks do not come at the same time: declare flows with the peaks that do.",
    question: "With which load was it tested last, and what gave way first?",
    references: [
      "Kleinrock, Queueing Systems, volume 1: Theory, Wiley 1975",
      "Google, Site Reliability Engineering, chapter 21, Handling Overload",
    ],
    examples: [
      RuleExample(
        "two callers bring more than it can serve",
        """
        apps:
          shop: Web shop
          kiosk: Kiosk
          prices: { name: Prices, capacity: ⟦100/s⟧ }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 30/s, calls: 3 }
          - { from: kiosk, to: prices, via: rest, timeout: 1s, peak: 20/s }
        """),
      RuleExample(
        "one call for all prices of a page",
        """
        apps:
          shop: Web shop
          kiosk: Kiosk
          prices: { name: Prices, capacity: 100/s }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 30/s }
          - { from: kiosk, to: prices, via: rest, timeout: 1s, peak: 20/s }
        """),
      RuleExample(
        "polls through a gateway, and messages by way of a topic, count",
        """
        apps:
          desk: { name: Desk, instances: 900 }
          gate: { name: Gateway, type: gateway, capacity: ⟦100/s⟧ }
          shop: Web shop
          stock: { name: Stock, capacity: ⟦100/s⟧ }
        channels:
          events: { name: Events, type: topic }
        links:
          - { from: desk, to: shop, via: rest-pull, poll: 10s, through: [gate] }
          - { from: shop, to: events, via: topic, peak: 80/s }
          - { from: events, to: stock, via: topic }
        """, testOnly: true),
      RuleExample(
        "growth leads there, and an unknown caller leaves it open",
        """
        apps:
          shop: Web shop
          prices: { name: Prices, capacity: ⟦100/s⟧ }
          rates: { name: Rates, capacity: 100/s }
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, peak: 60/s, growth: 25% }
          - { from: shop, to: rates, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension LinkLoad.Basis {
  fileprivate var words: String {
    switch self {
    case .peak: "its peak"
    case .poll: "its interval"
    case .flows: "the peaks of flows"
    case .channel: "what comes into the channel"
    case .calls: "the calls of its source"
    case .average: "its average"
    case .unknown: "nothing known"
    }
  }
}

extension Finding.Message {
  fileprivate static func isOverloaded(_ id: ElementID, _ used: Double, limit: Double) -> Self {
    """
    \(Wording.name(id)) is used to \(QuantityWords.share(used)) of its capacity in the busiest time \
    (limit \(Wording.decimal(limit, places: 1)) %)
    """
  }

  fileprivate static func willBeOverloaded(_ id: ElementID, _ used: Double, _ years: Int) -> Self {
    """
    \(Wording.name(id)) will be used to \(QuantityWords.share(used)) of its capacity in \
    \(Wording.count(years, "year")) (limit 100 %)
    """
  }
}
