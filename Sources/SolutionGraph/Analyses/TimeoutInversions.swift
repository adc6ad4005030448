public import SolutionModel

extension SolutionGraph {
  /// A caller that gives up before what it waits for is over.
  public struct TimeoutInversion: Hashable, Sendable {
    public let outer: LinkID
    /// Made by the destination of the outer link; several when a flow makes one after the other.
    public let inner: [LinkID]
    public let outerTimeout: Duration
    /// The worst times of the inner links together.
    public let innerWorstTime: Duration
    /// The flow that makes several inner calls in a row; nil for the plain pair.
    public let flow: FlowID?
  }
}

extension SolutionGraph {
  /// The calls that give up before what they wait for is over, by outer link, then by flow.
  ///
  /// For each call: the inner call with the worst time, when the outer timeout is not longer than
  /// that; a call back to the outer caller does not count. Then, where no single inner call is
  /// enough, the sum of those that a flow makes in a row.
  ///
  /// - Parameter firstBackoff: the wait before the first retry, which models do not declare.
  /// - Returns: at most one entry for each outer link without a flow, and one for each flow.
  /// - Complexity: O(n + m), and O(steps · depth) for each flow.
  public func timeoutInversions(firstBackoff: Duration = .milliseconds(200)) -> [TimeoutInversion] {
    let times = traits.indices.map {
      traits[$0].isCall && solution.links[$0].timing.timeout != nil
        ? solution.links[$0].worstTime(firstBackoff: firstBackoff) : nil
    }
    var inversions: [TimeoutInversion] = []
    var isInverted = [Bool](repeating: false, count: traits.count)
    let worst = worstCalls(times)
    for outer in traits.indices where times[outer] != nil {
      let inner = legs(of: outer).lazy
        .flatMap { worst[$0.destination] }
        .filter { $0 != outer && !goesBack($0, from: outer) }
        .max { (times[$0] ?? .zero, $1) < (times[$1] ?? .zero, $0) }
      guard let inner, let inversion = inversion(outer, over: [inner], times[inner] ?? .zero, nil)
      else { continue }
      isInverted[outer] = true
      inversions.append(inversion)
    }
    for flow in solution.flows {
      var nesting = CallNesting(times: times)
      nesting.follow(flow.steps, of: self)
      for sum in nesting.finished() where !isInverted[sum.outer] && sum.inner.count > 1 {
        if let inversion = inversion(sum.outer, over: sum.inner, sum.time, flow.id) {
          inversions.append(inversion)
        }
      }
    }
    return inversions.sorted { ($0.outer, $0.flow?.text ?? "") < ($1.outer, $1.flow?.text ?? "") }
  }

  /// By vertex, the places of the calls from it with the worst times, to up to two elements.
  ///
  /// Two, because one of them may go back to the caller; the lower place comes first in a tie.
  private func worstCalls(_ times: [Duration?]) -> [[Int]] {
    var worst: [[Int]] = Array(repeating: [], count: solution.elements.count)
    let longestFirst = traits.indices.filter { times[$0] != nil }.sorted {
      (times[$1] ?? .zero, $0) < (times[$0] ?? .zero, $1)
    }
    for link in longestFirst {
      guard let source = legs(of: link).first?.source, worst[source].count < 2 else { continue }
      let destination = legs(of: link).last?.destination
      if let other = worst[source].first, legs(of: other).last?.destination == destination {
        continue
      }
      worst[source].append(link)
    }
    return worst
  }

  /// Whether a call leads to who made the outer one, who would have to wait for itself.
  private func goesBack(_ inner: Int, from outer: Int) -> Bool {
    legs(of: inner).last?.destination == legs(of: outer).first?.source
  }

  private func inversion(_ outer: Int, over inner: [Int], _ time: Duration, _ flow: FlowID?)
    -> TimeoutInversion?
  {
    guard let timeout = solution.links[outer].timing.timeout, timeout <= time else { return nil }
    return TimeoutInversion(
      outer: linkID(outer), inner: inner.map(linkID), outerTimeout: timeout, innerWorstTime: time,
      flow: flow)
  }
}
