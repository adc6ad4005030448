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
    var inverted: Set<LinkID> = []
    // Several flows may show the same outer call; the first of them is enough.
    let inversions = subject.graph.timeoutInversions(firstBackoff: firstBackoff).filter {
      inverted.insert($0.outer).inserted
    }
    let byInner = Dictionary(grouping: inversions, by: \.inner)
    for (_, inversions) in byInner.sorted(by: { $0.value[0].outer < $1.value[0].outer }) {
      verdicts.fail(
        inversions.count == 1
          ? finding(inversions[0], in: subject.solution)
          : finding(inversions, in: subject.solution))
    }
    settle(except: inverted, of: subject, into: &verdicts)
  }

  /// Passes the calls that wait long enough; those around a call without a timeout are unknown.
  private func settle(
    except inverted: Set<LinkID>, of subject: ReviewSubject, into verdicts: inout Verdicts
  ) {
    let graph = subject.graph
    let links = graph.solution.links
    let calls = links.indices.filter { graph.traits[$0].isInUse && graph.traits[$0].isCall }
    var inner = [(count: Int, unlimited: Int)](repeating: (0, 0), count: graph.placements.count)
    for call in calls {
      guard let caller = graph.ends(ofLink: call)?.source else { continue }
      inner[caller].count += 1
      if links[call].timing.timeout == nil { inner[caller].unlimited += 1 }
    }
    for call in calls where links[call].timing.timeout != nil {
      guard let callee = graph.ends(ofLink: call)?.destination,
        inner[callee].count > 0, !inverted.contains(links[call].id)
      else { continue }
      if inner[callee].unlimited == 0 {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: [])
      }
    }
  }

  private func finding(_ inversion: SolutionGraph.TimeoutInversion, in solution: Solution)
    -> Finding
  {
    let links = ([inversion.outer] + inversion.inner).compactMap(solution.link)
    let time = Wording.duration(inversion.innerWorstTime)
    return Finding(
      Self.descriptor, .givesUpFirst(inversion, links, time), at: .link(inversion.outer, "timeout"),
      roles: [Finding.Role("outer", .link(inversion.outer))],
      evidence: evidence(inversion, links),
      related: inversion.inner.map { Finding.Related(.link($0, "timeout"), "is not over by then") },
      remedy: """
        Let \(Wording.name(links[0])) wait more than \(time), or let what it waits for end sooner, \
        with a shorter timeout or fewer attempts.
        """,
      cures: cures([inversion], links.dropFirst()))
  }

  /// Several outer calls around the same inner ones.
  private func finding(_ inversions: [SolutionGraph.TimeoutInversion], in solution: Solution)
    -> Finding
  {
    let shortest = inversions.dropFirst().reduce(inversions[0]) {
      $1.outerTimeout < $0.outerTimeout ? $1 : $0
    }
    let inner = shortest.inner.compactMap(solution.link)
    return Finding(
      Self.descriptor, .outlivesCallers(shortest, inner, count: inversions.count),
      at: .link(inner[0].id, "timeout"),
      roles: inner.map { Finding.Role("inner", .link($0.id)) }
        + inversions.map { Finding.Role("outer", .link($0.outer)) },
      evidence: evidence(shortest, [shortest.outer].compactMap(solution.link) + inner),
      related: inversions.prefix(20).map {
        Finding.Related(
          .link($0.outer, "timeout"), "gives up after \(Wording.duration($0.outerTimeout))")
      },
      remedy: """
        Let \(Wording.name(inner[0])) end within \(Wording.duration(shortest.outerTimeout)), with a \
        shorter timeout or fewer attempts, or let all of its callers wait longer.
        """,
      cures: cures(inversions, inner[...]))
  }

  /// Callers that wait longer, or calls below them that are not made again.
  private func cures(
    _ inversions: [SolutionGraph.TimeoutInversion], _ inner: ArraySlice<Link>
  ) -> [Cure] {
    guard inversions.count <= 20 else { return [] }
    let longer = inversions.map { inversion -> SolutionChange in
      // A tenth more than the worst case, in whole tenths of a second.
      let tenths = (inversion.innerWorstTime * 1.1 / .milliseconds(100)).rounded(.up)
      return .setTimeout(inversion.outer, .milliseconds(100) * min(tenths, 1e12))
    }
    let retried = inner.filter { $0.attempts > 1 }.map { SolutionChange.setRetries($0.id, 0) }
    return [Cure(longer)] + (retried.isEmpty ? [] : [Cure(retried)])
  }

  private func evidence(_ inversion: SolutionGraph.TimeoutInversion, _ links: [Link]) -> Evidence {
    var figures: [Evidence.Figure] = [
      .init("timeout of the outer call", Wording.duration(inversion.outerTimeout)),
      .init("longest time of the inner calls", Wording.duration(inversion.innerWorstTime)),
    ]
    for link in links.dropFirst() {
      let once = Wording.duration(link.timing.timeout ?? .zero)
      figures.append(
        .init(Wording.name(link), "\(Wording.count(link.attempts, "attempt")) of \(once)"))
    }
    if links.dropFirst().contains(where: { $0.attempts > 1 }) {
      figures.append(
        .init("first backoff", Wording.duration(firstBackoff), basis: "setting first-backoff"))
    }
    let sum = links.dropFirst().map { link in
      let once = Wording.duration(link.timing.timeout ?? .zero)
      return link.attempts > 1 ? "\(link.attempts) · \(once)" : once
    }
    let nesting =
      inversion.flow.map { "Flow '\($0)' makes the inner calls one after the other." }
      ?? "The outer call makes the inner one and waits for it."
    return Evidence(
      path: Evidence.steps(along: Array(links.prefix(2))), figures: figures,
      working: [
        "T(inner) = \(sum.joined(separator: " + ")) and the waits between = "
          + Wording.duration(inversion.innerWorstTime),
        "T(outer) = \(Wording.duration(inversion.outerTimeout))",
      ], assumptions: [nesting])
  }

  public static let descriptor = RuleDescriptor(
    id: "timeout-inversion",
    title: "Timeout inversion",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
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
      other are added up. A call below without a timeout leaves the outer one unknown. Several \
      outer calls around one inner call are one finding there.
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
      RuleExample(
        "several calls around one inner call are one finding there",
        """
        apps: { shop: Shop, desk: Desk, ordering: Ordering, bank: Bank }
        links:
          - { from: shop, to: ordering, via: rest, timeout: 2s }
          - { from: desk, to: ordering, via: rest, timeout: 3s }
          - { from: ordering, to: bank, via: rest, timeout: ⟦5s⟧ }
        """, testOnly: true),
      RuleExample(
        "two flows add up the same outer call, and it is one finding",
        """
        apps: { shop: Shop, ordering: Ordering, bank: Bank, stock: Stock, post: Post }
        links:
          - { from: shop, to: ordering, via: rest, timeout: ⟦3s⟧ }
          - { from: ordering, to: bank, via: rest, timeout: 2s }
          - { from: ordering, to: stock, via: rest, timeout: 2s }
          - { from: ordering, to: post, via: rest, timeout: 2s }
        flows:
          buy: { steps: [shop -> ordering, ordering -> bank, ordering -> stock] }
          send: { steps: [shop -> ordering, ordering -> bank, ordering -> post] }
        """, testOnly: true),
      RuleExample(
        "a call back to the caller is left to mutual-dependency",
        """
        apps:
          billing: Billing
          ordering: Ordering
        links:
          - { from: billing, to: ordering, via: rest, timeout: 2s }
          - { from: ordering, to: billing, via: rest, timeout: 2s }
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

  fileprivate static func outlivesCallers(
    _ shortest: SolutionGraph.TimeoutInversion, _ inner: [Link], count: Int
  ) -> Self {
    """
    \(Wording.name(inner[0])) can take \(Wording.duration(shortest.innerWorstTime)), and \(count) \
    calls around it give up before, the first after \(Wording.duration(shortest.outerTimeout))
    """
  }
}
