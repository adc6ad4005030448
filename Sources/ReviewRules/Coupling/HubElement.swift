public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that too much of the solution hangs on, without it being their job.
public struct HubElement: Rule {
  /// The most elements that may depend on one.
  public var maximumIncoming = 10
  /// The most elements that one may depend on.
  public var maximumOutgoing = 12
  /// The largest share of ways between others that may run through one.
  public var maximumBetweenness = 0.3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-incoming", \.maximumIncoming, in: 1...10_000,
      "The most elements that may depend on one (elements)"),
    .integer(
      "maximum-outgoing", \.maximumOutgoing, in: 1...10_000,
      "The most elements that one may depend on (elements)"),
    .number(
      "maximum-betweenness", \.maximumBetweenness, in: 0.01...1,
      "The largest share of the shortest ways between others through one (from 0 to 1)"),
  ]

  /// Fewer linked elements say nothing about how much runs through one of them.
  private static let fewestForBetweenness = 10

  /// Exact for some 400 elements; beyond, a sample is enough to see that a third of all ways meet.
  private static let betweennessBudget = 300_000

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let elements = subject.solution.elements
    let couplings = subject.graph.couplings()
    let betweenness = subject.graph.betweennessShares(budget: Self.betweennessBudget)
    let fanOuts = subject.graph.waitingFanOuts()
    let judgesShares = betweenness.linkedElementCount >= Self.fewestForBetweenness
    for vertex in elements.indices where Self.applies(to: elements[vertex]) {
      let coupling = couplings[vertex]
      guard coupling.afferent + coupling.efferent > 0 else { continue }
      let share = betweenness.shares[vertex]
      var reasons: [Reason] = []
      if coupling.afferent > maximumIncoming { reasons.append(.incoming(coupling.afferent)) }
      // An element that waits on many is told of as such.
      let waitsOnMany = fanOuts[vertex].map { $0.count > WideFanOut().maximumCallees } ?? false
      if coupling.efferent > maximumOutgoing, !waitsOnMany {
        reasons.append(.outgoing(coupling.efferent))
      }
      if judgesShares, share > maximumBetweenness { reasons.append(.between(share)) }
      if let reason = reasons.first {
        verdicts.fail(
          finding(vertex, reason, coupling, share, isExact: betweenness.isExact, subject.graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What made an element a hub.
  private enum Reason {
    case incoming(Int)
    case outgoing(Int)
    case between(Double)
  }

  /// Whether much hanging on it is not its very job.
  private static func applies(to element: Element) -> Bool {
    switch element.kind {
    case .person, .store, .channel: false
    case .system, .application, .module: !hubsByJob.contains(element.type?.rawValue ?? "")
    }
  }

  private static let hubsByJob: Set<String> = [
    "gateway", "integration", "portal", "idp", "monitoring", "ci-cd", "bi", "warehouse",
  ]

  private func finding(
    _ vertex: Int, _ reason: Reason, _ coupling: Coupling, _ share: Double, isExact: Bool,
    _ graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(vertex)
    return Finding(
      Self.descriptor, message(id, reason), at: .element(id),
      evidence: Evidence(figures: [
        .init("elements that depend on it", "\(coupling.afferent) (limit \(maximumIncoming))"),
        .init("elements it depends on", "\(coupling.efferent) (limit \(maximumOutgoing))"),
        .init(
          "share of ways through it",
          Wording.decimal(share, places: 2)
            + " (limit \(Wording.decimal(maximumBetweenness, places: 2)))",
          basis: isExact ? nil : "from a sample of starts"),
      ]),
      causes: [.element(id)])
  }

  private func message(_ id: ElementID, _ reason: Reason) -> Finding.Message {
    switch reason {
    case .incoming(let count): .manyDependOn(id, count, limit: maximumIncoming)
    case .outgoing(let count): .dependsOnMany(id, count, limit: maximumOutgoing)
    case .between(let share): .liesBetween(id, share, limit: maximumBetweenness)
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "hub-element",
    title: "Hub element",
    family: .coupling,
    level: .note,
    quality: .maintainability,
    summary: "Much of the solution hangs on one element that was not made for it.",
    rationale: """
      A part that many depend on is a platform, whether it is run as one or not: each change of it \
      touches all of them. A part that depends on many is late when any of them is. Both attract \
      more of the same.
      """,
    detection: """
      Ca, the number of elements that depend on it, is above `maximum-incoming`; or Ce, the number \
      that it depends on, above `maximum-outgoing`; or, from 10 linked elements on, the share of \
      shortest ways between other elements through it (betweenness ÷ (n−1)(n−2)) above \
      `maximum-betweenness`. People do not count. Left out: stores, channels, and what is made for \
      it by its `type`: gateway, integration, portal, idp, monitoring, ci-cd, bi, warehouse. An \
      element that waits on many is wide-fan-out's.
      """,
    remedy: """
      Either run it as the platform that it is, with versioned contracts, capacity and a team for \
      its users; or split it along the groups of its users.
      """,
    falsePositives: """
      It is meant as a platform and run as one: give it the `type` that says so, or raise the \
      limit for the model.
      """,
    question: "Who must be asked before this element changes, and does anybody ask them?",
    explainedBy: ["single-point-of-failure"],
    references: [
      "Robert C. Martin, Agile Software Development, 2002: afferent and efferent coupling",
      "Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25(2), 2001",
    ],
    examples: [
      RuleExample(
        "twelve apps depend on one",
        """
        apps:
          ⟦customers⟧: Customers
          a: A
          b: B
          c: C
          d: D
          e: E
          f: F
          g: G
          h: H
          i: I
          j: J
          k: K
          l: L
        links:
          - { from: a, to: customers }
          - { from: b, to: customers }
          - { from: c, to: customers }
          - { from: d, to: customers }
          - { from: e, to: customers }
          - { from: f, to: customers }
          - { from: g, to: customers }
          - { from: h, to: customers }
          - { from: i, to: customers }
          - { from: j, to: customers }
          - { from: k, to: customers }
          - { from: l, to: customers }
        """),
      RuleExample(
        "that is what a gateway is for",
        """
        apps:
          entrance: { name: Entrance, type: gateway }
          a: A
          b: B
          c: C
          d: D
          e: E
          f: F
          g: G
          h: H
          i: I
          j: J
          k: K
        links:
          - { from: a, to: entrance }
          - { from: b, to: entrance }
          - { from: c, to: entrance }
          - { from: d, to: entrance }
          - { from: e, to: entrance }
          - { from: f, to: entrance }
          - { from: g, to: entrance }
          - { from: h, to: entrance }
          - { from: i, to: entrance }
          - { from: j, to: entrance }
          - { from: k, to: entrance }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func manyDependOn(_ id: ElementID, _ count: Int, limit: Int) -> Self {
    "'\(id)' is a hub: \(count) elements depend on it (limit \(limit))"
  }

  fileprivate static func dependsOnMany(_ id: ElementID, _ count: Int, limit: Int) -> Self {
    "'\(id)' is a hub: it depends on \(count) elements (limit \(limit))"
  }

  fileprivate static func liesBetween(_ id: ElementID, _ share: Double, limit: Double) -> Self {
    """
    '\(id)' is a hub: \(Wording.decimal(share * 100, places: 0)) % of the ways between others run \
    through it (limit \(Wording.decimal(limit * 100, places: 0)) %)
    """
  }
}
