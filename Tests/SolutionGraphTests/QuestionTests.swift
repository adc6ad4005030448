import SolutionGraph
import SolutionModel
import Testing

@Suite struct QuestionTests {
  @Test(
    "those are hit hard that hard links lead back to, and softly that only others do",
    arguments: 0..<200)
  func impactAgreesWithReach(seed: Int) {
    let graph = Sketch.random(seed: seed).graph
    for element in graph.solution.elements {
      let impact = graph.impact(of: [element.id])
      let hard = Self.dependents(on: element.id, graph, .hard)
      let all = Self.dependents(on: element.id, graph, .any)
      #expect(Set(impact.hits.filter(\.isHard).map(\.element)) == hard)
      #expect(Set(impact.hits.map(\.element)) == all.union(hard))
      for hit in impact.hits {
        #expect(hit.path.first == element.id && hit.path.last == hit.element)
        #expect(hit.path.count == hit.links.count + 1)
      }
    }
  }

  @Test("what lies inside is hit with it, and flows stop, fall back or come late")
  func impactOnFlows() {
    var sketch = Sketch()
    let order = sketch.link("shop > ordering") { $0.failure.need = .hard }
    let store = sketch.link("ordering > s:db", via: "sql") { $0.failure.need = .hard }
    let tell = sketch.link("ordering > c:events", via: "topic")
    let read = sketch.link("events > archive", via: "topic")
    sketch.flow("buy", [order, store, tell, read])
    let effects = { (element: String) in
      sketch.graph.impact(of: [ElementID(element)]).flows.map(\.effect)
    }
    #expect(effects("db") == [.stops])
    #expect(effects("archive") == [.isLate])
    #expect(effects("nobody").isEmpty)
    let hits = sketch.graph.impact(of: [ElementID("db")]).hits
    #expect(hits.map(\.element.text) == ["ordering", "shop"])
    #expect(hits.map(\.distance) == [1, 2])
  }

  @Test("a gateway is passed only to where the call is bound, a channel to all who receive")
  func ways() {
    var sketch = Sketch()
    sketch.link("a > gate > b", id: "1")
    sketch.link("c > gate > d", id: "2")
    sketch.link("b > c:topic", via: "topic", id: "3")
    sketch.link("topic > d", via: "topic", id: "4")
    let graph = sketch.graph
    let found = graph.connections(from: ElementID("a"), to: ElementID("d"))
    #expect(found.isComplete)
    #expect(
      found.ways.map { $0.map(\.to.text) } == [["gate", "b", "topic", "d"]])
    #expect(found.ways.first?.map { $0.links.words } == ["1", "1", "3", "4"])
    #expect(found.linkDisjointCount == 1 && found.elementDisjointCount == 1)
    #expect(graph.connections(from: ElementID("d"), to: ElementID("a")).ways.isEmpty)
  }

  @Test("links side by side are one way of two links, and two ways that share none")
  func parallelLinks() {
    var sketch = Sketch()
    sketch.link("a > b", id: "1")
    sketch.link("a > b", id: "2") { $0.failure.need = .soft }
    let graph = sketch.graph
    let any = graph.connections(from: ElementID("a"), to: ElementID("b"))
    #expect(any.ways.map { $0.map { $0.links.words } } == [["1 2"]])
    #expect(any.linkDisjointCount == 2 && any.elementDisjointCount == 1)
    let hard = graph.connections(from: ElementID("a"), to: ElementID("b"), over: .hard)
    #expect(hard.linkDisjointCount == 1)
  }

  private static func dependents(
    on element: ElementID, _ graph: SolutionGraph, _ scope: DependencyScope
  ) -> Set<ElementID> {
    var pairs = graph.dependencies(in: scope).map {
      (graph.elementID($0.dependent), graph.elementID($0.dependency))
    }
    if scope == .hard {
      pairs += graph.placements.enumerated().filter { $0.offset != $0.element.host }.map {
        (graph.elementID($0.offset), graph.elementID($0.element.host))
      }
    }
    var reached: Set<ElementID> = [element]
    while let next = pairs.first(where: { reached.contains($0.1) && !reached.contains($0.0) }) {
      reached.insert(next.0)
    }
    return reached.subtracting([element])
  }
}
