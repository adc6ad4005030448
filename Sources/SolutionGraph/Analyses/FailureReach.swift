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

  /// By vertex, the weights of the elements that `failureReaches` counts, added up.
  ///
  /// An element weighs 1, 2, 4, 8 or 16 by its criticality, from low to business-critical, and 2
  /// where nobody declares one; people weigh nothing.
  ///
  /// - Complexity: O((n + m)·n ÷ 64) words, five times at most.
  public func weighedFailureReaches() -> [Int] {
    Reachability(in: dependents, weights: solution.elements.indices.map(weight)).sums
  }

  /// What the loss of the element at a vertex weighs in `weighedFailureReaches`.
  public func weight(of vertex: Int) -> Int {
    isPerson(vertex) ? 0 : 1 << (placements[vertex].criticality ?? .medium).rank
  }

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
