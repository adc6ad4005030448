import GraphAlgorithms
import Testing

@Suite struct DirectedGraphTests {
  @Test("rows come by the far vertex, then by the number of the edge", arguments: 0..<200)
  func sortsRows(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    for vertex in 0..<graph.vertexCount {
      let out = graph.edges.indices.filter { graph.edges[$0].source == vertex }
      let into = graph.edges.indices.filter { graph.edges[$0].target == vertex }
      #expect(
        Array(graph.edgesOut(of: vertex))
          == out.sorted { (graph.edges[$0].target, $0) < (graph.edges[$1].target, $1) })
      #expect(
        Array(graph.edgesIn(to: vertex))
          == into.sorted { (graph.edges[$0].source, $0) < (graph.edges[$1].source, $1) })
      #expect(Array(graph.successors(of: vertex)) == out.map { graph.edges[$0].target }.sorted())
      #expect(Array(graph.predecessors(of: vertex)) == into.map { graph.edges[$0].source }.sorted())
    }
  }

  @Test("an empty graph has no rows")
  func allowsNothing() {
    let graph = DirectedGraph(vertexCount: 0, edges: [])
    #expect(graph.edgeCount == 0)
    #expect(graph.reversed == graph)
  }

  @Test("an edge to a vertex that does not exist stops the program")
  func refusesStrangers() async {
    await #expect(processExitsWith: .failure) {
      _ = DirectedGraph(vertexCount: 1, edges: [DirectedGraph.Edge(0, 1)])
    }
  }
}
