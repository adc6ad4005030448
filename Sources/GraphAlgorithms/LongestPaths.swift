/// A longest path from each vertex that a set of starts reaches.
///
/// On a graph without cycles the answer is exact. Where there are cycles (the problem is then
/// NP-hard), edges that lead back to a vertex on the way of the depth-first search are left out: every
/// path is still a path of the graph, and a longer one may exist.
package struct LongestPaths: Sendable {
  /// Whether an edge had to be left out.
  package let hasCycle: Bool
  /// The starts that no earlier one led to.
  package let roots: [Int]
  private let lengths: [Double]
  private let edgeFrom: [Int]
  private let graph: DirectedGraph

  /// - Parameters:
  ///   - graph: the graph.
  ///   - starts: searched in this order; in a graph with cycles the order matters.
  ///   - empty: the length of a path without edges.
  ///   - extending: the length of a path with one more edge in front; it may never be shorter than
  ///     the path without, and never be the shorter of two for the longer path.
  /// - Complexity: O(n + m).
  package init(
    in graph: DirectedGraph, from starts: some Sequence<Int>, empty: Double = 0,
    extending: (_ length: Double, _ edge: Int) -> Double = { length, _ in length + 1 }
  ) {
    let rows = graph.outgoing
    var lengths = [Double](repeating: empty, count: graph.vertexCount)
    var edgeFrom = [Int](repeating: -1, count: graph.vertexCount)
    var next = rows.starts
    var state = [SearchState](repeating: .new, count: graph.vertexCount)
    var hasCycle = false
    var roots: [Int] = []
    var path: [Int] = []

    for start in starts where state[start] == .new {
      roots.append(start)
      state[start] = .open
      path.append(start)
      while let vertex = path.last {
        var child: Int?
        while child == nil, next[vertex] < rows.starts[vertex + 1] {
          let target = rows.vertices[next[vertex]]
          switch state[target] {
          case .new:
            child = target
          case .open:
            hasCycle = true
            next[vertex] += 1
          case .done:
            let edge = rows.edges[next[vertex]]
            let length = extending(lengths[target], edge)
            if length > lengths[vertex] {
              lengths[vertex] = length
              edgeFrom[vertex] = edge
            }
            next[vertex] += 1
          }
        }
        if let child {
          state[child] = .open
          path.append(child)
        } else {
          state[vertex] = .done
          path.removeLast()
        }
      }
    }
    self.hasCycle = hasCycle
    self.roots = roots
    self.lengths = lengths
    self.edgeFrom = edgeFrom
    self.graph = graph
  }

  /// The length of the path from a vertex.
  package func length(from vertex: Int) -> Double { lengths[vertex] }

  /// The first edge of the path from a vertex; nil where it ends.
  package func edge(after vertex: Int) -> Int? {
    edgeFrom[vertex] >= 0 ? edgeFrom[vertex] : nil
  }

  /// The second vertex of the path from a vertex; nil where it ends.
  package func next(after vertex: Int) -> Int? {
    edge(after: vertex).map { graph.edges[$0].target }
  }

  /// The path from a vertex, at most `limit` edges of it.
  ///
  /// It ends where no edge makes it longer.
  ///
  /// - Complexity: O(length).
  package func path(from start: Int, limit: Int = .max) -> ShortestPaths.Path {
    var vertices = [start]
    var edges: [Int] = []
    var vertex = start
    while edgeFrom[vertex] >= 0, edges.count < limit {
      edges.append(edgeFrom[vertex])
      vertex = graph.edges[edgeFrom[vertex]].target
      vertices.append(vertex)
    }
    return ShortestPaths.Path(vertices: vertices, edges: edges)
  }
}

private enum SearchState { case new, open, done }
