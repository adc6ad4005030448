import GraphAlgorithms
import TestSupport
import Testing

@Suite struct CommunityTests {
  @Test("the modularity is what the formula over all pairs says", arguments: 0..<200)
  func agreesWithTheFormula(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let weights = graph.edges.indices.map { 1 + ($0 * 7 + seed) % 3 }
    let groups = Communities(of: graph, weights: weights)
    let expected = graph.plainModularity(groups.groupOf, weights)
    #expect(abs(groups.modularity - expected) < 1e-9)
    #expect(
      abs(Communities.modularity(of: groups.groupOf, in: graph, weights: weights) - expected) < 1e-9
    )
  }

  @Test(
    "every group hangs together, and groups are numbered by their first vertices",
    arguments: 0..<300)
  func groupsAreConnected(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 30)
    let groups = Communities(of: graph)
    #expect(groups.isSettled)
    var firsts: [Int] = []
    for group in 0..<groups.count {
      let members = (0..<graph.vertexCount).filter { groups.groupOf[$0] == group }
      let inside = DirectedGraph(
        vertexCount: graph.vertexCount,
        edges: graph.edges.filter {
          groups.groupOf[$0.source] == group && groups.groupOf[$0.target] == group
        })
      #expect(inside.undirected.plainReach(from: [members[0]]) == Set(members))
      firsts.append(members[0])
    }
    #expect(firsts == firsts.sorted())
  }

  @Test("no vertex would be better off in another group", arguments: 0..<200)
  func isLocallyBest(seed: Int) {
    let graph = DirectedGraph.random(seed: seed)
    let groups = Communities(of: graph)
    for vertex in 0..<graph.vertexCount {
      for group in 0..<groups.count {
        var moved = groups.groupOf
        moved[vertex] = group
        #expect(Communities.modularity(of: moved, in: graph) < groups.modularity + 1e-9)
      }
    }
  }

  @Test("the answer is near the best of all partitions of small graphs")
  func isNearlyBest() {
    var sum = 0.0
    var best = 0.0
    for seed in 0..<60 {
      let graph = DirectedGraph.random(seed: seed, limit: 6)
      let groups = Communities(of: graph)
      let most = graph.plainBestModularity
      #expect(groups.modularity < most + 1e-9)
      sum += groups.modularity
      best += most
    }
    #expect(sum > 0.97 * best)
  }

  @Test("thirty rings of five in a circle are found, each as a group")
  func findsRings() {
    var edges: [(Int, Int)] = []
    for ring in 0..<30 {
      let first = ring * 5
      for place in 0..<5 {
        edges.append((first + place, first + (place + 1) % 5))
        edges.append((first + place, first + (place + 2) % 5))
      }
      edges.append((first, (first + 5) % 150))
    }
    let groups = Communities(of: DirectedGraph(150, edges))
    for ring in 0..<30 {
      #expect(Set((0..<5).map { groups.groupOf[ring * 5 + $0] }).count == 1)
    }
    #expect(groups.modularity > 0.85)
  }

  @Test("the order and direction of the edges do not matter", arguments: 0..<100)
  func ignoresOrder(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 20)
    var random = SeededRandom(seed: seed)
    let other = DirectedGraph(
      vertexCount: graph.vertexCount, edges: graph.reversed.edges.shuffled(using: &random))
    #expect(Communities(of: graph).groupOf == Communities(of: other).groupOf)
  }

  @Test("without edges everything stays alone; beyond the budget it says so")
  func allowsNothing() {
    #expect(Communities(of: DirectedGraph(3, [])).groupOf == [0, 1, 2])
    #expect(Communities(of: DirectedGraph(0, [])).count == 0)
    #expect(Communities(of: DirectedGraph(2, [(0, 0)])).modularity == 0)
    #expect(!Communities(of: .ring(1_000), budget: 100).isSettled)
  }
}

extension DirectedGraph {
  /// Σ over all ordered pairs in one group of A/2m − k·k/(2m)²; loops are left out.
  fileprivate func plainModularity(_ groupOf: [Int], _ weights: [Int]) -> Double {
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: vertexCount), count: vertexCount)
    for (edge, weight) in zip(edges, weights) where edge.source != edge.target {
      matrix[edge.source][edge.target] += Double(weight)
      matrix[edge.target][edge.source] += Double(weight)
    }
    let strength = matrix.map { $0.reduce(0, +) }
    let total = strength.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for one in 0..<vertexCount {
      for other in 0..<vertexCount where groupOf[one] == groupOf[other] {
        sum += matrix[one][other] / total - strength[one] * strength[other] / (total * total)
      }
    }
    return sum
  }

  fileprivate var plainBestModularity: Double {
    let ones = edges.map { _ in 1 }
    var best = -1.0
    func assign(_ groups: [Int], _ used: Int) {
      guard groups.count < vertexCount else {
        best = max(best, plainModularity(groups, ones))
        return
      }
      for group in 0...used { assign(groups + [group], max(used, group + 1)) }
    }
    assign([], 0)
    return best
  }
}
