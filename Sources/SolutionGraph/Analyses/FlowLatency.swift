public import SolutionModel

/// The time that a flow takes, a sum of p95 figures: deliberately an upper bound of its own p95.
public struct FlowLatency: Hashable, Sendable {
  /// One step on the longest way through the flow.
  public struct Part: Hashable, Sendable {
    /// An element or a link.
    public let subject: ElementPath.Subject
    /// Once.
    public let duration: Duration
    /// How often: repeats times calls.
    public let times: Int
    /// False when the figure is the element's own processing time, without the wire.
    public let includesWire: Bool
  }

  public let flow: FlowID
  public let target: Duration?
  /// Of the known parts: a lower bound of the sum when some are missing.
  public let total: Duration
  /// In the order of the steps; of parallel branches the longest one.
  public let parts: [Part]
  /// Steps whose time nobody declares, once each, in the order of the steps.
  public let missing: [ElementPath.Subject]
}

extension FlowLatency {
  /// What one element or link adds to the whole, all its uses together.
  public struct Contributor: Hashable, Sendable {
    public let subject: ElementPath.Subject
    public let duration: Duration
    /// Of the total, from 0 to 1.
    public let share: Double
  }

  /// The longest first, in a tie the one of the earlier step.
  public var contributors: [Contributor] {
    var order: [ElementPath.Subject] = []
    var sums: [ElementPath.Subject: Duration] = [:]
    for part in parts {
      if sums[part.subject] == nil { order.append(part.subject) }
      sums[part.subject, default: .zero] = (sums[part.subject] ?? .zero).added(
        part.duration.multiplied(by: part.times))
    }
    let ranked = order.enumerated().sorted { left, right in
      let (one, other) = (sums[left.element] ?? .zero, sums[right.element] ?? .zero)
      return one == other ? left.offset < right.offset : one > other
    }
    return ranked.map { _, subject in
      let sum = sums[subject] ?? .zero
      return Contributor(
        subject: subject, duration: sum, share: total > .zero ? sum / total : 0)
    }
  }
}

extension SolutionGraph {
  /// The sum of the times along the steps of a flow, and of the longest of parallel branches.
  ///
  /// A link takes its own latency, or else the processing time of its destination, as often as it is
  /// called. A link on which nobody waits takes time only if it declares one. Optional steps count.
  ///
  /// - Complexity: O(steps).
  public func latency(of flow: Flow) -> FlowLatency {
    var way = FlowWay()
    way.follow(flow.steps, in: self)
    var seen: Set<ElementPath.Subject> = []
    return FlowLatency(
      flow: flow.id, target: flow.latencyTarget, total: way.total, parts: way.parts,
      missing: way.missing.filter { seen.insert($0).inserted })
  }
}

/// The longest way through some steps.
private struct FlowWay {
  private(set) var total: Duration = .zero
  private(set) var parts: [FlowLatency.Part] = []
  private(set) var missing: [ElementPath.Subject] = []

  mutating func follow(_ steps: [FlowStep], in graph: SolutionGraph) {
    for step in steps {
      switch step {
      case .link(let id):
        if let place = graph.solution.index(of: id) { take(place, in: graph) }
      case .work(let id, let time):
        let own = graph.solution.index(of: id).flatMap { graph.solution.elements[$0].latency }
        if let time = time ?? own {
          add(.element(id), time, times: 1, includesWire: true)
        } else {
          missing.append(.element(id))
        }
      case .optional(let inner): follow(inner, in: graph)
      case .repeated(let times, let inner):
        var once = FlowWay()
        once.follow(inner, in: graph)
        join(once, times: times)
      case .parallel(let branches):
        join(branches, in: graph)
      }
    }
  }

  private mutating func take(_ link: Int, in graph: SolutionGraph) {
    let id = graph.solution.links[link].id
    switch graph.time(ofStepOver: link) {
    case .known(let time, let calls, let includesWire):
      add(.link(id), time, times: calls, includesWire: includesWire)
    case .notWaitedFor: break
    case .unknown: missing.append(.link(id))
    }
  }

  private mutating func add(
    _ subject: ElementPath.Subject, _ duration: Duration, times: Int, includesWire: Bool
  ) {
    total = total.added(duration.multiplied(by: times))
    parts.append(
      FlowLatency.Part(
        subject: subject, duration: duration, times: times, includesWire: includesWire))
  }

  private mutating func join(_ way: FlowWay, times: Int) {
    total = total.added(way.total.multiplied(by: times))
    missing += way.missing
    parts += way.parts.map { part in
      let (product, overflows) = part.times.multipliedReportingOverflow(by: times)
      return FlowLatency.Part(
        subject: part.subject, duration: part.duration, times: overflows ? .max : product,
        includesWire: part.includesWire)
    }
  }

  /// Joins the longest branch, the first one in a tie, and what is missing in all of them.
  private mutating func join(_ branches: [FlowStep], in graph: SolutionGraph) {
    var longest = FlowWay()
    for branch in branches {
      var way = FlowWay()
      way.follow([branch], in: graph)
      missing += way.missing
      if way.total > longest.total { longest = way }
    }
    total = total.added(longest.total)
    parts += longest.parts
  }
}
