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
  /// For each link that somebody waits on, the inner link with the worst time, when the outer timeout
  /// is not longer than that; then the same for the sum of calls that a flow makes in a row, where
  /// no single one is enough. By outer link, then by flow.
  ///
  /// - Parameter firstBackoff: the wait before the first retry, which models do not declare.
  /// - Complexity: O(n + m), and O(steps) for each flow.
  public func timeoutInversions(firstBackoff: Duration = .milliseconds(200)) -> [TimeoutInversion] {
    []
  }
}
