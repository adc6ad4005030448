public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds busy calls that go on hitting a destination that fails.
public struct CircuitBreakerMissing: Rule {
  /// The peak of a call, a second, from which a circuit breaker is asked for.
  public var minimumPeak = 10.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "minimum-peak", \.minimumPeak, in: 0...1_000_000,
      "The peak from which a call needs a circuit breaker (calls per second)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var silence = Silence()
    for place in links.indices where applies(to: place, of: subject.graph) {
      guard let peak = links[place].volume.peak else {
        verdicts.unknown(missing: "peak", ofLink: place)
        continue
      }
      verdicts.used("peak", ofLink: place)
      let breaker = links[place].failure.circuitBreaker
      if breaker != nil { silence.speaks() }
      guard peak.perSecond >= minimumPeak, breaker != true else {
        verdicts.pass()
        continue
      }
      if breaker == false {
        verdicts.fail(finding(links[place], peak))
      } else {
        verdicts.lacks("circuit-breaker", ofLink: place)
        silence.lacks(place)
      }
    }
    if silence.isWhole {
      verdicts.fail(finding(silence.links.map { links[$0] }))
    } else {
      for place in silence.links {
        if let peak = links[place].volume.peak { verdicts.fail(finding(links[place], peak)) }
      }
    }
  }

  /// Whether a program needs another program there; a store has its connection pool.
  private func applies(to place: Int, of graph: SolutionGraph) -> Bool {
    guard graph.traits[place].isHard, graph.isSoftwareCall(place),
      let destination = graph.solution.index(of: graph.solution.links[place].destination)
    else { return false }
    switch graph.solution.elements[destination].kind {
    case .store, .channel, .module, .person: return false
    case .application, .system: return true
    }
  }

  private func finding(_ link: Link, _ peak: Rate) -> Finding {
    Finding(
      Self.descriptor, .goesOnCalling(link, peak, limit: minimumPeak),
      at: link.failure.circuitBreaker == nil
        ? .link(link.id, "peak") : .link(link.id, "circuit-breaker"),
      level: link.failure.circuitBreaker == nil ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("peak", Wording.decimal(peak.perSecond, places: 1) + " a second"),
          .init("limit", Wording.decimal(minimumPeak, places: 1) + " a second"),
          .init(
            "circuit breaker", "no",
            basis: link.failure.circuitBreaker == nil ? "not declared" : nil),
          link.timing.timeout.map { timeout in
            .init(
              "calls that hang at once when it is down",
              Wording.decimal(peak.perSecond * (timeout / .seconds(1)), places: 0),
              basis: "peak × timeout of \(Wording.duration(timeout))")
          },
        ].compactMap { $0 }))
  }

  private func finding(_ links: [Link]) -> Finding {
    Finding(
      Self.descriptor, .noneHasOne(links.count, limit: minimumPeak), at: ElementPath(.solution),
      level: .note,
      related: links.prefix(20).map { Finding.Related(.link($0.id, "peak"), "is a busy call") })
  }

  public static let descriptor = RuleDescriptor(
    id: "circuit-breaker-missing",
    title: "Circuit breaker missing",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A busy call that cannot be done without has no circuit breaker.",
    rationale: """
      While the destination is down, peak × timeout calls hang at any time and hold what the caller \
      needs for its other work. A breaker fails them at once, and lets the destination come up \
      without the whole crowd at its door.
      """,
    detection: """
      A hard call between programs, not to a store, whose `peak` is `minimum-peak` or more: a \
      warning with `circuit-breaker: false`, a note where it is not said. Where no busy call of the \
      model says it, four and more are one note. Without a `peak` the link is unknown.
      """,
    remedy: """
      Open the circuit after some failures, try one call now and then, and decide what the caller \
      does meanwhile (`fallback`).
      """,
    falsePositives: """
      A gateway or a service mesh on the way breaks the circuit for all: declare it on the links.
      """,
    question: "How many threads of the caller hang a minute after the destination stops answering?",
    references: [
      "Circuit Breaker pattern: https://learn.microsoft.com/azure/architecture/patterns/circuit-breaker",
      "Michael T. Nygard, Release It!, second edition, 2018: Circuit Breaker",
    ],
    examples: [
      RuleExample(
        "120 calls a second go on while the prices are down",
        """
        apps:
          shop: Web shop
          prices: Prices
        links:
          - shop -> prices: asks for prices
            via: rest
            peak: 120/s
            timeout: 1s
            circuit-breaker: ⟦false⟧
        """),
      RuleExample(
        "the circuit opens",
        """
        apps:
          shop: Web shop
          prices: Prices
        links:
          - shop -> prices: asks for prices
            via: rest
            peak: 120/s
            timeout: 1s
            circuit-breaker: true
        """),
      RuleExample(
        "a busy call that says nothing, quiet ones, soft ones, and stores",
        """
        apps: { a: A, b: B, c: C, d: D }
        stores: { s: S }
        links:
          - { from: a, to: b, via: rest, timeout: 1s, peak: ⟦10/s⟧ }
          - { from: a, to: c, via: rest, timeout: 1s, peak: 9/s }
          - { from: a, to: d, via: rest, timeout: 1s, peak: 50/s, fallback: cache }
          - { from: a, to: s, via: sql, timeout: 1s, peak: 500/s }
          - { from: b, to: c, via: rest, timeout: 1s }
        """, testOnly: true),
      RuleExample(
        "a model that never speaks of it is told once",
        """
        solution: ⟦Example⟧
        apps: { a: A, b: B, c: C }
        links:
          - { from: a, to: b, via: rest, timeout: 1s, peak: 10/s }
          - { from: a, to: c, via: rest, timeout: 1s, peak: 20/s }
          - { from: b, to: c, via: rest, timeout: 1s, peak: 30/s }
          - { from: c, to: b, via: rest, timeout: 1s, peak: 40/s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func goesOnCalling(_ link: Link, _ peak: Rate, limit: Double) -> Self {
    """
    \(Wording.name(link)) makes \(Wording.decimal(peak.perSecond, places: 1)) calls a second at its \
    peak (limit \(Wording.decimal(limit, places: 1))) and \
    \(link.failure.circuitBreaker == nil ? "says nothing of a" : "has no") circuit breaker
    """
  }

  fileprivate static func noneHasOne(_ count: Int, limit: Double) -> Self {
    """
    none of the \(count) hard calls with a peak of \(Wording.decimal(limit, places: 1)) a second \
    and more says whether it has a circuit breaker
    """
  }
}
