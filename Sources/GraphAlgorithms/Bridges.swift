/// The edges whose removal splits a connected part of the undirected view of a graph.
///
/// Of two edges between the same vertices, in either direction, neither is a bridge.
package struct Bridges: Sendable {
  /// Ascending.
  package let edges: [Int]
  /// For each of `edges`, how many vertices stand on its smaller side.
  package let smallerSides: [Int]

  /// - Complexity: O(n + m log m).
  package init(of graph: DirectedGraph) {
    let links = LowLinks(of: graph)
    let sizes = links.sizes
    let found = (0..<graph.vertexCount)
      .filter { links.edgeTo[$0] >= 0 && links.low[$0] == links.order[$0] }
      .sorted { links.edgeTo[$0] < links.edgeTo[$1] }
    edges = found.map { links.edgeTo[$0] }
    smallerSides = found.map { min(sizes.below[$0], sizes.part[$0] - sizes.below[$0]) }
  }
}
