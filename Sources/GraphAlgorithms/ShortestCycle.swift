/// A cycle of the fewest edges; it is found by a breadth-first search from each vertex that stops
/// where nothing shorter can follow.
package struct ShortestCycle: Sendable {
  /// Starts at the smallest vertex of the cycle and ends there again.
  package let path: ShortestPaths.Path
  /// False when the budget ran out before every vertex was tried.
  package let isShortest: Bool

  /// Fails for a graph without a cycle of two vertices or more.
  ///
  /// - Parameters:
  ///   - graph: the graph; best a single strongly connected component.
  ///   - budget: how many edges to look at before the best cycle so far is good enough.
  /// - Complexity: O(n·m) at worst, O(budget + m) at most.
  package init?(in graph: DirectedGraph, budget: Int = 4_000_000) {
    var search = CycleSearch(graph)
    var best: ShortestPaths.Path?
    var isShortest = true
    for start in 0..<graph.vertexCount {
      let limit = best.map { $0.edges.count - 1 } ?? Int.max
      if limit < 2 { break }
      if best != nil, search.steps > budget {
        isShortest = false
        break
      }
      if let shorter = search.cycle(through: start, notLongerThan: limit) { best = shorter }
    }
    guard let best else { return nil }
    path = best.turned()
    self.isShortest = isShortest
  }
}

extension ShortestPaths.Path {
  /// The same cycle from its smallest vertex on.
  fileprivate func turned() -> Self {
    let ring = vertices.dropLast()
    guard let first = ring.indices.min(by: { ring[$0] < ring[$1] }) else { return self }
    let vertices = Array(ring[first...] + ring[..<first])
    return Self(
      vertices: vertices + vertices.prefix(1), edges: Array(edges[first...] + edges[..<first]))
  }
}

/// The arrays that the searches from different vertices share.
private struct CycleSearch {
  private let graph: DirectedGraph
  private var edgeTo: [Int]
  private var depth: [Int]
  private(set) var steps = 0

  init(_ graph: DirectedGraph) {
    self.graph = graph
    edgeTo = Array(repeating: -1, count: graph.vertexCount)
    depth = Array(repeating: 0, count: graph.vertexCount)
  }

  mutating func cycle(through start: Int, notLongerThan limit: Int) -> ShortestPaths.Path? {
    let rows = graph.outgoing
    var queue = [start]
    var head = 0
    defer { for vertex in queue { edgeTo[vertex] = -1 } }
    depth[start] = 0
    while head < queue.count, depth[queue[head]] < limit {
      let vertex = queue[head]
      head += 1
      for place in rows.row(of: vertex) {
        steps += 1
        let target = rows.vertices[place]
        if target == start, vertex != start { return path(closedBy: rows.edges[place]) }
        guard target != start, edgeTo[target] < 0 else { continue }
        edgeTo[target] = rows.edges[place]
        depth[target] = depth[vertex] + 1
        queue.append(target)
      }
    }
    return nil
  }

  private func path(closedBy last: Int) -> ShortestPaths.Path {
    var edges = [last]
    var vertices = [graph.edges[last].target, graph.edges[last].source]
    while let vertex = vertices.last, vertex != vertices[0] {
      edges.append(edgeTo[vertex])
      vertices.append(graph.edges[edgeTo[vertex]].source)
    }
    return ShortestPaths.Path(vertices: vertices.reversed(), edges: edges.reversed())
  }
}
