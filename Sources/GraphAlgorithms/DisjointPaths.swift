/// How many paths from one vertex to another share no edge, and how many share no vertex in between:
/// as many edges or vertices must fail to part the two (Karl Menger, 1927).
///
/// Shortest augmenting paths: Edmonds, Karp, *Theoretical improvements in algorithmic efficiency for
/// network flow problems*, Journal of the ACM 19, 1972.
package struct DisjointPaths: Sendable {
  /// Parallel edges count one by one.
  package let edgeDisjoint: Int
  /// An edge straight to the target counts as one path, however many there are.
  package let vertexDisjoint: Int

  /// `limit` is where to stop counting.
  ///
  /// - Precondition: `source` and `target` are different.
  /// - Complexity: O(limit·(n + m)).
  package init(in graph: DirectedGraph, from source: Int, to target: Int, limit: Int = 100) {
    precondition(source != target, "paths lead from one vertex to another")
    edgeDisjoint = UnitFlow(in: graph).value(from: source, to: target, limit: limit)
    vertexDisjoint = UnitFlow(in: Self.split(graph))
      .value(from: 2 * source + 1, to: 2 * target, limit: limit)
  }

  /// Each vertex as an edge from its entrance `2v` to its exit `2v + 1`, each edge once.
  private static func split(_ graph: DirectedGraph) -> DirectedGraph {
    var edges = (0..<graph.vertexCount).map { DirectedGraph.Edge(2 * $0, 2 * $0 + 1) }
    for vertex in 0..<graph.vertexCount {
      var previous = -1
      for next in graph.successors(of: vertex) where next != previous {
        previous = next
        edges.append(DirectedGraph.Edge(2 * vertex + 1, 2 * next))
      }
    }
    return DirectedGraph(vertexCount: 2 * graph.vertexCount, edges: edges)
  }
}

/// A flow in which each edge carries one or nothing.
private struct UnitFlow {
  private let graph: DirectedGraph

  init(in graph: DirectedGraph) { self.graph = graph }

  func value(from source: Int, to target: Int, limit: Int) -> Int {
    var isUsed = [Bool](repeating: false, count: graph.edgeCount)
    var value = 0
    while value < limit, augment(&isUsed, from: source, to: target) { value += 1 }
    return value
  }

  /// Sends one more, over unused edges forward and used ones back.
  private func augment(_ isUsed: inout [Bool], from source: Int, to target: Int) -> Bool {
    var edgeTo = [Int](repeating: -1, count: graph.vertexCount)
    var queue = [source]
    var head = 0
    while head < queue.count, edgeTo[target] < 0 {
      let vertex = queue[head]
      head += 1
      for edge in graph.edgesOut(of: vertex) where !isUsed[edge] {
        let next = graph.edges[edge].target
        guard next != source, edgeTo[next] < 0 else { continue }
        edgeTo[next] = edge
        queue.append(next)
      }
      for edge in graph.edgesIn(to: vertex) where isUsed[edge] {
        let next = graph.edges[edge].source
        guard next != source, edgeTo[next] < 0 else { continue }
        edgeTo[next] = edge
        queue.append(next)
      }
    }
    guard edgeTo[target] >= 0 else { return false }
    var vertex = target
    while vertex != source {
      let edge = edgeTo[vertex]
      let isForward = graph.edges[edge].target == vertex && !isUsed[edge]
      isUsed[edge] = isForward
      vertex = isForward ? graph.edges[edge].source : graph.edges[edge].target
    }
    return true
  }
}
