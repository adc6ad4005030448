/// An order of the vertices in which every edge leads forward; of those possible, always the
/// smallest vertex next.
///
/// Arthur Kahn, *Topological sorting of large networks*, Communications of the ACM 5, 1962.
package struct TopologicalOrder: Sendable {
  package let vertices: [Int]

  /// Fails for a graph with a cycle.
  ///
  /// - Complexity: O((n + m) log n).
  package init?(of graph: DirectedGraph) {
    let rows = graph.outgoing
    var waiting = (0..<graph.vertexCount).map { graph.incoming.row(of: $0).count }
    var ready = PriorityQueue<Int>()
    for vertex in waiting.indices where waiting[vertex] == 0 { ready.insert(vertex) }
    var order: [Int] = []
    order.reserveCapacity(graph.vertexCount)
    while let vertex = ready.popFirst() {
      order.append(vertex)
      for place in rows.row(of: vertex) {
        let target = rows.vertices[place]
        waiting[target] -= 1
        if waiting[target] == 0 { ready.insert(target) }
      }
    }
    guard order.count == graph.vertexCount else { return nil }
    vertices = order
  }
}
