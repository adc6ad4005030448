/// An undirected graph with whole weights, in compressed rows; what was joined into a vertex counts
/// to its strength.
struct WeightedNetwork {
  /// The row of `v` is `starts[v]..<starts[v + 1]` in `neighbours` and `weights`.
  let starts: [Int]
  let neighbours: [Int]
  let weights: [Int]
  /// By vertex, the weight of all edges at it; those inside it count twice.
  let strengths: [Int]
  /// Of all vertices: twice the weight of all edges.
  let total: Int

  var vertexCount: Int { strengths.count }

  /// Parallel edges and those there and back are added up; edges from a vertex to itself are left
  /// out.
  ///
  /// - Complexity: O(m log m).
  init(of graph: DirectedGraph, weights: [Int]?) {
    var arcs: [Arc] = []
    arcs.reserveCapacity(graph.edgeCount * 2)
    for (edge, ends) in graph.edges.enumerated() where ends.source != ends.target {
      let weight = max(1, weights?[edge] ?? 1)
      arcs.append(Arc(near: ends.source, far: ends.target, weight: weight))
      arcs.append(Arc(near: ends.target, far: ends.source, weight: weight))
    }
    var strengths = [Int](repeating: 0, count: graph.vertexCount)
    for arc in arcs { strengths[arc.near] += arc.weight }
    self.init(arcs, strengths: strengths)
  }

  private init(_ arcs: [Arc], strengths: [Int]) {
    let sorted = arcs.sorted { ($0.near, $0.far) < ($1.near, $1.far) }
    var starts = [Int](repeating: 0, count: strengths.count + 1)
    var neighbours: [Int] = []
    var weights: [Int] = []
    var previous = (near: -1, far: -1)
    for arc in sorted {
      if previous == (arc.near, arc.far) {
        weights[weights.count - 1] += arc.weight
      } else {
        neighbours.append(arc.far)
        weights.append(arc.weight)
        starts[arc.near + 1] += 1
        previous = (arc.near, arc.far)
      }
    }
    for vertex in strengths.indices { starts[vertex + 1] += starts[vertex] }
    self.starts = starts
    self.neighbours = neighbours
    self.weights = weights
    self.strengths = strengths
    total = strengths.reduce(0, +)
  }

  private struct Arc {
    let near: Int
    let far: Int
    let weight: Int
  }

  func row(of vertex: Int) -> Range<Int> { starts[vertex]..<starts[vertex + 1] }

  /// The network in which the vertices of each group are one; groups are numbered from 0.
  func joined(by groupOf: [Int], count: Int) -> WeightedNetwork {
    var strengths = [Int](repeating: 0, count: count)
    var arcs: [Arc] = []
    for vertex in 0..<vertexCount {
      strengths[groupOf[vertex]] += self.strengths[vertex]
      for place in row(of: vertex) where groupOf[neighbours[place]] != groupOf[vertex] {
        arcs.append(
          Arc(near: groupOf[vertex], far: groupOf[neighbours[place]], weight: weights[place]))
      }
    }
    return WeightedNetwork(arcs, strengths: strengths)
  }

  /// The connected pieces of groups, numbered by their smallest vertices.
  func pieces(of groupOf: [Int]) -> (pieceOf: [Int], count: Int) {
    var pieceOf = [Int](repeating: -1, count: vertexCount)
    var count = 0
    for start in 0..<vertexCount where pieceOf[start] < 0 {
      pieceOf[start] = count
      var queue = [start]
      while let vertex = queue.popLast() {
        for place in row(of: vertex) {
          let other = neighbours[place]
          guard pieceOf[other] < 0, groupOf[other] == groupOf[start] else { continue }
          pieceOf[other] = count
          queue.append(other)
        }
      }
      count += 1
    }
    return (pieceOf, count)
  }
}
