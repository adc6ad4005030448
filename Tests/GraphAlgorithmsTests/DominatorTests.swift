import GraphAlgorithms
import TestSupport
import Testing

@Suite struct DominatorTests {
  @Test("a vertex dominates what cannot be reached without it", arguments: 0..<400)
  func agreesWithRemoval(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 12)
    var random = SeededRandom(seed: seed + 5_000)
    let roots = (0...random.number(below: 3)).map { _ in random.number(below: graph.vertexCount) }
    let dominators = Dominators(in: graph, from: roots)
    let reached = graph.plainReach(from: roots)
    #expect(Set(dominators.reached) == reached)
    for vertex in 0..<graph.vertexCount {
      let expected = (0..<graph.vertexCount).filter { candidate in
        candidate != vertex && reached.contains(vertex)
          && !graph.isolating(candidate).plainReach(from: roots.filter { $0 != candidate })
            .contains(vertex)
      }
      #expect(dominators.dominators(of: vertex).sorted() == expected)
      #expect(dominators.immediateDominator(of: vertex) == dominators.dominators(of: vertex).first)
    }
  }

  @Test("every vertex comes after its immediate dominator", arguments: 0..<100)
  func listsFromAbove(seed: Int) {
    let graph = DirectedGraph.random(seed: seed, limit: 30)
    let dominators = Dominators(in: graph, from: [0])
    var seen: Set<Int> = []
    for vertex in dominators.reached {
      if let above = dominators.immediateDominator(of: vertex) { #expect(seen.contains(above)) }
      seen.insert(vertex)
    }
  }

  @Test("a chain of 100,000 vertices does not overflow the stack")
  func goesDeep() {
    let dominators = Dominators(in: .chain(100_000), from: [0])
    #expect(dominators.immediateDominator(of: 99_999) == 99_998)
    #expect(dominators.dominators(of: 99_999).count == 99_999)
  }

  @Test("without roots nothing is reached")
  func allowsNothing() {
    let dominators = Dominators(in: .chain(3), from: [])
    #expect(dominators.reached == [])
    #expect(dominators.immediateDominator(of: 1) == nil)
  }
}
