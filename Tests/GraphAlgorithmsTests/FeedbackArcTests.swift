import GraphAlgorithms
import TestSupport
import Testing

@Suite struct FeedbackArcTests {
  @Test("the edges to cut weigh as little as the best of all choices", arguments: 0..<300)
  func isSmallest(seed: Int) {
    let graph = DirectedGraph.small(seed: seed)
    let weights = graph.edges.indices.map { 1 + ($0 * 5 + seed) % 4 }
    let arcs = FeedbackArcs(of: graph, weights: weights)
    #expect(arcs.isSmallest)
    #expect(graph.without(edges: arcs.edges).isPlainlyAcyclic)
    #expect(arcs.edges.reduce(0) { $0 + weights[$1] } == graph.plainLeastCut(weights))
  }

  @Test(
    "the greedy answer breaks all cycles, spares what it can, and is right when it says so",
    arguments: 0..<300)
  func greedyIsSound(seed: Int) {
    let graph = DirectedGraph.small(seed: seed)
    let weights = graph.edges.indices.map { _ in 1 }
    let arcs = FeedbackArcs(of: graph, weights: weights, budget: 1)
    #expect(graph.without(edges: arcs.edges).isPlainlyAcyclic)
    let least = graph.plainLeastCut(weights)
    #expect(arcs.edges.count >= least)
    if arcs.isSmallest { #expect(arcs.edges.count == least) }
  }

  @Test("a hub with thirty mutual partners is solved and proved without trying all subsets")
  func provesHubs() {
    let pairs = (1...30).flatMap { [(0, $0), ($0, 0)] }
    let arcs = FeedbackArcs(of: DirectedGraph(31, pairs))
    #expect(arcs.edges.count == 30)
    #expect(arcs.isSmallest)
  }

  @Test("parallel edges are cut together or not at all")
  func keepsParallelEdgesTogether() {
    let graph = DirectedGraph(2, [(0, 1), (1, 0), (0, 1)])
    #expect(FeedbackArcs(of: graph).edges == [1])
    #expect(FeedbackArcs(of: graph, weights: [1, 9, 1]).edges == [0, 2])
  }

  @Test("a graph without cycles loses nothing, and neither does a loop")
  func sparesTheRest() {
    #expect(FeedbackArcs(of: .chain(10)).edges == [])
    #expect(FeedbackArcs(of: DirectedGraph(1, [(0, 0)])).edges == [])
    #expect(FeedbackArcs(of: DirectedGraph(0, [])).isSmallest)
  }

  @Test("a ring of 100,000 vertices loses one edge, proved")
  func goesDeep() {
    let arcs = FeedbackArcs(of: .ring(100_000))
    #expect(arcs.edges.count == 1)
    #expect(arcs.isSmallest)
  }
}

extension DirectedGraph {
  /// Up to six vertices and eleven edges, so that all choices can be tried; rich in cycles.
  fileprivate static func small(seed: Int) -> DirectedGraph {
    var random = SeededRandom(seed: seed)
    let count = 2 + random.number(below: 5)
    let edges = (0..<random.number(below: 12)).map { _ in
      Edge(random.number(below: count), random.number(below: count))
    }
    return DirectedGraph(vertexCount: count, edges: edges)
  }

  /// The least weight of all sets of edges without which there is no cycle.
  fileprivate func plainLeastCut(_ weights: [Int]) -> Int {
    var least = Int.max
    for choice in 0..<(1 << edges.count) {
      let cut = edges.indices.filter { choice >> $0 & 1 == 1 }
      let weight = cut.reduce(0) { $0 + weights[$1] }
      if weight < least, without(edges: cut).isPlainlyAcyclic { least = weight }
    }
    return least
  }
}
