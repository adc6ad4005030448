public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that wait on many programs of other systems.
public struct WideFanOut: Rule {
  /// The most programs of other systems that one may wait on.
  public var maximumCallees = 7

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-callees", \.maximumCallees, in: 1...1000,
      "The most apps and systems outside its own system that one may wait on (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (vertex, callees) in graph.waitingFanOuts().sorted(by: { $0.key < $1.key }) {
      if callees.count <= maximumCallees || Self.composesByJob(vertex, in: graph.solution) {
        verdicts.pass()
      } else {
        verdicts.fail(finding(vertex, callees, in: graph))
      }
    }
  }

  private static func composesByJob(_ vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].type?.rawValue {
    case "gateway", "integration", "monitoring", "ci-cd": true
    default: false
    }
  }

  private func finding(_ vertex: Int, _ callees: [Int], in graph: SolutionGraph) -> Finding {
    let id = graph.elementID(vertex)
    let names = callees.map { graph.elementID($0).text }
    let known = callees.compactMap { graph.solution.elements[$0].availability }
    var figures: [Evidence.Figure] = [
      .init("programs it waits on", "\(callees.count) (limit \(maximumCallees))")
    ]
    if known.count > 1 {
      figures.append(
        .init(
          "all of them up", Wording.percent(known.reduce(.certain, *)),
          basis: "product of the \(known.count) that declare an availability"))
    }
    return Finding(
      Self.descriptor, .waitsOnMany(id, names, limit: maximumCallees), at: .element(id),
      level: callees.count > maximumCallees * 2 ? nil : .note,
      evidence: Evidence(figures: figures),
      related: callees.prefix(20).map {
        Finding.Related(.element(graph.elementID($0)), "is waited on")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "wide-fan-out",
    title: "Wide fan-out",
    family: .coupling,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element waits on many apps and systems outside its own system.",
    rationale: """
      Each of them can slow it down, stop it, or change under it, and each has a team to talk to. \
      Ten parts that are up 99.5 % of the time are all up 95 % of it.
      """,
    detection: """
      The number of different apps and systems of other systems that an element calls and waits \
      on is above `maximum-callees`; modules count as their app. A note up to twice the limit, a \
      warning beyond. Stores, channels, screens and sign-on do not count. Left out: gateways, \
      integration apps, monitoring and ci-cd. hub-element does not say again that such an element \
      depends on many.
      """,
    remedy: """
      Keep a copy of what is read often and changes seldom, let one app for shared data answer for \
      several, and make what need not be known at once asynchronous.
      """,
    falsePositives: """
      It composes pages or processes as its job, and each part may fail alone: declare the links \
      `need: soft` with a `fallback`, and waive it.
      """,
    question: "Which of these calls could be a copy of an hour ago without anybody noticing?",
    references: [
      "Robert C. Martin, Agile Software Development, 2002: efferent coupling",
      "Interservice communication in microservices: https://learn.microsoft.com/azure/architecture/microservices/design/interservice-communication",
    ],
    examples: [
      RuleExample(
        "the portal asks eight systems",
        """
        apps:
          ⟦portal⟧: Portal
        systems: { a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H }
        links:
          - { from: portal, to: a, via: rest, timeout: 1s }
          - { from: portal, to: b, via: rest, timeout: 1s }
          - { from: portal, to: c, via: rest, timeout: 1s }
          - { from: portal, to: d, via: rest, timeout: 1s }
          - { from: portal, to: e, via: soap, timeout: 1s }
          - { from: portal, to: f, via: rest, timeout: 1s }
          - { from: portal, to: g, via: rest, timeout: 1s }
          - { from: portal, to: h, via: odata, timeout: 1s }
        """),
      RuleExample(
        "it keeps copies of what two of them know",
        """
        apps:
          portal: Portal
        systems: { a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H }
        links:
          - { from: portal, to: a, via: rest, timeout: 1s }
          - { from: portal, to: b, via: rest, timeout: 1s }
          - { from: portal, to: c, via: rest, timeout: 1s }
          - { from: portal, to: d, via: rest, timeout: 1s }
          - { from: portal, to: e, via: soap, timeout: 1s }
          - { from: portal, to: f, via: rest, timeout: 1s }
          - { from: portal, to: g, via: rest-pull, poll: 60s }
          - { from: portal, to: h, via: rest-pull, poll: 60s }
        """),
      RuleExample(
        "inside one system, and through a gateway's own doors",
        """
        systems:
          s:
            apps: { p: P, a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H }
        apps: { door: { type: gateway } }
        links:
          - { from: p, to: a, via: rest, timeout: 1s }
          - { from: p, to: b, via: rest, timeout: 1s }
          - { from: p, to: c, via: rest, timeout: 1s }
          - { from: p, to: d, via: rest, timeout: 1s }
          - { from: p, to: e, via: rest, timeout: 1s }
          - { from: p, to: f, via: rest, timeout: 1s }
          - { from: p, to: g, via: rest, timeout: 1s }
          - { from: p, to: h, via: rest, timeout: 1s }
          - { from: door, to: a, via: rest, timeout: 1s }
          - { from: door, to: b, via: rest, timeout: 1s }
          - { from: door, to: c, via: rest, timeout: 1s }
          - { from: door, to: d, via: rest, timeout: 1s }
          - { from: door, to: e, via: rest, timeout: 1s }
          - { from: door, to: f, via: rest, timeout: 1s }
          - { from: door, to: g, via: rest, timeout: 1s }
          - { from: door, to: h, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsOnMany(_ id: ElementID, _ callees: [String], limit: Int) -> Self {
    """
    '\(id)' waits on \(callees.count) apps and systems outside its own (limit \(limit)): \
    \(Wording.list(callees))
    """
  }
}
