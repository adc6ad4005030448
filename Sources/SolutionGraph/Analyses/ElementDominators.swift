import GraphAlgorithms
public import SolutionModel

/// Through which element alone each other one is reached from people and from where flows start
/// (dominators).
public struct ElementDominators: Hashable, Sendable {
  /// People, and the elements at which flows start, by id.
  public let starts: [ElementID]
  /// The elements that hard links reach from a start, by vertex; each with its nearest dominator, nil
  /// where two ways reach it that share no element, and for starts.
  public let reached: [Dominated]

  /// An element with the nearest other one that all ways to it pass.
  public struct Dominated: Hashable, Sendable {
    public let element: ElementID
    public let dominator: ElementID?
    /// How many elements are reached only through this one.
    public let behindCount: Int
  }
}

extension SolutionGraph {
  /// The dominator tree of the hops of hard links from people and from where flows start.
  ///
  /// - Complexity: O(n + m log n).
  public func elementDominators() -> ElementDominators {
    let (graph, _) = subgraph { traits[$0.link].isHard }
    let people = solution.elements.indices.filter(isPerson)
    let starts = Set(people + solution.flows.compactMap(start)).sorted()
    let dominators = Dominators(in: graph, from: starts)
    var behind = [Int](repeating: 0, count: graph.vertexCount)
    for vertex in dominators.reached.reversed() {
      if let above = dominators.immediateDominator(of: vertex) {
        behind[above] += behind[vertex] + 1
      }
    }
    return ElementDominators(
      starts: starts.map(elementID),
      reached: dominators.reached.sorted().map { vertex in
        ElementDominators.Dominated(
          element: elementID(vertex),
          dominator: dominators.immediateDominator(of: vertex).map(elementID),
          behindCount: behind[vertex])
      })
  }
}
