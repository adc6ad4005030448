/// The parts of a graph that edges join, whichever way they point.
package struct ConnectedParts: Sendable {
  /// The part of each vertex; parts are numbered by their smallest vertices.
  package let partOf: [Int]
  /// How many vertices each part has.
  package let sizes: [Int]

  /// - Complexity: O(n + m).
  package init(of graph: DirectedGraph) {
    var partOf = [Int](repeating: -1, count: graph.vertexCount)
    var sizes: [Int] = []
    for start in 0..<graph.vertexCount where partOf[start] < 0 {
      partOf[start] = sizes.count
      var size = 0
      var open = [start]
      while let vertex = open.popLast() {
        size += 1
        for rows in [graph.outgoing, graph.incoming] {
          for place in rows.row(of: vertex) where partOf[rows.vertices[place]] < 0 {
            partOf[rows.vertices[place]] = sizes.count
            open.append(rows.vertices[place])
          }
        }
      }
      sizes.append(size)
    }
    self.partOf = partOf
    self.sizes = sizes
  }
}
