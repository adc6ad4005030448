import SolutionGraph
import SolutionModel
import Testing

@Suite struct StructureTests {
  @Test("the worked numbers: three on one, one on four, a chain, a path of three")
  func workedNumbers() throws {
    var star = Sketch()
    for user in ["a", "b", "c"] { star.link("\(user) > hub") }
    star.link("hub > d")
    let hub = try #require(star.graph.solution.index(of: ElementID("hub")))
    #expect(star.graph.couplings()[hub].instability == 0.25)

    var fan = Sketch()
    for target in ["a", "b", "c", "d"] { fan.link("user > \(target)") }
    let user = try #require(fan.graph.solution.index(of: ElementID("user")))
    #expect(fan.graph.couplings()[user].instability == 1)

    var path = Sketch()
    path.link("a > b")
    path.link("b > c")
    #expect(path.graph.cutPoints().points.map(\.element.text) == ["b"])
    path.link("a > c")
    #expect(path.graph.cutPoints().points.isEmpty)

    var chain = Sketch()
    chain.link("u1 > v")
    chain.link("u2 > v")
    chain.link("u3 > u2")
    let propagation = try #require(chain.graph.changePropagation())
    let v = try #require(chain.graph.solution.index(of: ElementID("v")))
    #expect(propagation.visibilities[v]?.fanIn == 3)
    #expect(propagation.visibilities[v]?.role == .shared)
    #expect(propagation.propagationCost == 8.0 / 16)
  }

  @Test("reach and propagation cost are what following every dependency shows", arguments: 0..<200)
  func visibility(seed: Int) throws {
    let graph = Sketch.random(seed: seed).graph
    let pairs = Self.bound(graph)
    let bound = Set(pairs.flatMap { [$0.0, $0.1] })
    let propagation = try #require(graph.changePropagation())
    #expect(propagation.elementCount == bound.count)
    var sum = 0
    for vertex in graph.solution.elements.indices {
      let seen = propagation.visibilities[vertex]
      #expect((seen != nil) == bound.contains(vertex))
      guard let seen else { continue }
      let out = Self.reach(from: vertex, pairs)
      #expect(seen.fanOut == out.subtracting([vertex]).count)
      #expect(
        seen.fanIn == bound.count { $0 != vertex && Self.reach(from: $0, pairs).contains(vertex) })
      sum += out.count
    }
    let expected = bound.isEmpty ? 0 : Double(sum) / Double(bound.count * bound.count)
    #expect(abs(propagation.propagationCost - expected) < 1e-12)
  }

  @Test(
    "the matrix has each dependency once, and only circles have marks that lead back",
    arguments: 0..<200)
  func matrix(seed: Int) {
    let graph = Sketch.random(seed: seed).graph
    let pairs = Set(Self.bound(graph).map { [$0.0, $0.1] })
    let matrix = graph.structureMatrix()
    var marks: Set<[Int]> = []
    for (row, columns) in matrix.rows.enumerated() {
      #expect(columns.map(\.column) == columns.map(\.column).sorted())
      for mark in columns {
        marks.insert([matrix.order[row], matrix.order[mark.column]])
        guard mark.column < row else { continue }
        #expect(matrix.blocks.contains { $0.contains(row) && $0.contains(mark.column) })
      }
    }
    #expect(marks == pairs)
  }

  @Test("couplings across teams count each link once for each pair")
  func boundaries() {
    var sketch = Sketch()
    sketch.element("shop") { $0.owner = TeamID("sales") }
    sketch.element("ordering") { $0.owner = TeamID("sales") }
    sketch.element("billing") { $0.owner = TeamID("finance") }
    sketch.element("erp")
    sketch.link("shop > ordering", id: "1")
    sketch.link("ordering > billing", id: "2") { $0.failure.need = .hard }
    sketch.link("shop > billing", id: "3") { $0.failure.need = .soft }
    sketch.link("billing > shop", id: "4") { $0.failure.need = .hard }
    sketch.link("billing > erp", id: "5")
    let found = sketch.graph.couplings(across: .team)
    #expect(found.pairs.map(\.first) == ["finance"] && found.pairs.map(\.second) == ["sales"])
    #expect(found.pairs.first?.there.hard == 1 && found.pairs.first?.there.soft == 0)
    #expect(found.pairs.first?.back.hard == 1 && found.pairs.first?.back.soft == 1)
    #expect(found.inside.map(\.count) == [0, 1])
    #expect(found.ungroupedCount == 1)
  }

  @Test("calls go as deep as the longest way, a circle counted as one")
  func depth() {
    var sketch = Sketch()
    sketch.link("p:user > web", via: "ui-web-link")
    sketch.link("web > a")
    sketch.link("a > b")
    sketch.link("b > a")
    sketch.link("b > s:store", via: "sql")
    let depths = sketch.graph.callDepths()
    #expect(depths.depths.max() == 2)
    #expect(depths.deepest?.elements.first == ElementID("web"))
    #expect(depths.deepest?.elements.last == ElementID("store"))
  }

  @Test("an element that all its links tie to another system leans there")
  func strays() {
    var sketch = Sketch()
    for system in ["x", "y"] {
      for (one, other) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "c")] {
        sketch.link("\(system).\(one) > \(system).\(other)")
      }
    }
    sketch.link("x.e > y.a")
    sketch.link("x.e > y.b")
    sketch.link("x.a > x.e")
    let groups = sketch.graph.suggestedGroups()
    #expect(groups.groups.count == 2)
    #expect(groups.strays.map(\.element.text) == ["x.e"])
    #expect(groups.strays.first?.otherLinkCount == 2)
    #expect(groups.strays.first?.ownLinkCount == 1)
    #expect((groups.suggested.modularity ?? 0) > (groups.systems.modularity ?? 1))
    #expect(groups.domains.modularity == nil)
  }

  @Test("a dominator is the last element that all hard ways from people pass")
  func dominators() {
    var sketch = Sketch()
    sketch.link("p:user > web", via: "ui-web-link") { $0.failure.need = .hard }
    for (from, to) in [("web", "a"), ("web", "b"), ("a", "c"), ("b", "c"), ("c", "d")] {
      sketch.link("\(from) > \(to)") { $0.failure.need = .hard }
    }
    let found = sketch.graph.elementDominators()
    #expect(found.starts.words == "user")
    let dominatorOf = Dictionary(
      uniqueKeysWithValues: found.reached.map { ($0.element.text, $0.dominator?.text) })
    #expect(dominatorOf["c"] == "web" && dominatorOf["d"] == "c" && dominatorOf["web"] == "user")
    #expect(found.reached.first { $0.element.text == "web" }?.behindCount == 4)
  }

  /// Who depends on whom, without people, screens and signing on.
  private static func bound(_ graph: SolutionGraph) -> [(Int, Int)] {
    graph.dependencies().filter { dependency in
      graph.traits[dependency.link].isStructural
        && [dependency.dependent, dependency.dependency].allSatisfy {
          graph.element($0).kind != .person
        }
    }.map { ($0.dependent, $0.dependency) }
  }

  private static func reach(from start: Int, _ pairs: [(Int, Int)]) -> Set<Int> {
    var reached: Set<Int> = [start]
    while let next = pairs.first(where: { reached.contains($0.0) && !reached.contains($0.1) }) {
      reached.insert(next.1)
    }
    return reached
  }
}
