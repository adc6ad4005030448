import SolutionModel

extension SolutionGraph {
  /// The time that one step over a link takes, p95, all its calls counted.
  ///
  /// A link takes its own latency, or else the processing time of its destination where somebody
  /// waits for it.
  ///
  /// - Returns: nil where nobody declares it; zero for a link on which nobody waits.
  /// - Complexity: O(1).
  public func time(ofStepOver link: Int) -> Duration? {
    let calls = max(1, solution.links[link].volume.calls ?? 1)
    if let time = solution.links[link].timing.latency { return time.multiplied(by: calls) }
    let isWaitedOn = traits[link].isFunctionallySynchronous
    guard isWaitedOn || traits[link].interaction == nil else { return .zero }
    guard isWaitedOn, let destination = legs(of: link).last?.destination else { return nil }
    return solution.elements[destination].latency?.multiplied(by: calls)
  }
}
