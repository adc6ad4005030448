/// The vertices whose removal splits a connected part of the undirected view of a graph
/// (articulation points).
package struct CutVertices: Sendable {
  /// Ascending.
  package let vertices: [Int]

  /// - Complexity: O(n + m).
  package init(of graph: DirectedGraph) {
    let links = LowLinks(of: graph)
    var isCut = [Bool](repeating: false, count: graph.vertexCount)
    var children = [Int](repeating: 0, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      let parent = links.parent[vertex]
      guard parent >= 0 else { continue }
      if links.parent[parent] >= 0 {
        if links.low[vertex] >= links.order[parent] { isCut[parent] = true }
      } else {
        children[parent] += 1
        if children[parent] > 1 { isCut[parent] = true }
      }
    }
    vertices = isCut.indices.filter { isCut[$0] }
  }
}
