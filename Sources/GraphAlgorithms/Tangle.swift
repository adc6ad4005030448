/// A strongly connected component with its own vertex numbers, parallel edges joined into arcs.
struct Tangle {
  /// All edges from one vertex to another: to part the two is to cut them all.
  struct Arc {
    let source: Int
    let target: Int
    var weight: Int
    /// The numbers of the edges in the whole graph.
    var edges: [Int]
  }

  /// Arcs without which the tangle has no cycle.
  struct Cut {
    let arcs: [Int]
    let isSmallest: Bool
  }

  let vertexCount: Int
  /// By source, then by target.
  let arcs: [Arc]
  let graph: DirectedGraph

  init(_ members: ArraySlice<Int>, of whole: DirectedGraph, weights: [Int]?) {
    let part = InducedSubgraph(of: whole, on: members)
    var arcs: [Arc] = []
    for (edge, ends) in zip(part.edges, part.graph.edges) where ends.source != ends.target {
      let weight = max(1, weights?[edge] ?? 1)
      if let last = arcs.last, last.source == ends.source, last.target == ends.target {
        arcs[arcs.count - 1].weight += weight
        arcs[arcs.count - 1].edges.append(edge)
      } else {
        arcs.append(
          Arc(source: ends.source, target: ends.target, weight: weight, edges: [edge]))
      }
    }
    vertexCount = members.count
    self.arcs = arcs
    graph = DirectedGraph(
      vertexCount: members.count,
      edges: arcs.map { DirectedGraph.Edge($0.source, $0.target) })
  }

  /// The arcs that lead back in an order of the vertices, ascending.
  func arcs(against order: [Int]) -> [Int] {
    var place = [Int](repeating: 0, count: vertexCount)
    for (position, vertex) in order.enumerated() { place[vertex] = position }
    return arcs.indices.filter { place[arcs[$0].source] > place[arcs[$0].target] }
  }
}
