public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds callers that give up before the calls below them can have ended.
public struct TimeoutInversion: Rule {
  /// The wait before the first retry; models do not declare it.
  public var firstBackoff: Duration = .milliseconds(200)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .duration(
      "first-backoff", \.firstBackoff, in: .zero ... .seconds(3600),
      "The wait before the first retry of a call, which models do not declare (duration)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var inverted: Set<LinkID> = []
    for inversion in subject.graph.timeoutInversions(firstBackoff: firstBackoff) {
      guard inverted.insert(inversion.outer).inserted else { continue }
      verdicts.fail(finding(inversion, in: subject.solution))
    }
    for index in links.indices where Self.isCall(index, of: subject) {
      guard links[index].timing.timeout != nil, !inverted.contains(links[index].id) else {
        continue
      }
      let inner = Self.calls(below: index, of: subject)
      guard !inner.isEmpty else { continue }
      verdicts.used(.link(links[index].id, "timeout"))
      let unlimited = inner.filter { links[$0].timing.timeout == nil }
      if unlimited.isEmpty {
        verdicts.pass(.link(links[index].id))
      } else {
        verdicts.unknown(
          .link(links[index].id), missing: unlimited.map { .link(links[$0].id, "timeout") })
      }
    }
  }

  private static func isCall(_ index: Int, of subject: ReviewSubject) -> Bool {
    let traits = subject.graph.traits[index]
    return traits.isInUse && traits.interaction == .synchronous && traits.isFunctionallySynchronous
  }

  /// The calls that the destination of a call makes; those to its own store only where they say how
  /// long they wait.
  private static func calls(below index: Int, of subject: ReviewSubject) -> [Int] {
    let solution = subject.solution
    guard let callee = solution.index(of: solution.links[index].destination) else { return [] }
    var calls: [Int] = []
    for leg in subject.graph.legs(outOf: callee) where leg.link != index {
      guard Self.isCall(leg.link, of: subject) else { continue }
      let isStore = solution.elements[leg.destination].kind == .store
      if isStore, solution.links[leg.link].timing.timeout == nil { continue }
      calls.append(leg.link)
    }
    return calls
  }

  private func finding(_ inversion: SolutionGraph.TimeoutInversion, in solution: Solution)
    -> Finding
  {
    let links = ([inversion.outer] + inversion.inner).compactMap(solution.link)
    let time = Wording.duration(inversion.innerWorstTime)
    let retries = links.dropFirst().contains { $0.attempts > 1 }
    var figures: [Evidence.Figure] = [
      .init("timeout of the outer call", Wording.duration(inversion.outerTimeout)),
      .init("longest time of the inner calls", time),
    ]
    for link in links.dropFirst() {
      let once = Wording.duration(link.timing.timeout ?? .zero)
      figures.append(
        .init(Wording.name(link), "\(Wording.count(link.attempts, "attempt")) of \(once)"))
    }
    if retries {
      figures.append(
        .init("first backoff", Wording.duration(firstBackoff), basis: "setting first-backoff"))
    }
    return Finding(
      Self.descriptor, .givesUpFirst(inversion, links, time), at: .link(inversion.outer, "timeout"),
      roles: [Finding.Role("outer", .link(inversion.outer))],
      evidence: Evidence(
        path: Evidence.steps(along: links), figures: figures,
        assumptions: [
          inversion.flow.map { "Flow '\($0)' makes the inner calls one after the other." }
            ?? "The outer call makes the inner one and waits for it."
        ]),
      related: inversion.inner.map { Finding.Related(.link($0, "timeout"), "is not over by then") },
      remedy: """
        Let \(Wording.name(links[0])) wait more than \(time), or let what it waits for end sooner: \
        \(retries ? "fewer attempts or a shorter timeout" : "a shorter timeout").
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-inversion",
    title: "Timeout inversion",
    family: .interaction,
    level: .warning,
    profile: .minimal,
    quality: .reliability,
    summary: "A caller gives up before the calls below it can have ended.",
    rationale: """
      When the outer call ends first, the inner work goes on for nobody: it holds its resources, \
      its result is thrown away, and the outer retry starts it again beside the first one.
      """,
    detection: """
      For a synchronous call a→b with a timeout and a synchronous call b→c below it: `timeout(a→b) \
      ≤ n · timeout(b→c) + Σ backoff`, where n = 1 + `retries.max` and the waits between attempts \
      begin with `first-backoff` and grow as `backoff` says. Calls that a flow makes one after the \
      other are added up. A call below without a timeout leaves the outer one unknown.
      """,
    remedy: """
      Give the outer call more time than all attempts of the inner one together, or shorten the \
      inner one; best of all, pass on the time that is left.
      """,
    falsePositives: """
      The destination makes the inner call in another function, or after it has answered; then the \
      inner link is better described with its own `trigger`.
      """,
    question: "Which of these calls gives up first, and what becomes of the work of the others?",
    references: [
      "Transient fault handling: https://learn.microsoft.com/azure/architecture/best-practices/transient-faults",
      "Site Reliability Engineering, Addressing Cascading Failures, deadline propagation: https://sre.google/sre-book/addressing-cascading-failures/",
    ],
    examples: [
      RuleExample(
        "three attempts of two seconds do not fit into five",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          bank: Bank
        links:
          - shop -> ordering: submits the order
            via: rest
            timeout: ⟦5s⟧
          - ordering -> bank: reserves the amount
            via: rest
            timeout: 2s
            retries: { max: 2, backoff: exponential }
        """),
      RuleExample(
        "the outer call waits longer than all inner attempts",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          bank: Bank
        links:
          - shop -> ordering: submits the order
            via: rest
            timeout: 8s
          - ordering -> bank: reserves the amount
            via: rest
            timeout: 2s
            retries: { max: 2, backoff: exponential }
        """),
      RuleExample(
        "equal timeouts are an inversion, and a poll below is none",
        """
        apps:
          shop: Web shop
          ordering: Ordering
          bank: Bank
          stock: Stock
        links:
          - { from: shop, to: ordering, via: rest, timeout: ⟦2s⟧ }
          - { from: ordering, to: bank, via: rest, timeout: 2s }
          - { from: bank, to: stock, via: rest-pull, poll: 60s, timeout: 30s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func givesUpFirst(
    _ inversion: SolutionGraph.TimeoutInversion, _ links: [Link], _ time: String
  ) -> Self {
    let inner =
      links.count == 2 ? Wording.name(links[1]) : Wording.count(links.count - 1, "inner call")
    return """
      \(Wording.name(links[0])) gives up after \(Wording.duration(inversion.outerTimeout)), before \
      \(inner) can have ended (\(time))
      """
  }
}
