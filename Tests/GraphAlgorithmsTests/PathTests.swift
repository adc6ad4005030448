import GraphAlgorithms
import TestSupport
import Testing

@Suite struct PathTests {
  @Test("paths from several sources lead along edges, and none is shorter", arguments: 0..<300)
  func findsShortest(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    var random = SeededRandom(seed: seed + 1_000)
    let sources = (0..<2).map { _ in random.number(below: graph.vertexCount) }
    let paths = ShortestPaths(in: graph, from: sources)
    #expect(Set(paths.reached) == graph.plainReach(from: sources))
    for target in 0..<graph.vertexCount {
      let plain = sources.flatMap { graph.plainPaths(from: $0) }.filter { edges in
        edges.last.map { graph.edges[$0].target == target } ?? sources.contains(target)
      }
      let path = paths.path(to: target)
      #expect(path?.edges.count == plain.map(\.count).min())
      #expect(paths.reaches(target) == (path != nil))
      guard let path else { continue }
      #expect(sources.contains(path.vertices[0]))
      #expect(path.vertices.last == target)
      #expect(graph.joins(path))
    }
  }

  @Test("the earlier source and the smaller vertices win a tie")
  func breaksTies() {
    let graph = DirectedGraph(6, [(0, 3), (0, 2), (1, 2), (2, 4), (3, 4), (2, 5)])
    #expect(ShortestPaths(in: graph, from: [1, 0]).path(to: 5)?.vertices == [1, 2, 5])
    #expect(ShortestPaths(in: graph, from: [0, 1]).path(to: 4)?.vertices == [0, 2, 4])
  }

  @Test("the count of a vertex is the number of others that it reaches", arguments: 0..<200)
  func countsReach(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: seed % 20 == 0 ? 150 : 9)
    let plain = (0..<graph.vertexCount).map { graph.plainReach(from: [$0]).count - 1 }
    #expect(Reachability(in: graph).counts == plain)
    #expect(Reachability(in: graph).sums == plain)
  }

  @Test("the sum of a vertex is what the others that it reaches weigh", arguments: 0..<200)
  func sumsReach(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: seed % 20 == 0 ? 150 : 9)
    let weights = (0..<graph.vertexCount).map { [0, 1, 4, 16][($0 * 7 + seed) % 4] }
    let plain = (0..<graph.vertexCount).map { vertex in
      graph.plainReach(from: [vertex]).filter { $0 != vertex }.reduce(0) { $0 + weights[$1] }
    }
    #expect(Reachability(in: graph, weights: weights).sums == plain)
  }

  @Test("reach is counted across blocks of columns")
  func countsInBlocks() {
    #expect(Reachability(in: .chain(2_500)).counts == (0..<2_500).map { 2_499 - $0 })
    #expect(Reachability(in: .ring(2_500)).counts == Array(repeating: 2_499, count: 2_500))
  }

  @Test("a cycle is a shortest one, and starts at its smallest vertex", arguments: 0..<300)
  func findsShortestCycle(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let plain = (0..<graph.vertexCount).flatMap { start in
      graph.plainPaths(from: start).compactMap { path -> Int? in
        guard let last = path.last else { return nil }
        let end = graph.edges[last].target
        return graph.edges.contains(DirectedGraph.Edge(end, start)) ? path.count + 1 : nil
      }
    }
    let cycle = ShortestCycle(in: graph)
    #expect(cycle?.path.edges.count == plain.min())
    guard let cycle else { return }
    #expect(cycle.isShortest)
    #expect(cycle.path.vertices.first == cycle.path.vertices.last)
    #expect(cycle.path.vertices.first == cycle.path.vertices.min())
    #expect(graph.joins(cycle.path))
  }

  @Test("without a budget the first cycle found is given, and it says so")
  func saysWhenShortened() {
    let graph = DirectedGraph(5, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3)])
    let cycle = ShortestCycle(in: graph, budget: 0)
    #expect(cycle?.path.vertices == [0, 1, 2, 0])
    #expect(cycle?.isShortest == false)
  }

  @Test("longest paths are exact where there is no cycle", arguments: 0..<300)
  func findsLongest(seed: Int) {
    let random = DirectedGraph.random(seed: seed)
    let graph = DirectedGraph(
      vertexCount: random.vertexCount, edges: random.edges.filter { $0.source < $0.target })
    let weights = graph.edges.indices.map { Double(1 + ($0 * 7 + seed) % 5) }
    let paths = LongestPaths(in: graph, from: 0..<graph.vertexCount) { $0 + weights[$1] }
    #expect(!paths.hasCycle)
    for start in 0..<graph.vertexCount {
      let plain = graph.plainPaths(from: start).map { $0.reduce(0) { $0 + weights[$1] } }
      #expect(paths.length(from: start) == plain.max())
      let path = paths.path(from: start)
      #expect(path.edges.reduce(0) { $0 + weights[$1] } == plain.max())
      #expect(graph.joins(path))
    }
  }

  @Test(
    "in a graph with cycles a longest path is a path, and no path is longer than it can be",
    arguments: 0..<300)
  func findsLongOnes(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let paths = LongestPaths(in: graph, from: 0..<graph.vertexCount)
    let hasLoop = graph.edges.contains { $0.source == $0.target }
    #expect(paths.hasCycle == (hasLoop || !graph.isPlainlyAcyclic))
    for start in 0..<graph.vertexCount {
      let path = paths.path(from: start)
      #expect(graph.joins(path))
      #expect(Set(path.vertices).count == path.vertices.count)
      #expect(Double(path.edges.count) == paths.length(from: start))
      #expect(path.edges.count <= graph.plainPaths(from: start).map(\.count).max() ?? 0)
    }
  }

  @Test("a product stops where no factor makes it larger")
  func multiplies() {
    let factors = [3.0, 1, 2, 1]
    let paths = LongestPaths(in: .chain(5), from: [0], empty: 1) { $0 * factors[$1] }
    #expect(paths.length(from: 0) == 6)
    #expect(paths.path(from: 0).edges == [0, 1, 2])
    #expect(paths.path(from: 0, limit: 1).edges == [0])
  }

  @Test("paths in a chain of 100,000 vertices do not overflow the stack")
  func goesDeep() {
    let chain = DirectedGraph.chain(100_000)
    #expect(LongestPaths(in: chain, from: [0]).length(from: 0) == 99_999)
    #expect(ShortestPaths(in: chain, from: [0]).path(to: 99_999)?.edges.count == 99_999)
    #expect(ShortestCycle(in: .ring(100_000))?.path.edges.count == 100_000)
  }
}

extension DirectedGraph {
  /// Whether each edge of a path leads from one of its vertices to the next.
  func joins(_ path: ShortestPaths.Path) -> Bool {
    path.edges.count + 1 == path.vertices.count
      && path.edges.enumerated().allSatisfy { place, edge in
        edges[edge] == Edge(path.vertices[place], path.vertices[place + 1])
      }
  }
}
