public import SolutionModel

/// The longest that a flow can keep somebody waiting when everything times out, and how many calls
/// its retries can make of one.
public struct FlowWorstCase: Hashable, Sendable {
  /// A call that nothing bounds from outside.
  public struct Part: Hashable, Sendable {
    public let link: LinkID
    /// The most attempts of one call, the first one counted.
    public let attempts: Int
    /// How often the flow makes the call: repeats times calls.
    public let times: Int
    /// All attempts up to their timeouts, and the waits between them, once.
    public let duration: Duration
  }

  public let flow: FlowID
  /// Of the calls with a timeout, and of the work that is said to take time: a lower bound when calls
  /// without a timeout are among the steps.
  public let total: Duration
  /// In the order of the steps; of parallel branches the longest one.
  ///
  /// A call inside another that has
  /// a timeout is bounded by that, and does not count by itself.
  public let parts: [Part]
  /// Calls that nothing bounds, once each, in the order of the steps.
  public let unbounded: [LinkID]
  /// The most attempts that the innermost of some nested calls can get for one request; 1 without
  /// retries, `Int.max` when larger.
  public let amplification: Int
  /// The nested calls with that product, the outermost first; empty without retries.
  public let amplifiedCalls: [LinkID]
}

extension SolutionGraph {
  /// The worst time of a flow, by the timeouts and retries along its steps.
  ///
  /// - Parameters:
  ///   - flow: a flow of the solution.
  ///   - firstBackoff: the wait before the first retry, which models do not declare.
  /// - Returns: the sum for the calls that are bounded, and the others.
  /// - Complexity: O(steps · depth).
  public func worstCase(of flow: Flow, firstBackoff: Duration = .milliseconds(200))
    -> FlowWorstCase
  {
    var way = WorstWay(graph: self, firstBackoff: firstBackoff)
    way.follow(flow.steps)
    var seen: Set<LinkID> = []
    return FlowWorstCase(
      flow: flow.id, total: way.total, parts: way.parts,
      unbounded: way.unbounded.filter { seen.insert($0).inserted },
      amplification: way.amplification, amplifiedCalls: way.amplifiedCalls)
  }
}

/// The longest way through some steps.
private struct WorstWay {
  /// A call that is still waiting.
  private struct Call {
    let link: Int
    let callee: Int
    /// Whether it, or a call around it, has a timeout.
    let isBounded: Bool
    /// Attempts multiplied from the outermost call on.
    let product: Int
  }

  let graph: SolutionGraph
  let firstBackoff: Duration
  private(set) var total: Duration = .zero
  private(set) var parts: [FlowWorstCase.Part] = []
  private(set) var unbounded: [LinkID] = []
  private(set) var amplification = 1
  private(set) var amplifiedCalls: [LinkID] = []
  private var open: [Call] = []

  init(graph: SolutionGraph, firstBackoff: Duration) {
    self.graph = graph
    self.firstBackoff = firstBackoff
  }

  mutating func follow(_ steps: [FlowStep]) {
    for step in steps {
      switch step {
      case .link(let id):
        if let link = graph.solution.index(of: id) { take(link) }
      case .work(let id, let time):
        guard let vertex = graph.solution.index(of: id) else { continue }
        close(until: vertex)
        if let time = time ?? graph.solution.elements[vertex].latency, !isBounded {
          total = total.added(time)
        }
      case .optional(let inner): follow(inner)
      case .repeated(let times, let inner): repeats(times, inner)
      case .parallel(let branches): splits(branches)
      }
    }
  }

  private var isBounded: Bool { open.last?.isBounded ?? false }

  private mutating func close(until vertex: Int) {
    while let call = open.last, call.callee != vertex { open.removeLast() }
  }

  private mutating func take(_ link: Int) {
    guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last else {
      return
    }
    guard graph.traits[link].isCall else {
      if let time = graph.solution.links[link].timing.latency, !isBounded {
        total = total.added(time)
      }
      return
    }
    close(until: first.source)
    let attempts = graph.traits[link].attempts
    let time = graph.solution.links[link].worstTime(firstBackoff: firstBackoff)
    if !isBounded { add(link, time, attempts) }
    let (product, overflows) = (open.last?.product ?? 1).multipliedReportingOverflow(by: attempts)
    open.append(
      Call(
        link: link, callee: last.destination, isBounded: isBounded || time != nil,
        product: overflows ? .max : product))
    if overflows || product > amplification {
      amplification = overflows ? .max : product
      amplifiedCalls = open.filter { graph.traits[$0.link].attempts > 1 }.map {
        graph.linkID($0.link)
      }
    }
  }

  private mutating func add(_ link: Int, _ time: Duration?, _ attempts: Int) {
    guard let time else {
      unbounded.append(graph.linkID(link))
      return
    }
    let times = max(1, graph.solution.links[link].volume.calls ?? 1)
    total = total.added(time.multiplied(by: times))
    parts.append(
      FlowWorstCase.Part(
        link: graph.linkID(link), attempts: attempts, times: times, duration: time))
  }

  private mutating func repeats(_ times: Int, _ steps: [FlowStep]) {
    let before = total
    let partsBefore = parts.count
    follow(steps)
    total = before.added((total - before).multiplied(by: times))
    for place in partsBefore..<parts.count {
      let (product, overflows) = parts[place].times.multipliedReportingOverflow(by: times)
      parts[place] = FlowWorstCase.Part(
        link: parts[place].link, attempts: parts[place].attempts,
        times: overflows ? .max : product, duration: parts[place].duration)
    }
  }

  /// The longest branch counts, the first one in a tie; what nothing bounds counts in all of them.
  private mutating func splits(_ branches: [FlowStep]) {
    let before = self
    var longest = before
    for branch in branches {
      var way = before
      way.unbounded = longest.unbounded
      (way.amplification, way.amplifiedCalls) = (longest.amplification, longest.amplifiedCalls)
      way.follow([branch])
      longest.unbounded = way.unbounded
      (longest.amplification, longest.amplifiedCalls) = (way.amplification, way.amplifiedCalls)
      if way.total > longest.total { longest = way }
    }
    self = longest
    open = before.open
  }
}
