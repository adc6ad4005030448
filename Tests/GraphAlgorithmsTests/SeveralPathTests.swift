import GraphAlgorithms
import TestSupport
import Testing

@Suite struct SeveralPathTests {
  @Test("all paths without a repeated vertex are found, the shortest first", arguments: 0..<300)
  func findsAll(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 7)
    let target = graph.vertexCount - 1
    guard target > 0 else { return }
    let simple = DirectedGraph(
      vertexCount: graph.vertexCount,
      edges: Set(graph.edges).sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    let expected = simple.plainPaths(from: 0)
      .map { [0] + $0.map { simple.edges[$0].target } }
      .filter { $0.last == target }
      .sorted { ($0.count, $0.description) < ($1.count, $1.description) }
    let all = SimplePaths(in: graph, from: 0, to: target, limit: 10_000)
    #expect(all.isComplete)
    #expect(all.paths == expected)
    let few = SimplePaths(in: graph, from: 0, to: target, limit: 2)
    #expect(few.paths == Array(expected.prefix(2)))
    #expect(few.isComplete == (expected.count <= 2))
  }

  @Test("where paths are more than the budget allows, it says so")
  func staysInBudget() {
    let squares = (0..<400).flatMap { index in
      let corner = 3 * index
      return [
        (corner, corner + 1), (corner, corner + 2), (corner + 1, corner + 3),
        (corner + 2, corner + 3),
      ]
    }
    let graph = DirectedGraph(1_201, squares)
    let paths = SimplePaths(in: graph, from: 0, to: 1_200, limit: 20, budget: 100_000)
    #expect(!paths.isComplete)
    #expect(!paths.paths.isEmpty)
    #expect(SimplePaths(in: graph, from: 0, to: 0).paths.isEmpty)
  }

  @Test("as many paths share no edge as edges must be cut to part the ends", arguments: 0..<200)
  func countsEdgeDisjoint(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = 2 + random.number(below: 4)
    let graph = DirectedGraph(
      vertexCount: count,
      edges: (0..<random.number(below: 11)).map { _ in
        DirectedGraph.Edge(random.number(below: count), random.number(below: count))
      })
    let choices = subsets(of: Array(graph.edges.indices))
    let least = choices.filter {
      !graph.without(edges: $0).plainReach(from: [0]).contains(count - 1)
    }.map(\.count).min()
    #expect(DisjointPaths(in: graph, from: 0, to: count - 1).edgeDisjoint == least)
  }

  @Test("as many paths share no vertex as vertices must fail to part the ends", arguments: 0..<200)
  func countsVertexDisjoint(seed: Int) {
    let whole = DirectedGraph.random(seed: seed, limit: 9)
    let target = whole.vertexCount - 1
    guard target > 0 else { return }
    let isStraight = whole.edges.contains(DirectedGraph.Edge(0, target))
    let graph = whole.without(
      edges: whole.edges.indices.filter { whole.edges[$0] == DirectedGraph.Edge(0, target) })
    let choices = subsets(of: Array(1..<target))
    let least =
      choices.filter { failed in
        let rest = failed.reduce(graph) { $0.isolating($1) }
        return !rest.plainReach(from: [0]).contains(target)
      }.map(\.count).min() ?? 0
    #expect(
      DisjointPaths(in: whole, from: 0, to: target).vertexDisjoint == least + (isStraight ? 1 : 0))
  }

  private func subsets(of numbers: [Int]) -> [[Int]] {
    (0..<(1 << numbers.count)).map { choice in
      numbers.indices.filter { choice >> $0 & 1 == 1 }.map { numbers[$0] }
    }
  }
}
