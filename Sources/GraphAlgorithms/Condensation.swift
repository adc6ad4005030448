/// The graph of the strongly connected components of another: it has no cycles.
package struct Condensation: Sendable {
  package let components: StronglyConnectedComponents
  /// Its vertices are components, its edges the edges between different ones.
  package let graph: DirectedGraph
  /// For each edge of `graph` its number in the original.
  package let originalEdges: [Int]

  /// - Complexity: O(n + m).
  package init(of original: DirectedGraph) {
    let components = StronglyConnectedComponents(of: original)
    let componentOf = components.componentOf
    originalEdges = original.edges.indices.filter {
      componentOf[original.edges[$0].source] != componentOf[original.edges[$0].target]
    }
    graph = DirectedGraph(
      vertexCount: components.count,
      edges: originalEdges.map {
        DirectedGraph.Edge(
          componentOf[original.edges[$0].source], componentOf[original.edges[$0].target])
      })
    self.components = components
  }
}
