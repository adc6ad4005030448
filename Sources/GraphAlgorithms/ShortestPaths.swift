/// What a set of sources reaches, with a path of the fewest edges to each vertex as evidence.
///
/// Breadth-first search. Of several shortest paths it keeps the one that the earlier source and the
/// smaller vertices on the way give, so the answer does not depend on anything but the graph.
package struct ShortestPaths: Sendable {
  /// Vertices that follow each other, and the edge between each two.
  package struct Path: Hashable, Sendable {
    package let vertices: [Int]
    package let edges: [Int]

    package init(vertices: [Int], edges: [Int]) {
      self.vertices = vertices
      self.edges = edges
    }
  }

  /// The reached vertices, nearest first, the sources among them.
  package let reached: [Int]
  private let edgeTo: [Int]
  private let distances: [Int]
  private let graph: DirectedGraph

  private static let unreached = -2
  private static let source = -1

  /// - Complexity: O(n + m).
  package init(in graph: DirectedGraph, from sources: some Sequence<Int>) {
    let rows = graph.outgoing
    var edgeTo = [Int](repeating: Self.unreached, count: graph.vertexCount)
    var distances = [Int](repeating: 0, count: graph.vertexCount)
    var queue: [Int] = []
    for source in sources where edgeTo[source] == Self.unreached {
      edgeTo[source] = Self.source
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      for place in rows.row(of: queue[head])
      where edgeTo[rows.vertices[place]] == Self.unreached {
        edgeTo[rows.vertices[place]] = rows.edges[place]
        distances[rows.vertices[place]] = distances[queue[head]] + 1
        queue.append(rows.vertices[place])
      }
      head += 1
    }
    reached = queue
    self.edgeTo = edgeTo
    self.distances = distances
    self.graph = graph
  }

  package func reaches(_ vertex: Int) -> Bool { edgeTo[vertex] != Self.unreached }

  /// The edges of a shortest path from a source; nil when there is none.
  package func distance(to vertex: Int) -> Int? { reaches(vertex) ? distances[vertex] : nil }

  /// A shortest path from a source, or the last `limit` edges of it; nil when there is none.
  ///
  /// - Complexity: O(length).
  package func path(to target: Int, limit: Int = .max) -> Path? {
    guard reaches(target) else { return nil }
    var edges: [Int] = []
    var vertices = [target]
    var vertex = target
    while edgeTo[vertex] != Self.source, edges.count < limit {
      edges.append(edgeTo[vertex])
      vertex = graph.edges[edgeTo[vertex]].source
      vertices.append(vertex)
    }
    return Path(vertices: vertices.reversed(), edges: edges.reversed())
  }
}
