import GraphAlgorithms
public import SolutionModel

/// How much of a solution fails with one element.
public struct FailureShare: Hashable, Sendable {
  /// How many other elements, people and modules aside.
  public let elementCount: Int
  /// Of the weight of all others, from 0 to 1.
  public let share: Double
}

extension SolutionGraph {
  /// By vertex, how many other elements depend on each by hard links, at any distance: its failure
  /// reach, also called blast radius.
  ///
  /// People are not counted.
  ///
  /// - Complexity: O((n + m)·n ÷ 64) words.
  public func failureReaches() -> [Int] { Reachability(in: dependents).counts }

  /// By vertex, how much of the solution fails with each element, by hard links at any distance.
  ///
  /// An element weighs 1, 2, 4, 8 or 16 by its criticality, from low to business-critical, and 2
  /// where nobody declares one. People and modules weigh nothing; an app stands for its modules.
  ///
  /// - Complexity: O((n + m)·n ÷ 64) words, some six times.
  public func failureShares() -> [FailureShare] {
    let weights = solution.elements.indices.map(weight)
    let total = weights.reduce(0, +)
    let graph = dependents
    let counts = Reachability(in: graph, weights: weights.map { min($0, 1) }).sums
    guard counts.contains(where: { $0 > 0 }) else {
      return counts.map { FailureShare(elementCount: $0, share: 0) }
    }
    let sums = Reachability(in: graph, weights: weights).sums
    return counts.indices.map { vertex in
      let rest = total - weights[vertex]
      return FailureShare(
        elementCount: counts[vertex], share: rest > 0 ? Double(sums[vertex]) / Double(rest) : 0)
    }
  }

  private func weight(of vertex: Int) -> Int {
    switch solution.elements[vertex].kind {
    case .person, .module: 0
    case .system, .application, .store, .channel:
      1 << (placements[vertex].criticality ?? .medium).rank
    }
  }

  /// The elements that fail with one, by hard links at any distance, nearest first.
  ///
  /// - Complexity: O(n + m).
  public func failureReach(of element: ElementID) -> [ElementID] {
    guard let vertex = solution.index(of: element) else { return [] }
    return ShortestPaths(in: dependents, from: [vertex]).reached.dropFirst().map(elementID)
  }

  /// The first few elements that fail with the one at a vertex, nearest first, modules left out.
  ///
  /// - Complexity: O(what lies nearer than the last of them), and O(n) for the marks.
  public func nearestFailures(with vertex: Int, showing limit: Int) -> [ElementID] {
    let graph = dependents
    var isReached = [Bool](repeating: false, count: graph.vertexCount)
    isReached[vertex] = true
    var reached = [vertex]
    var found: [ElementID] = []
    var next = 0
    while next < reached.count, found.count < limit {
      let place = reached[next]
      next += 1
      if place != vertex, solution.elements[place].kind != .module {
        found.append(elementID(place))
      }
      for edge in graph.edgesOut(of: place) {
        let target = graph.edges[edge].target
        guard !isReached[target] else { continue }
        isReached[target] = true
        reached.append(target)
      }
    }
    return found
  }

  /// From each element to those that need it, people left out.
  private var dependents: DirectedGraph {
    knownDependents.value {
      DirectedGraph(
        vertexCount: solution.elements.count,
        edges: DependencyGraph(ofNeedsIn: self).graph.edges
          .filter { !isPerson($0.source) }
          .map { DirectedGraph.Edge($0.target, $0.source) })
    }
  }
}
