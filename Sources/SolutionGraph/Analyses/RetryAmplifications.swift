import GraphAlgorithms
import SolutionModel

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
  /// The largest product of attempts along nested calls, when at least two of them try again and it
  /// is over `limit`, by the outermost element that tries again.
  ///
  /// There is one for each start of `synchronousCallChains`; ways that differ only before the first
  /// retry, and ways that are the tail of another, are given once. Here the hop to a store counts.
  ///
  /// - Complexity: O(n + m), and the length of the answer.
  public func retryAmplifications(above limit: Int = 1) -> [RetryAmplification] {
    let calls = RouteGraph(of: self, where: isSoftwareCall)
    let attempts = calls.links.indices.map { edge in
      calls.isStart(edge) ? traits[calls.links[edge]].attempts : 1
    }
    let entries = callEntries(in: calls)
    let paths = LongestPaths(
      in: calls.graph, from: entries + solution.elements.indices, empty: 1
    ) {
      $0 * Double(attempts[$1])
    }
    let starts = outermost(entries + paths.roots, paths)
    let retrying = starts.compactMap { firstRetry(after: $0, paths, attempts) }
    return outermost(retrying, paths).compactMap { start in
      let product = Int(exactly: paths.length(from: start).rounded()) ?? .max
      guard product > max(1, limit), let first = paths.edge(after: start),
        product > attempts[first]
      else { return nil }
      let path = path(paths, from: start, in: calls)
      return RetryAmplification(path: path, attempts: attemptsOfHops(path), product: product)
    }
  }

  /// The first element on the longest path from a start that tries a call again.
  private func firstRetry(after start: Int, _ paths: LongestPaths, _ attempts: [Int]) -> Int? {
    var vertex = start
    while let edge = paths.edge(after: vertex), let next = paths.next(after: vertex) {
      if attempts[edge] > 1 { return vertex }
      vertex = next
    }
    return nil
  }

  /// Of a call that passes a gateway the first hop tries again, not the gateway.
  private func attemptsOfHops(_ path: SolutionPath) -> [Int] {
    path.links.enumerated().map { hop, link in
      if hop > 0, path.links[hop - 1] == link { return 1 }
      return solution.index(of: link).map { traits[$0].attempts } ?? 1
    }
  }
}
