public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements whose outage stops a large part of the solution.
public struct WideFailureReach: Rule {
  /// The largest share of the solution, by weight, that one element may stop.
  public var maximumShare = 0.3
  /// The fewest elements that must stop with it.
  public var minimumElements = 5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-share", \.maximumShare, in: 0.01...1,
      "The largest share of the solution, by weight, that one element may stop (from 0 to 1)"),
    .integer(
      "minimum-elements", \.minimumElements, in: 1...10_000,
      "The fewest other elements that must stop with it (elements)"),
  ]

  /// From this share on it is a warning.
  private static let warningShare = 0.5

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var wide: [(vertex: Int, share: FailureShare)] = []
    for (vertex, share) in graph.failureShares().enumerated() where share.elementCount > 0 {
      if share.elementCount >= minimumElements, share.share > maximumShare,
        graph.redundancy(of: vertex) != .redundant
      {
        wide.append((vertex, share))
      } else {
        verdicts.pass()
      }
    }
    guard !wide.isEmpty else { return }
    let told = Set(
      graph.singlePointsOfFailure().filter { $0.redundancy != .undeclared }.map(\.element))
    for (vertex, share) in wide {
      if told.contains(graph.elementID(vertex)) {
        verdicts.pass()
      } else {
        verdicts.fail(finding(vertex, share.elementCount, share.share, in: graph))
      }
    }
  }

  private func finding(_ vertex: Int, _ count: Int, _ share: Double, in graph: SolutionGraph)
    -> Finding
  {
    let id = graph.elementID(vertex)
    let element = graph.element(vertex)
    return Finding(
      Self.descriptor, .stopsMuch(id, count, share, limit: maximumShare), at: .element(id),
      level: share > Self.warningShare ? nil : .note,
      evidence: Evidence(
        figures: [
          .init("elements that stop with it", "\(count)"),
          .init(
            "share by weight", Self.percent(share) + " (limit \(Self.percent(maximumShare)))",
            basis: "criticality low 1, medium or none 2, high 4, core 8, business-critical 16"),
          .init(
            "instances", element.instances.map(String.init) ?? "unknown",
            basis: element.instances == nil ? "not declared" : nil),
        ],
        assumptions: ["Hard links stop their source at once, at any distance."]),
      related: graph.nearestFailures(with: vertex, showing: 10).map {
        Finding.Related(.element($0), "stops with it")
      },
      cures: [Cure(.addInstance(of: id))])
  }

  fileprivate static func percent(_ share: Double) -> String {
    Wording.decimal(share * 100, places: 0) + " %"
  }

  public static let descriptor = RuleDescriptor(
    id: "wide-failure-reach",
    title: "Wide failure reach",
    family: .coupling,
    level: .warning,
    quality: .reliability,
    summary: "An outage of one element stops a large part of the solution.",
    rationale: """
      Its release, its certificate and its full disk are everybody's. Parts that could do some of \
      their work without it stop all the same, because nobody said what they do meanwhile.
      """,
    detection: """
      The elements that reach it over hard links, at any distance, weighed by criticality (1, 2, 4, \
      8, 16; modules are their app's), are more than `maximum-share` of all others, and \
      `minimum-elements` or more. A warning above one half, a note below. Elements with redundancy \
      are in order; those that are said to be single and stop flows are single-point-of-failure's.
      """,
    remedy: """
      Soften the links that need it only for a part of their work (`fallback`), split it so that \
      less hangs on each half, and give it a second instance.
      """,
    falsePositives: """
      It is redundant and the model does not say so: declare `instances` and `failover`.
      """,
    question: "Which work must go on for an hour when this element is down, and does it?",
    references: [
      "MacCormack, Rusnak, Baldwin, Exploring the Structure of Complex Software Designs, Management Science 52, 2006: visibility",
      "Bulkhead pattern: https://learn.microsoft.com/azure/architecture/patterns/bulkhead",
    ],
    examples: [
      RuleExample(
        "everything asks the price list",
        """
        apps: { shop: Shop, stock: Stock, billing: Billing, offers: Offers, reports: Reports }
        systems:
          ⟦prices⟧: Prices
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s }
          - { from: stock, to: prices, via: rest, timeout: 1s }
          - { from: billing, to: prices, via: rest, timeout: 1s }
          - { from: offers, to: prices, via: rest, timeout: 1s }
          - { from: reports, to: offers, via: rest, timeout: 3s }
        """),
      RuleExample(
        "most of them can do with the prices of yesterday",
        """
        apps: { shop: Shop, stock: Stock, billing: Billing, offers: Offers, reports: Reports }
        systems:
          prices: Prices
        links:
          - { from: shop, to: prices, via: rest, timeout: 1s, fallback: cache }
          - { from: stock, to: prices, via: rest, timeout: 1s, fallback: cache }
          - { from: billing, to: prices, via: rest, timeout: 1s }
          - { from: offers, to: prices, via: rest, timeout: 1s, fallback: cache }
          - { from: reports, to: offers, via: rest, timeout: 3s }
        """),
      RuleExample(
        "two instances are enough to be silent",
        """
        apps: { a: A, b: B, c: C, d: D, e: E }
        systems: { s: { instances: 2, failover: automatic } }
        links:
          - { from: a, to: s, via: rest, timeout: 1s }
          - { from: b, to: s, via: rest, timeout: 1s }
          - { from: c, to: s, via: rest, timeout: 1s }
          - { from: d, to: s, via: rest, timeout: 1s }
          - { from: e, to: s, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func stopsMuch(_ id: ElementID, _ count: Int, _ share: Double, limit: Double)
    -> Self
  {
    """
    an outage of '\(id)' stops \(count) elements, \(WideFailureReach.percent(share)) of the solution \
    by weight (limit \(WideFailureReach.percent(limit)))
    """
  }
}
