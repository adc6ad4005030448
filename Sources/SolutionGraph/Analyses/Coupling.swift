import GraphAlgorithms
import SolutionModel

/// How many others an element is bound to; people are not counted.
///
/// Robert C. Martin, *Agile Software Development*, 2002: afferent and efferent couplings.
public struct Coupling: Hashable, Sendable {
  /// Ca: how many elements depend on it.
  public let afferent: Int
  /// Ce: how many elements it depends on.
  public let efferent: Int

  /// From 0, which only others depend on, to 1, which only depends on others; nil when unbound.
  public var instability: Double? {
    afferent + efferent == 0 ? nil : Double(efferent) / Double(afferent + efferent)
  }
}

/// How often each element lies on the shortest ways between others.
public struct BetweennessShares: Hashable, Sendable {
  /// By vertex, from 0 to 1: the share of all (n−1)(n−2) ordered pairs of other linked elements.
  public let shares: [Double]
  /// How many elements have a link at all.
  public let linkedElementCount: Int
  /// How many of them shortest ways were followed from.
  public let startCount: Int
  /// False when only some starts were looked at, because the solution is large.
  public let isExact: Bool
}

extension SolutionGraph {
  /// The couplings of all elements, by vertex.
  ///
  /// - Complexity: O(n + m).
  public func couplings(in scope: DependencyScope = .any) -> [Coupling] {
    let graph = DependencyGraph(
      dependencies(in: scope), vertexCount: solution.elements.count
    ).graph
    return solution.elements.indices.map { vertex in
      Coupling(
        afferent: countOfOthers(graph.predecessors(of: vertex)),
        efferent: countOfOthers(graph.successors(of: vertex)))
    }
  }

  /// How many different elements, people aside, a row of neighbours has; equal ones stand together.
  private func countOfOthers(_ neighbours: some Sequence<Int>) -> Int {
    var count = 0
    var previous = -1
    for vertex in neighbours where vertex != previous {
      previous = vertex
      if !isPerson(vertex) { count += 1 }
    }
    return count
  }

  /// Betweenness of all elements along the legs in use.
  ///
  /// - Complexity: O(n·m) while that is within `budget`, else O(budget).
  public func betweennessShares(budget: Int = 1_000_000) -> BetweennessShares {
    let isLinked = solution.elements.indices.map {
      !graph.edgesOut(of: $0).isEmpty || !graph.edgesIn(to: $0).isEmpty
    }
    let linked = isLinked.indices.filter { isLinked[$0] }
    let part = InducedSubgraph(of: graph, on: linked[...])
    let betweenness = Betweenness(of: part.graph, budget: budget)
    let pairs = Double(max(1, (linked.count - 1) * (linked.count - 2)))
    var shares = [Double](repeating: 0, count: solution.elements.count)
    for (vertex, value) in zip(linked, betweenness.values) { shares[vertex] = value / pairs }
    return BetweennessShares(
      shares: shares, linkedElementCount: linked.count,
      startCount: betweenness.pivotCount, isExact: betweenness.isExact)
  }
}
