/// Some vertices of a graph and the edges among them, numbered anew from 0.
package struct InducedSubgraph: Sendable {
  package let graph: DirectedGraph
  /// For each vertex its number in the whole graph, ascending.
  package let vertices: ArraySlice<Int>
  /// For each edge its number in the whole graph; by source, then by target.
  package let edges: [Int]

  /// - Precondition: `vertices` is ascending.
  /// - Complexity: O(d log k) for k vertices with d edges out of them.
  package init(of whole: DirectedGraph, on vertices: ArraySlice<Int>) {
    var edges: [Int] = []
    var ends: [DirectedGraph.Edge] = []
    for (number, vertex) in vertices.enumerated() {
      for edge in whole.edgesOut(of: vertex) {
        guard let target = Self.place(of: whole.edges[edge].target, in: vertices) else { continue }
        edges.append(edge)
        ends.append(DirectedGraph.Edge(number, target))
      }
    }
    graph = DirectedGraph(vertexCount: vertices.count, edges: ends)
    self.vertices = vertices
    self.edges = edges
  }

  /// The number of a vertex in the whole graph.
  package func original(_ vertex: Int) -> Int { vertices[vertices.startIndex + vertex] }

  private static func place(of vertex: Int, in vertices: ArraySlice<Int>) -> Int? {
    var low = vertices.startIndex
    var high = vertices.endIndex
    while low < high {
      let middle = (low + high) / 2
      if vertices[middle] < vertex { low = middle + 1 } else { high = middle }
    }
    guard low < vertices.endIndex, vertices[low] == vertex else { return nil }
    return low - vertices.startIndex
  }
}
