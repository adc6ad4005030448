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
    let longest = longestCalls(times)
    for outer in traits.indices where times[outer] != nil {
      guard let inner = longestCall(inside: outer, longest, times),
        let inversion = inversion(outer, over: [inner], times[inner] ?? .zero, nil)
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

  /// The longest call that an element on the way of another makes, but for calls back to its caller.
  private func longestCall(
    inside outer: Int, _ longest: [(first: Int?, second: Int?)], _ times: [Duration?]
  ) -> Int? {
    let caller = legs(of: outer).first?.source
    var found: Int?
    for leg in legs(of: outer) {
      for call in [longest[leg.destination].first, longest[leg.destination].second] {
        guard let call, legs(of: call).last?.destination != caller else { continue }
        if let other = found, !isLonger(call, than: other, times) { continue }
        found = call
      }
    }
    return found
  }

  /// By vertex, the two longest calls from it to different elements: one may go back to its caller,
  /// who would have to wait for itself.
  private func longestCalls(_ times: [Duration?]) -> [(first: Int?, second: Int?)] {
    var longest = [(first: Int?, second: Int?)](
      repeating: (nil, nil), count: solution.elements.count)
    for link in traits.indices where times[link] != nil {
      guard let leg = legs(of: link).first else { continue }
      let (first, second) = longest[leg.source]
      guard let first else {
        longest[leg.source].first = link
        continue
      }
      let hasOwnEnd = legs(of: link).last?.destination != legs(of: first).last?.destination
      if isLonger(link, than: first, times) {
        longest[leg.source] = (link, hasOwnEnd ? first : second)
      } else if hasOwnEnd, second.map({ isLonger(link, than: $0, times) }) ?? true {
        longest[leg.source].second = link
      }
    }
    return longest
  }

  private func isLonger(_ link: Int, than other: Int, _ times: [Duration?]) -> Bool {
    times[link] ?? .zero > times[other] ?? .zero
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
