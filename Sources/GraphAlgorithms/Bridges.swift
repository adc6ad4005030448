/// The edges whose removal splits a connected part of the undirected view of a graph.
///
/// Of two edges between the same vertices, in either direction, neither is a bridge.
package struct Bridges: Sendable {
  /// Ascending.
  package let edges: [Int]

  /// - Complexity: O(n + m log m).
  package init(of graph: DirectedGraph) {
    let links = LowLinks(of: graph)
    edges =
      (0..<graph.vertexCount)
      .filter { links.edgeTo[$0] >= 0 && links.low[$0] == links.order[$0] }
      .map { links.edgeTo[$0] }
      .sorted()
  }
}
