import GraphAlgorithms
import Testing

@Suite struct PartitionedOrderTests {
  @Test("edges lead forward but for those inside the blocks", arguments: 0..<300)
  func leadsForward(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let order = PartitionedOrder(of: graph)
    #expect(order.vertices.sorted() == Array(0..<graph.vertexCount))
    let place = graph.places(in: order.vertices)
    for edge in graph.edges where place[edge.source] > place[edge.target] {
      #expect(
        order.blocks.contains {
          $0.contains(place[edge.source]) && $0.contains(place[edge.target])
        })
    }
  }

  @Test("the blocks are the vertices that reach each other", arguments: 0..<300)
  func blocksAreComponents(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let order = PartitionedOrder(of: graph)
    let components = StronglyConnectedComponents(of: graph)
    let expected = Set(components.circular.map { Array(components[$0]) })
    #expect(Set(order.blocks.map { order.vertices[$0].sorted() }) == expected)
  }

  @Test("as few pairs lead back as the best of all orders has", arguments: 0..<100)
  func isBest(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 6)
    let order = PartitionedOrder(of: graph)
    #expect(order.isBest)
    let least = permutations(of: Array(0..<graph.vertexCount)).map(graph.edgesBack).min()
    #expect(graph.edgesBack(in: order.vertices) == least)
  }

  @Test("a graph without vertices has an empty order")
  func allowsNothing() {
    #expect(PartitionedOrder(of: DirectedGraph(0, [])).vertices == [])
    #expect(PartitionedOrder(of: DirectedGraph(1, [(0, 0)])).blocks == [])
  }

  private func permutations(of vertices: [Int]) -> [[Int]] {
    guard vertices.count > 1 else { return [vertices] }
    return vertices.flatMap { first in
      permutations(of: vertices.filter { $0 != first }).map { [first] + $0 }
    }
  }
}

extension DirectedGraph {
  fileprivate func places(in order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: vertexCount)
    for (place, vertex) in order.enumerated() { places[vertex] = place }
    return places
  }

  fileprivate func edgesBack(in order: [Int]) -> Int {
    let place = places(in: order)
    return edges.count { place[$0.source] > place[$0.target] }
  }
}
