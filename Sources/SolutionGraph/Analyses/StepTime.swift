import SolutionModel

/// What one step over a link takes.
public enum StepTime: Hashable, Sendable {
  /// p95 of one call, and how many there are.
  ///
  /// `includesWire` is false when the figure is the destination's own processing time.
  case known(Duration, calls: Int, includesWire: Bool)
  /// Nobody waits for it, so that it takes no time of the flow.
  case notWaitedFor
  case unknown

  /// Of all calls; nil where nobody declares it.
  public var total: Duration? {
    switch self {
    case .known(let time, let calls, _): time.multiplied(by: calls)
    case .notWaitedFor: .zero
    case .unknown: nil
    }
  }
}

extension SolutionGraph {
  /// A link takes its own latency, or else the processing time of its destination where somebody
  /// waits for it.
  ///
  /// - Complexity: O(1).
  public func time(ofStepOver link: Int) -> StepTime {
    let calls = max(1, solution.links[link].volume.calls ?? 1)
    if let time = solution.links[link].timing.latency {
      return .known(time, calls: calls, includesWire: true)
    }
    guard traits[link].isFunctionallySynchronous else {
      return traits[link].interaction == nil ? .unknown : .notWaitedFor
    }
    let destination = legs(of: link).last?.destination
    guard let time = destination.flatMap({ solution.elements[$0].latency }) else {
      return .unknown
    }
    return .known(time, calls: calls, includesWire: false)
  }
}
