import GraphAlgorithms
import Testing

@Suite struct BetweennessTests {
  @Test("each vertex has the share of shortest paths that pass it", arguments: 0..<200)
  func agreesWithCounting(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let betweenness = Betweenness(of: graph, budget: .max)
    #expect(betweenness.isExact)
    let expected = graph.plainBetweenness()
    for vertex in 0..<graph.vertexCount {
      #expect(abs(betweenness.values[vertex] - expected[vertex]) < 1e-9)
    }
  }

  @Test("the middle of a star lies between all others")
  func findsTheHub() {
    let spokes = (1...5).flatMap { [(0, $0), ($0, 0)] }
    let betweenness = Betweenness(of: DirectedGraph(6, spokes), budget: .max)
    #expect(betweenness.values == [20, 0, 0, 0, 0, 0])
  }

  @Test("beyond the budget some pivots stand for all, and it says so")
  func samples() {
    let ring = Betweenness(of: .ring(1_000), budget: 100_000)
    #expect(!ring.isExact)
    #expect(ring.pivotCount == 50)
    // From each start all others are passed but the last: 998 ways of 1,000 starts.
    let mean = ring.values.reduce(0, +) / 1_000
    #expect(abs(mean - 998 * 999 / 2) < 1_000)
  }

  @Test("more shortest paths than a number can count give numbers all the same")
  func staysFinite() {
    let squares = (0..<1_500).flatMap { index in
      let corner = 3 * index
      return [
        (corner, corner + 1), (corner, corner + 2), (corner + 1, corner + 3),
        (corner + 2, corner + 3),
      ]
    }
    let betweenness = Betweenness(of: DirectedGraph(4_501, squares), budget: 100_000)
    #expect(betweenness.values.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test("a graph without vertices or edges has nothing between")
  func allowsNothing() {
    #expect(Betweenness(of: DirectedGraph(0, []), budget: 10).isExact)
    #expect(Betweenness(of: DirectedGraph(3, []), budget: 10).values == [0, 0, 0])
  }
}

extension DirectedGraph {
  /// By counting all shortest paths between all pairs.
  fileprivate func plainBetweenness() -> [Double] {
    let simple = DirectedGraph(
      vertexCount: vertexCount,
      edges: Set(edges).sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    var values = [Double](repeating: 0, count: vertexCount)
    for source in 0..<vertexCount {
      let paths = simple.plainPaths(from: source).dropFirst()
      let byTarget = Dictionary(grouping: paths) { simple.edges[$0[$0.count - 1]].target }
      for paths in byTarget.values {
        let length = paths.map(\.count).min() ?? 0
        let shortest = paths.filter { $0.count == length }
        for path in shortest {
          for edge in path.dropLast() {
            values[simple.edges[edge].target] += 1 / Double(shortest.count)
          }
        }
      }
    }
    return values
  }
}
