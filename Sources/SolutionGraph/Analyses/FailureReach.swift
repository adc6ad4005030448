import GraphAlgorithms
public import SolutionModel

extension SolutionGraph {
  /// By vertex, how many other elements depend on each by hard links, at any distance: its failure
  /// reach, also called blast radius.
  ///
  /// People are not counted.
  ///
  /// - Complexity: O((n + m)·n ÷ 64) words.
  public func failureReaches() -> [Int] { Reachability(in: dependents).counts }

  /// The elements that fail with one, by hard links at any distance, nearest first.
  ///
  /// - Complexity: O(n + m).
  public func failureReach(of element: ElementID) -> [ElementID] {
    guard let vertex = solution.index(of: element) else { return [] }
    return ShortestPaths(in: dependents, from: [vertex]).reached.dropFirst().map(elementID)
  }

  /// From each element to those that need it, people left out.
  private var dependents: DirectedGraph {
    DirectedGraph(
      vertexCount: solution.elements.count,
      edges: DependencyGraph(ofNeedsIn: self).graph.edges
        .filter { !isPerson($0.source) }
        .map { DirectedGraph.Edge($0.target, $0.source) })
  }
}
