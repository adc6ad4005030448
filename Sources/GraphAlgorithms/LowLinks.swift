/// A depth-first search of the undirected view of a graph that notes how far back each vertex and
/// what hangs below it can reach without the edge that it was found by.
///
/// John Hopcroft, Robert Tarjan, *Efficient algorithms for graph manipulation*, Communications of the
/// ACM 16, 1973, without recursion. Edges from a vertex to itself are passed over.
struct LowLinks {
  /// By vertex: when it was found, and the earliest vertex in reach.
  private(set) var order: [Int]
  private(set) var low: [Int]
  /// By vertex: the edge that it was found by, and the vertex at its other end; -1 for a start.
  private(set) var edgeTo: [Int]
  private(set) var parent: [Int]

  /// - Complexity: O(n + m).
  init(of graph: DirectedGraph) {
    let count = graph.vertexCount
    order = Array(repeating: -1, count: count)
    low = Array(repeating: 0, count: count)
    edgeTo = Array(repeating: -1, count: count)
    parent = Array(repeating: -1, count: count)
    let outgoing = graph.outgoing
    let incoming = graph.incoming
    var next = [Int](repeating: 0, count: count)
    var visited = 0
    var path: [Int] = []

    for start in 0..<count where order[start] < 0 {
      path.append(start)
      while let vertex = path.last {
        if order[vertex] < 0 {
          order[vertex] = visited
          low[vertex] = visited
          visited += 1
        }
        let ahead = outgoing.row(of: vertex)
        let behind = incoming.row(of: vertex)
        var child: Int?
        while child == nil, next[vertex] < ahead.count + behind.count {
          let step = next[vertex]
          next[vertex] += 1
          let isAhead = step < ahead.count
          let place = isAhead ? ahead.lowerBound + step : behind.lowerBound + step - ahead.count
          let edge = isAhead ? outgoing.edges[place] : incoming.edges[place]
          let other = isAhead ? outgoing.vertices[place] : incoming.vertices[place]
          guard edge != edgeTo[vertex] else { continue }
          if order[other] < 0 {
            edgeTo[other] = edge
            parent[other] = vertex
            child = other
          } else {
            low[vertex] = min(low[vertex], order[other])
          }
        }
        if let child {
          path.append(child)
          continue
        }
        path.removeLast()
        if let above = path.last { low[above] = min(low[above], low[vertex]) }
      }
    }
  }

  /// By vertex: how many vertices hang below it, itself counted, and how many its part has.
  ///
  /// - Complexity: O(n).
  var sizes: (below: [Int], part: [Int]) {
    var sequence = [Int](repeating: 0, count: order.count)
    for vertex in order.indices { sequence[order[vertex]] = vertex }
    var below = [Int](repeating: 1, count: order.count)
    for vertex in sequence.reversed() where parent[vertex] >= 0 {
      below[parent[vertex]] += below[vertex]
    }
    var part = below
    for vertex in sequence where parent[vertex] >= 0 { part[vertex] = part[parent[vertex]] }
    return (below, part)
  }
}
