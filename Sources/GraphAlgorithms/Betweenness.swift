/// How many shortest paths between other vertices pass each vertex, shared paths in fractions.
///
/// Ulrik Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology
/// 25, 2001; beyond the budget from pivots as in Brandes, Pich, *Centrality estimation in large
/// networks*, 2007, here spread evenly. Of parallel edges one counts.
package struct Betweenness: Sendable {
  /// By vertex; scaled up when not every vertex was a pivot.
  package let values: [Double]
  /// From how many vertices shortest paths were followed.
  package let pivotCount: Int
  package var isExact: Bool { pivotCount == values.count }

  /// - Parameters:
  ///   - graph: the graph.
  ///   - budget: about how many edges to walk before those pivots must do that are done.
  /// - Complexity: O(n·m), O(budget + n + m) at most.
  package init(of graph: DirectedGraph, budget: Int) {
    let count = graph.vertexCount
    let stride = Self.stride(through: count)
    var search = BetweennessSearch(graph)
    var pivots = 0
    while pivots < count, pivots == 0 || search.steps < budget {
      search.addPaths(from: pivots * stride % count)
      pivots += 1
    }
    pivotCount = pivots
    let scale = Double(count) / Double(max(1, pivots))
    values = pivots == count ? search.values : search.values.map { $0 * scale }
  }

  /// A step that meets every vertex once, and that spreads its first few over all: about the golden
  /// section of their number, and without a common divisor.
  private static func stride(through count: Int) -> Int {
    var stride = max(1, Int(Double(count) * 0.618))
    while Self.greatestCommonDivisor(stride, count) > 1 { stride -= 1 }
    return stride
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (larger, smaller) = (one, other)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

private struct BetweennessSearch {
  /// Beyond this many shortest paths the shares are rough, but they stay numbers.
  ///
  /// A thousand squares in a row have more shortest paths than a Double can count.
  private static let mostPaths = 1e300

  private(set) var values: [Double]
  private(set) var steps = 0
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
      steps += 1 + rows.row(of: vertex).count
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
