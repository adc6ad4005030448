/// The vertices whose removal splits a connected part of the undirected view of a graph
/// (articulation points).
package struct CutVertices: Sendable {
  /// Ascending.
  package let vertices: [Int]
  /// For each of `vertices`, how many vertices stand in each of the pieces that its part falls into
  /// without it, the largest first.
  package let pieces: [[Int]]

  /// - Complexity: O(n + m).
  package init(of graph: DirectedGraph) {
    let links = LowLinks(of: graph)
    let sizes = links.sizes
    var pieces = [[Int]](repeating: [], count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      let parent = links.parent[vertex]
      guard parent >= 0 else { continue }
      if links.parent[parent] < 0 || links.low[vertex] >= links.order[parent] {
        pieces[parent].append(sizes.below[vertex])
      }
    }
    for vertex in pieces.indices where links.parent[vertex] >= 0 && !pieces[vertex].isEmpty {
      pieces[vertex].append(pieces[vertex].reduce(sizes.part[vertex] - 1, -))
    }
    vertices = pieces.indices.filter { pieces[$0].count > 1 }
    self.pieces = vertices.map { pieces[$0].sorted(by: >) }
  }
}
