public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds callers that give up before the calls below them can have ended.
public struct TimeoutInversion: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices where Self.isCall(index, of: subject) {
      guard let timeout = links[index].timing.timeout else { continue }
      let inner = Self.calls(below: index, of: subject)
      guard !inner.isEmpty else { continue }
      verdicts.used(.link(links[index].id, "timeout"))
      let limited = inner.filter { links[$0].timing.timeout != nil }
      for call in limited { verdicts.used(.link(links[call].id, "timeout")) }
      let late = limited.filter { timeout / .seconds(1) <= Self.worstCase(of: links[$0]) }
      if !late.isEmpty {
        verdicts.fail(Self.finding(links[index], timeout, over: late.map { links[$0] }))
      } else if limited.count < inner.count {
        verdicts.unknown(
          .link(links[index].id),
          missing: inner.filter { links[$0].timing.timeout == nil }
            .map { .link(links[$0].id, "timeout") })
      } else {
        verdicts.pass(.link(links[index].id))
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
    for leg in subject.graph.legs(outOf: callee) {
      guard leg.link != index, isCall(leg.link, of: subject),
        solution.links[leg.link].source == solution.links[index].destination
      else { continue }
      if solution.elements[leg.destination].kind == .store,
        solution.links[leg.link].timing.timeout == nil
      {
        continue
      }
      calls.append(leg.link)
    }
    return calls
  }

  /// The longest time that one use of a link takes, in seconds, without the waits between attempts.
  private static func worstCase(of call: Link) -> Double {
    (call.timing.timeout ?? .zero) / .seconds(1) * Double(call.attempts)
  }

  private static func finding(_ outer: Link, _ timeout: Duration, over late: [Link]) -> Finding {
    let worst = late.reduce(late[0]) { worstCase(of: $1) > worstCase(of: $0) ? $1 : $0 }
    let time = Wording.duration(seconds: worstCase(of: worst))
    let retries = worst.attempts > 1
    return Finding(
      descriptor, .givesUpFirst(outer, timeout, worst, time), at: .link(outer.id, "timeout"),
      evidence: Evidence(
        path: Evidence.steps(along: [outer, worst]),
        figures: [
          .init("timeout of \(Wording.name(outer))", Wording.duration(timeout)),
          .init(
            "timeout of \(Wording.name(worst))", Wording.duration(worst.timing.timeout ?? .zero)),
          .init("attempts", "\(worst.attempts)", basis: retries ? nil : "no retries declared"),
          .init("longest time of the inner call", time),
        ],
        assumptions: [
          "the outer call makes the inner one and waits for it",
          "waits between attempts come on top; the model does not say how long they are",
        ]),
      related: late.map {
        Finding.Related(
          .link($0.id, "timeout"), "may take \(Wording.duration(seconds: worstCase(of: $0)))")
      },
      remedy: """
        Let \(Wording.name(outer)) wait more than \(time), or let \(Wording.name(worst)) \
        end sooner: \(retries ? "fewer attempts or a shorter timeout" : "a shorter timeout").
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-inversion",
    title: "Timeout inversion",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A caller gives up before the calls below it can have ended.",
    rationale: """
      When the outer call ends first, the inner work goes on for nobody: it holds its resources, its \
      result is thrown away, and the outer retry starts it again beside the first one.
      """,
    detection: """
      For a synchronous call a→b with a timeout and a synchronous call b→c below it: \
      `timeout(a→b) ≤ attempts(b→c) · timeout(b→c)`, where attempts are 1 + `retries.max`. Waits between \
      attempts come on top and are left out, so the true time is longer still. A call below without a timeout \
      leaves the outer one unknown.
      """,
    remedy: """
      Give the outer call more time than all attempts of the inner one together, or shorten the inner \
      one; best pass on the time that is left.
      """,
    falsePositives: """
      The destination makes the inner call in another function, or after it has answered; then the inner \
      link is better described with its own `trigger`.
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
    _ outer: Link, _ timeout: Duration, _ inner: Link, _ time: String
  ) -> Self {
    """
    \(Wording.name(outer)) gives up after \(Wording.duration(timeout)), before \(Wording.name(inner)) \
    can have ended (\(time))
    """
  }
}
