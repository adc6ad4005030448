import GraphAlgorithms
import Testing

@Suite struct CutTests {
  @Test("a cut vertex leaves more parts behind when it goes", arguments: 0..<300)
  func findsCutVertices(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 12)
    let expected = (0..<graph.vertexCount).filter { vertex in
      // The vertex itself stays behind as a part of its own, unless it was one before.
      let isAlone = graph.edges.allSatisfy {
        $0.source == $0.target || ($0.source != vertex && $0.target != vertex)
      }
      return graph.isolating(vertex).partCount > graph.partCount + (isAlone ? 0 : 1)
    }
    #expect(CutVertices(of: graph).vertices == expected)
  }

  @Test("a bridge leaves more parts behind when it goes", arguments: 0..<300)
  func findsBridges(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 12)
    let expected = graph.edges.indices.filter {
      graph.without(edges: [$0]).partCount > graph.partCount
    }
    #expect(Bridges(of: graph).edges == expected)
  }

  @Test(
    "the pieces that a cut vertex leaves have the sizes that removing it shows", arguments: 0..<300)
  func countsPieces(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 12)
    let cuts = CutVertices(of: graph)
    for (vertex, pieces) in zip(cuts.vertices, cuts.pieces) {
      let part = graph.undirected.plainReach(from: [vertex]).subtracting([vertex])
      let rest = graph.isolating(vertex).undirected
      let expected = Set(part.map { rest.plainReach(from: [$0]) }).map(\.count).sorted(by: >)
      #expect(pieces == expected)
    }
  }

  @Test("the smaller side of a bridge is what removing it shows", arguments: 0..<300)
  func countsSides(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 12)
    let bridges = Bridges(of: graph)
    for (edge, side) in zip(bridges.edges, bridges.smallerSides) {
      let rest = graph.without(edges: [edge]).undirected
      let ends = [graph.edges[edge].source, graph.edges[edge].target]
      #expect(side == ends.map { rest.plainReach(from: [$0]).count }.min())
    }
  }

  @Test("the middle of a path of three cuts it, and an edge round it helps")
  func findsTheMiddle() {
    let path = DirectedGraph.chain(3)
    #expect(CutVertices(of: path).vertices == [1])
    #expect(Bridges(of: path).edges == [0, 1])
    let round = DirectedGraph(3, [(0, 1), (1, 2), (0, 2)])
    #expect(CutVertices(of: round).vertices == [])
    #expect(Bridges(of: round).edges == [])
  }

  @Test("a chain of 100,000 vertices does not overflow the stack")
  func goesDeep() {
    #expect(CutVertices(of: .chain(100_000)).vertices.count == 99_998)
    #expect(Bridges(of: .chain(100_000)).edges.count == 99_999)
  }
}
