import GraphAlgorithms
import SolutionModel

/// How deep calls go, circles counted as one element.
public struct CallDepths: Hashable, Sendable {
  /// By vertex: how many calls may wait on each other, one inside the other, below it.
  public let depths: [Int]
  /// A deepest way, from the outermost caller; nil where nobody waits.
  ///
  /// Of a circle on it only the element that is entered or left.
  public let deepest: SolutionPath?
}

extension SolutionGraph {
  /// The longest path of calls that programs wait on, on the graph in which each circle of calls is
  /// one: so the answer is exact, and a lower bound of what goes round in circles.
  ///
  /// Every hop counts, also those to stores.
  ///
  /// - Complexity: O(n + m).
  public func callDepths() -> CallDepths {
    let calls = dependencies(in: .synchronous).filter {
      traits[$0.link].isCall && !isPerson($0.dependent) && !isPerson($0.dependency)
    }
    let whole = DependencyGraph(calls, vertexCount: solution.elements.count)
    let condensation = Condensation(of: whole.graph)
    let paths = LongestPaths(
      in: condensation.graph, from: 0..<condensation.components.count)
    let depths = condensation.components.componentOf.map { Int(paths.length(from: $0)) }
    let start = depths.indices.max { (depths[$0], -$0) < (depths[$1], -$1) }
    guard let start, depths[start] > 0 else { return CallDepths(depths: depths, deepest: nil) }
    let path = paths.path(
      from: condensation.components.componentOf[start], limit: RouteGraph.hopsShown)
    let edges = path.edges.map { condensation.originalEdges[$0] }
    let first = edges.first.map { whole.graph.edges[$0].source } ?? start
    return CallDepths(
      depths: depths,
      deepest: SolutionPath(
        elements: [elementID(first)] + edges.map { elementID(whole.graph.edges[$0].target) },
        links: edges.map { linkID(whole.links[$0]) },
        isShortened: depths[start] > RouteGraph.hopsShown))
  }
}
