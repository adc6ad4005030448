import GraphAlgorithms
import Testing

@Suite struct ComponentTests {
  @Test("two vertices are in one component when each reaches the other", arguments: 0..<300)
  func agreesWithReach(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let components = StronglyConnectedComponents(of: graph)
    let reach = (0..<graph.vertexCount).map { graph.plainReach(from: [$0]) }
    for one in 0..<graph.vertexCount {
      for other in 0..<graph.vertexCount {
        let together = reach[one].contains(other) && reach[other].contains(one)
        #expect((components.componentOf[one] == components.componentOf[other]) == together)
      }
    }
    let listed = (0..<components.count).map { Array(components[$0]) }
    #expect(listed.flatMap(\.self).sorted() == Array(0..<graph.vertexCount))
    #expect(listed.allSatisfy { $0 == $0.sorted() })
    #expect(listed.compactMap(\.first) == listed.compactMap(\.first).sorted())
    #expect(components.circular == listed.indices.filter { listed[$0].count > 1 })
  }

  @Test("the condensation has no cycle and keeps the edges between components", arguments: 0..<200)
  func condenses(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let condensation = Condensation(of: graph)
    #expect(TopologicalOrder(of: condensation.graph) != nil)
    let componentOf = condensation.components.componentOf
    for (edge, original) in zip(condensation.graph.edges, condensation.originalEdges) {
      #expect(edge.source == componentOf[graph.edges[original].source])
      #expect(edge.target == componentOf[graph.edges[original].target])
    }
    let between = graph.edges.filter { componentOf[$0.source] != componentOf[$0.target] }
    #expect(condensation.graph.edgeCount == between.count)
  }

  @Test(
    "a topological order leads forward, always with the smallest vertex that may follow",
    arguments: 0..<300)
  func orders(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let order = TopologicalOrder(of: graph)?.vertices
    let hasLoop = graph.edges.contains { $0.source == $0.target }
    #expect((order == nil) == (hasLoop || !graph.isPlainlyAcyclic))
    guard let order else { return }
    var placed: Set<Int> = []
    for vertex in order {
      let ready = (0..<graph.vertexCount).filter { candidate in
        !placed.contains(candidate)
          && graph.predecessors(of: candidate).allSatisfy { placed.contains($0) }
      }
      #expect(vertex == ready.min())
      placed.insert(vertex)
    }
    #expect(placed.count == graph.vertexCount)
  }

  @Test("a chain and a ring of 100,000 vertices do not overflow the stack")
  func goesDeep() {
    let chain = DirectedGraph.chain(100_000)
    #expect(StronglyConnectedComponents(of: chain).count == 100_000)
    #expect(StronglyConnectedComponents(of: .ring(100_000)).count == 1)
    #expect(TopologicalOrder(of: chain)?.vertices == Array(0..<100_000))
    #expect(TopologicalOrder(of: .ring(100_000)) == nil)
  }

  @Test("a graph without vertices has no components")
  func allowsNothing() {
    let empty = DirectedGraph(0, [])
    #expect(StronglyConnectedComponents(of: empty).count == 0)
    #expect(TopologicalOrder(of: empty)?.vertices == [])
    #expect(Reachability(in: empty).counts == [])
  }
}
