public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds calls that may wait for an answer for ever.
public struct TimeoutMissing: Rule {
  /// From how many such calls of one element they are one finding.
  public var foldFrom = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many calls of one element without a timeout they are one finding (calls)")
  ]

  /// From how many callers on a model that never speaks of timeouts gets one finding for all.
  private static let fewestCallers = 4

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var lacking: [ElementID: [Int]] = [:]
    var isSpokenOf = false
    for index in links.indices where Self.applies(to: index, of: subject) {
      if links[index].via != nil { verdicts.used("via", ofLink: index) }
      if links[index].timing.timeout != nil {
        isSpokenOf = true
        verdicts.used("timeout", ofLink: index)
        verdicts.pass()
      } else if subject.graph.traits[index].interaction == nil {
        verdicts.unknown(missing: [.link(links[index].id, "via")])
      } else {
        verdicts.lacks("timeout", ofLink: index)
        lacking[links[index].source, default: []].append(index)
      }
    }
    let callers = lacking.sorted { $0.key < $1.key }
    guard isSpokenOf || callers.count < Self.fewestCallers else {
      verdicts.fail(Self.finding(callers.map { ($0.key, $0.value.count) }))
      return
    }
    for (caller, calls) in callers {
      if calls.count < foldFrom {
        for call in calls { verdicts.fail(Self.finding(links[call])) }
      } else {
        verdicts.fail(Self.finding(caller, calls.map { links[$0] }))
      }
    }
  }

  /// Whether a machine waits there for another one that it needs.
  ///
  /// People give up by themselves, a driver ends a wait for the caller's own store, and what runs
  /// in a browser or in the same process has no call to end.
  private static func applies(to index: Int, of subject: ReviewSubject) -> Bool {
    let traits = subject.graph.traits[index]
    guard traits.isInUse, traits.interaction == nil || traits.isCall && traits.isHard else {
      return false
    }
    guard let ends = subject.graph.ends(ofLink: index) else { return false }
    switch (
      subject.solution.elements[ends.source].kind, subject.solution.elements[ends.destination].kind
    ) {
    case (.person, _), (.channel, _), (_, .person), (_, .channel): return false
    case (_, .store) where traits.interaction == nil: return false
    default: break
    }
    guard let option = subject.solution.links[index].option else { return true }
    return option.dataFlow != DataFlowDirection.none
      && !["sql", "shared-db"].contains(option.id.text)
  }

  private static func finding(_ call: Link) -> Finding {
    Finding(
      descriptor, .waitsWithoutTimeout(call), at: .link(call.id), evidence: evidence([call]),
      remedy: call.timing.latency.map {
        """
        Set `timeout` on the link, somewhat above its p95 of \(Wording.duration($0)), and say what \
        \(Wording.name(call.source)) does when it runs out.
        """
      },
      cures: cures([call]))
  }

  private static func finding(_ caller: ElementID, _ calls: [Link]) -> Finding {
    Finding(
      descriptor, .waitsWithoutTimeout(caller, calls), at: .element(caller),
      roles: [Finding.Role("caller", .element(caller))]
        + calls.map { Finding.Role("call", .link($0.id)) },
      evidence: evidence(calls),
      related: calls.map { Finding.Related(.link($0.id), "has no timeout") },
      cures: calls.count > 20 ? [] : cures(calls))
  }

  /// Twice the declared p95, or a second where nobody says how long it takes; or no wait at all.
  private static func cures(_ calls: [Link]) -> [Cure] {
    [
      Cure(calls.map { .setTimeout($0.id, $0.timing.latency.map { $0 * 2 } ?? .seconds(1)) }),
      Cure(calls.map { .makeAsynchronous($0.id) }),
    ]
  }

  private static func finding(_ callers: [(caller: ElementID, calls: Int)]) -> Finding {
    Finding(
      descriptor, .nothingHasTimeout(callers.reduce(0) { $0 + $1.calls }),
      at: ElementPath(.solution), evidence: evidence([]),
      related: callers.prefix(20).map {
        Finding.Related(.element($0.caller), "waits on \(Wording.count($0.calls, "call"))")
      })
  }

  private static func evidence(_ calls: [Link]) -> Evidence {
    var figures = [Evidence.Figure("timeout", "none", basis: "no option has one by itself")]
    if let call = calls.first, calls.count == 1 {
      figures += [
        Evidence.Figure("interaction", call.effectiveInteraction),
        Evidence.Figure("need", call.effectiveNeed),
      ].compactMap { $0 }
    }
    return Evidence(path: calls.count == 1 ? Evidence.steps(along: calls) : [], figures: figures)
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-missing",
    title: "Timeout missing",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A call waits for an answer that its caller needs, and nothing ends the wait.",
    rationale: """
      A destination that hangs is worse than one that is down: every call holds a thread and a \
      connection of its caller until there are none left, and then the caller hangs too. Platform \
      defaults are made for slow jobs (300 s is common), and no person waits that long.
      """,
    detection: """
      The interaction is `sync`, a person, a call or an event sets it off (a poll does not count), \
      the need is hard, and there is no `timeout`. Left out: links of people, screens and sign-on \
      pages, SQL to a store, and embedded models. Several calls of one element are one finding \
      (setting `fold-from`), and so are all calls of a solution where none has a timeout.
      """,
    remedy: """
      Set `timeout` somewhat above the p95 of the call and below what is left of the caller's own \
      time, and say what the caller does when it runs out (`fallback`).
      """,
    falsePositives: """
      A client library or a mesh sets a timeout for every call and the model does not repeat it: \
      write it down once per link, so that it can be compared with its neighbours.
      """,
    question:
      "How long does the caller wait when the other side accepts the call and never answers?",
    references: [
      "AWS Well-Architected, REL05-BP05 Set client timeouts",
      "Timeouts, retries, and backoff with jitter: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/",
    ],
    examples: [
      RuleExample(
        "the shop waits on the order service",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - ⟦shop -> ordering⟧: submits the order
            via: rest
        """),
      RuleExample(
        "after three seconds the shop gives up",
        """
        apps:
          shop: Web shop
          ordering: Ordering
        links:
          - shop -> ordering: submits the order
            via: rest
            timeout: 3s
        """),
      RuleExample(
        "several calls of one app are one finding",
        """
        apps:
          ⟦shop⟧: Web shop
          ordering: Ordering
          stock: Stock
          prices: Prices
        links:
          - { from: shop, to: ordering, via: rest }
          - { from: shop, to: stock, via: grpc }
          - { from: shop, to: prices, via: rest }
        """, testOnly: true),
      RuleExample(
        "the model never speaks of timeouts",
        """
        solution: ⟦Example⟧
        apps: { a: A, b: B, c: C, d: D, e: E }
        links:
          - { from: a, to: e, via: rest }
          - { from: b, to: e, via: rest }
          - { from: c, to: e, via: rest }
          - { from: d, to: e, via: rest }
        """, testOnly: true),
      RuleExample(
        "nobody waits, or somebody who gives up alone",
        """
        people:
          buyer: Buyer
        apps:
          shop: Web shop
          ordering: Ordering
          stock: Stock
        stores:
          orders: Orders
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: ordering, to: orders, via: sql }
          - { from: shop, to: ordering, via: rest-pull, poll: 60s }
          - { from: shop, to: stock, via: rest, fallback: cache }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsWithoutTimeout(_ call: Link) -> Self {
    "\(Wording.name(call)) waits for an answer without a timeout"
  }

  fileprivate static func waitsWithoutTimeout(_ caller: ElementID, _ calls: [Link]) -> Self {
    """
    \(Wording.name(caller)) waits without a timeout on \(Wording.count(calls.count, "call")): \
    \(Wording.list(Set(calls.map(\.destination.text)).sorted()))
    """
  }

  fileprivate static func nothingHasTimeout(_ count: Int) -> Self {
    "none of the \(count) calls that somebody waits on has a timeout"
  }
}
