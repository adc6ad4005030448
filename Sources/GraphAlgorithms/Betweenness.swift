/// How many shortest paths between other vertices pass each vertex, shared paths in fractions.
///
/// Ulrik Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology
/// 25, 2001; beyond the budget from pivots as in Brandes, Pich, *Centrality estimation in large
/// networks*, 2007, here at even distances. Of parallel edges one counts.
package struct Betweenness: Sendable {
  /// By vertex; scaled up when not every vertex was a pivot.
  package let values: [Double]
  /// From how many vertices shortest paths were followed.
  package let pivotCount: Int
  package var isExact: Bool { pivotCount == values.count }

  /// - Parameters:
  ///   - graph: the graph.
  ///   - budget: the most edges to walk; with all vertices as pivots it would be n·m.
  /// - Complexity: O(n·m), O(budget + m) at most.
  package init(of graph: DirectedGraph, budget: Int) {
    let count = graph.vertexCount
    let cost = max(1, graph.edgeCount + count)
    let pivots = max(min(count, budget / cost), min(count, 1))
    var search = BetweennessSearch(graph)
    for pivot in 0..<pivots { search.addPaths(from: pivot * count / pivots) }
    pivotCount = pivots
    let scale = pivots == 0 ? 1 : Double(count) / Double(pivots)
    values = pivots == count ? search.values : search.values.map { $0 * scale }
  }
}

private struct BetweennessSearch {
  /// Beyond this many shortest paths the shares are rough, but they stay numbers.
  ///
  /// A thousand squares in a row have more shortest paths than a Double can count.
  private static let mostPaths = 1e300

  private(set) var values: [Double]
  private let rows: AdjacencyRows
  private var distance: [Int]
  private var pathCount: [Double]
  private var share: [Double]

  init(_ graph: DirectedGraph) {
    rows = graph.outgoing
    values = Array(repeating: 0, count: graph.vertexCount)
    distance = Array(repeating: -1, count: graph.vertexCount)
    pathCount = values
    share = values
  }

  mutating func addPaths(from source: Int) {
    var order = [source]
    distance[source] = 0
    pathCount[source] = 1
    var head = 0
    while head < order.count {
      let vertex = order[head]
      head += 1
      var previous = -1
      for place in rows.row(of: vertex) where rows.vertices[place] != previous {
        let target = rows.vertices[place]
        previous = target
        if distance[target] < 0 {
          distance[target] = distance[vertex] + 1
          order.append(target)
        }
        if distance[target] == distance[vertex] + 1 {
          pathCount[target] = min(pathCount[target] + pathCount[vertex], Self.mostPaths)
        }
      }
    }
    for vertex in order.reversed() {
      var previous = -1
      for place in rows.row(of: vertex) where rows.vertices[place] != previous {
        let target = rows.vertices[place]
        previous = target
        guard distance[target] == distance[vertex] + 1 else { continue }
        share[vertex] += pathCount[vertex] / pathCount[target] * (1 + share[target])
      }
      share[vertex] = min(share[vertex], Double(values.count))
      if vertex != source { values[vertex] += share[vertex] }
    }
    for vertex in order {
      distance[vertex] = -1
      pathCount[vertex] = 0
      share[vertex] = 0
    }
  }
}
