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

  init(
    _ members: ArraySlice<Int>, _ component: Int, of whole: DirectedGraph,
    _ components: StronglyConnectedComponents, _ weights: [Int]?
  ) {
    var arcs: [Arc] = []
    for (number, vertex) in members.enumerated() {
      for edge in whole.edgesOut(of: vertex) {
        let target = whole.edges[edge].target
        guard target != vertex, components.componentOf[target] == component else { continue }
        let weight = max(1, weights?[edge] ?? 1)
        let local = Self.place(of: target, in: members)
        if let last = arcs.last, last.source == number, last.target == local {
          arcs[arcs.count - 1].weight = last.weight + weight
          arcs[arcs.count - 1].edges.append(edge)
        } else {
          arcs.append(Arc(source: number, target: local, weight: weight, edges: [edge]))
        }
      }
    }
    vertexCount = members.count
    self.arcs = arcs
    graph = DirectedGraph(
      vertexCount: members.count,
      edges: arcs.map { DirectedGraph.Edge($0.source, $0.target) })
  }

  /// Binary search, because members are ascending.
  private static func place(of vertex: Int, in members: ArraySlice<Int>) -> Int {
    var low = members.startIndex
    var high = members.endIndex
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < vertex { low = middle + 1 } else { high = middle }
    }
    return low - members.startIndex
  }

  /// The arcs that lead back in an order of the vertices, ascending.
  func arcs(against order: [Int]) -> [Int] {
    var place = [Int](repeating: 0, count: vertexCount)
    for (position, vertex) in order.enumerated() { place[vertex] = position }
    return arcs.indices.filter { place[arcs[$0].source] > place[arcs[$0].target] }
  }
}
