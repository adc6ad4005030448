import SolutionGraph
import SolutionModel
import Testing

@Suite struct CycleTests {
  @Test("a circle has its members, its links, a way round and the link to cut")
  func findsTheCircle() throws {
    var sketch = Sketch()
    sketch.link("ordering > pricing", id: "1")
    sketch.link("pricing > stock", id: "2")
    sketch.link("stock > ordering", id: "3")
    sketch.link("stock > pricing", id: "4")
    sketch.link("shop > ordering", id: "5")
    let cycle = try #require(sketch.graph.dependencyCycles().first)
    #expect(cycle.members.words == "ordering pricing stock")
    #expect(cycle.links.words == "1 2 3 4")
    #expect(cycle.example.words == "pricing stock pricing")
    #expect(cycle.example.links.words == "2 4")
    #expect(cycle.isWhollySynchronous)
    #expect(cycle.linksToCut.words == "2")
    #expect(cycle.isCutSmallest)
  }

  @Test("members, links and cuts are those that reach and trials give", arguments: 0..<200)
  func agreesWithTrials(seed: Int) {
    let graph = Sketch.random(seed: seed).graph
    let solution = graph.solution
    let dependencies = graph.dependencies().filter { graph.traits[$0.link].isStructural }
    let cycles = graph.dependencyCycles()
    let groups = Reach(dependencies).groups(count: solution.elements.count)
    #expect(cycles.map(\.members) == groups.map { $0.map(graph.elementID) })
    for (cycle, group) in zip(cycles, groups) {
      let inside = dependencies.filter {
        group.contains($0.dependent) && group.contains($0.dependency)
      }
      let links = Set(inside.map(\.link)).sorted()
      #expect(cycle.links == links.map(graph.linkID))
      #expect(cycle.example.elements.first == cycle.example.elements.last)
      #expect(cycle.example.elements.count > 2)
      #expect(Set(cycle.example.elements).isSubset(of: cycle.members))
      let waiting = inside.filter { graph.traits[$0.link].isFunctionallySynchronous }
      let isWaiting = Reach(waiting).groups(count: solution.elements.count) == [group]
      #expect(cycle.isWhollySynchronous == isWaiting)
      let cut = Set(cycle.linksToCut.compactMap { solution.index(of: $0) })
      #expect(Reach(inside.filter { !cut.contains($0.link) }).isAcyclic)
      if cycle.isCutSmallest {
        let isSmaller = subsets(of: links).contains { choice in
          choice.count < cut.count && Reach(inside.filter { !choice.contains($0.link) }).isAcyclic
        }
        #expect(!isSmaller)
      }
    }
  }

  private func subsets(of links: [Int]) -> [Set<Int>] {
    (0..<(1 << links.count)).map { choice in
      Set(links.indices.filter { choice >> $0 & 1 == 1 }.map { links[$0] })
    }
  }

  @Test("nothing goes round through a gateway, a channel, a screen or a sign-on")
  func knowsWhatIsNone() {
    var sketch = Sketch()
    sketch.link("shop > gateway > ordering", id: "1")
    sketch.link("ordering > gateway > billing", id: "2")
    sketch.link("ordering > c:events", via: "topic", id: "3")
    sketch.link("c:events > shop", via: "topic", id: "4")
    sketch.link("ordering > portal", via: "ui-deep-link", id: "5")
    sketch.link("portal > ordering", id: "6")
    sketch.link("login > shop", id: "7")
    sketch.link("shop > login", via: "oidc", id: "8")
    #expect(sketch.graph.dependencyCycles() == [])
    #expect(sketch.graph.mutualDependencies() == [])
  }

  @Test("a link that ties two members at the price of one is not called the smallest cut")
  func isFrankAboutPasses() throws {
    var sketch = Sketch()
    sketch.link("a > b > c", id: "1")
    sketch.link("b > a", id: "2")
    sketch.link("c > a", id: "3")
    let cycle = try #require(sketch.graph.dependencyCycles().first)
    #expect(cycle.members.words == "a b c")
    #expect(!cycle.isCutSmallest)
  }

  @Test("in the synchronous scope only links that somebody waits on go round")
  func keepsTheScope() {
    var sketch = Sketch()
    sketch.link("a > b", id: "1")
    sketch.link("b > a", via: "rest-pull", id: "2")
    #expect(sketch.graph.dependencyCycles().map(\.isWhollySynchronous) == [false])
    #expect(sketch.graph.dependencyCycles(in: .synchronous) == [])
    #expect(sketch.graph.mutualDependencies(in: .synchronous) == [])
  }

  @Test("mutual dependencies are the pairs with links both ways", arguments: 0..<200)
  func findsPairs(seed: Int) {
    let graph = Sketch.random(seed: seed).graph
    let dependencies = graph.dependencies().filter { graph.traits[$0.link].isStructural }
    var expected: [[String]] = []
    for first in graph.solution.elements.indices {
      for second in graph.solution.elements.indices where second > first {
        let forth = dependencies.filter { $0.dependent == first && $0.dependency == second }
        let back = dependencies.filter { $0.dependent == second && $0.dependency == first }
        guard !forth.isEmpty, !back.isEmpty else { continue }
        expected.append([
          graph.elementID(first).text, graph.elementID(second).text,
          forth.map { graph.linkID($0.link) }.words, back.map { graph.linkID($0.link) }.words,
        ])
      }
    }
    let found = graph.mutualDependencies().map {
      [$0.first.text, $0.second.text, $0.linksForth.words, $0.linksBack.words]
    }
    #expect(found == expected)
  }
}

/// Who reaches whom along some dependencies, found the slow way.
private struct Reach {
  private let pairs: Set<[Int]>

  init(_ dependencies: [Dependency]) {
    var pairs = Set(dependencies.map { [$0.dependent, $0.dependency] })
    var isGrowing = true
    while isGrowing {
      let longer = pairs.flatMap { near in
        pairs.filter { $0[0] == near[1] }.map { [near[0], $0[1]] }
      }
      isGrowing = !pairs.isSuperset(of: longer)
      pairs.formUnion(longer)
    }
    self.pairs = pairs
  }

  var isAcyclic: Bool { !pairs.contains { $0[0] == $0[1] } }

  /// Those that reach each other, two or more together, by their first members.
  func groups(count: Int) -> [[Int]] {
    var groups: [[Int]] = []
    for vertex in 0..<count where !groups.joined().contains(vertex) {
      let group = (0..<count).filter {
        $0 == vertex || pairs.contains([vertex, $0]) && pairs.contains([$0, vertex])
      }
      if group.count > 1 { groups.append(group) }
    }
    return groups
  }
}
