import SolutionGraph
import SolutionModel
import Testing

@Suite struct SinglePointTests {
  private func shop() -> Sketch {
    var sketch = Sketch()
    sketch.link("p:buyer > shop", via: "ui-web-link")
    sketch.link("shop > ordering")
    sketch.link("ordering > s:db", via: "sql")
    return sketch
  }

  @Test("what all ways to a critical element pass is a single point of failure")
  func findsGates() {
    var sketch = shop()
    sketch.element("s:db") { $0.criticality = .core }
    sketch.element("ordering") { $0.instances = 1 }
    let points = sketch.graph.singlePointsOfFailure()
    #expect(points.map(\.element).words == "ordering shop")
    #expect(points.map(\.redundancy) == [.single, .undeclared])
    #expect(points.map(\.lostTargets.words) == ["db", "db"])
    #expect(points.map(\.path.words) == ["buyer shop ordering db", "buyer shop ordering db"])
    #expect(sketch.graph.singlePointsOfFailure(from: .businessCritical) == [])
  }

  @Test("redundancy and a way round take the point away")
  func knowsWaysRound() {
    var sketch = shop()
    sketch.element("s:db") { $0.criticality = .core }
    sketch.element("ordering") {
      $0.instances = 3
      $0.needs = 2
    }
    sketch.link("p:buyer > app", via: "ui-web-link")
    sketch.link("app > ordering")
    #expect(sketch.graph.singlePointsOfFailure() == [])
    sketch.element("ordering") { $0.failover = .manual }
    #expect(
      sketch.graph.singlePointsOfFailure().map(\.redundancy) == [.withoutAutomaticFailover])
  }

  @Test("an element that a flow cannot run without is one, with all the flows it stops")
  func stopsFlows() {
    var sketch = shop()
    sketch.flow("browse", [sketch.links[0].id])
    sketch.flow("order", sketch.links.map(\.id))
    let points = sketch.graph.singlePointsOfFailure()
    let lost = Dictionary(
      uniqueKeysWithValues: points.map { ($0.element.text, $0.lostFlows.map(\.text)) })
    // Browsing needs ordering and its store too, because the shop does.
    #expect(
      lost == [
        "db": ["browse", "order"], "ordering": ["browse", "order"], "shop": ["browse", "order"],
      ])
    #expect(points.allSatisfy { $0.lostFlowCount == 2 })
  }

  @Test("a gateway stands before all that is reached only through it, by different links")
  func joinsPasses() {
    var sketch = Sketch()
    sketch.link("p:buyer > shop", via: "ui-web-link")
    sketch.link("p:clerk > desk", via: "ui-web-link")
    for app in ["ordering", "billing"] {
      sketch.element(app) { $0.criticality = .core }
      sketch.link("shop > gateway > \(app)", id: "shop-\(app)")
      sketch.link("desk > gateway > \(app)", id: "desk-\(app)")
    }
    let points = sketch.graph.singlePointsOfFailure()
    #expect(points.map(\.element).words == "gateway")
    #expect(points.map(\.lostTargets.words) == ["billing ordering"])
    #expect(points.map(\.path.words) == ["buyer shop gateway billing"])
  }

  @Test("a module counts as its app, and people are never a point")
  func countsHosts() {
    var sketch = Sketch()
    sketch.link("p:clerk > m:portal.ui", via: "ui-web-link")
    sketch.element("portal")
    sketch.link("m:portal.logic > s:db", via: "sql")
    sketch.element("s:db") { $0.criticality = .core }
    #expect(sketch.graph.singlePointsOfFailure().map(\.element).words == "portal")
  }

  @Test("what is lost is what cannot be reached any more without the element", arguments: 0..<300)
  func agreesWithRemoval(seed: Int) {
    var sketch = Sketch.random(seed: seed)
    sketch.flow("f", sketch.links.prefix(1).map(\.id))
    let graph = sketch.graph
    let passed = Set(sketch.links.flatMap(\.through))
    let trial = WayTrial(graph)
    let points = Dictionary(
      uniqueKeysWithValues: graph.singlePointsOfFailure().map { ($0.element, $0) })
    for element in graph.solution.elements where element.kind != .person {
      let lost = trial.targetsLost(without: element.id)
      let found = Set(points[element.id]?.lostTargets ?? [])
      // Of what lies behind several ways through a gateway together the answer may miss some.
      #expect(passed.contains(element.id) ? found.isSubset(of: lost) : found == lost)
      #expect(points[element.id].map(\.lostTargetCount) ?? 0 == found.count)
      if let point = points[element.id], let end = point.path.elements.last, !found.isEmpty {
        #expect(found.contains(end) && point.path.elements.contains(element.id))
        #expect(point.path.isDrawn(in: graph.solution))
      }
    }
  }

  @Test("a chain of 20,000 hard links has as many points, each with the few it shows")
  func goesDeep() {
    let elements = (0...20_000).map { number in
      var element = Element(
        id: ElementID("e\(100_000 + number)"), kind: number == 0 ? .person : .application)
      element.criticality = .core
      return element
    }
    let links = zip(elements, elements.dropFirst()).map { near, far in
      var link = Link(from: near.id, to: far.id)
      link.via = OptionID("rest")
      return link
    }
    let points = SolutionGraph(Solution(name: "", elements: elements, links: links))
      .singlePointsOfFailure()
    #expect(points.count == 19_999)
    #expect(points.first?.lostTargetCount == 19_999)
    #expect(points.first?.lostTargets.count == 20)
    #expect(
      points.allSatisfy { $0.path.links.count <= 64 && $0.path.elements.contains($0.element) })
  }
}

/// Ways along hard links walked with an element taken out.
private struct WayTrial {
  private let graph: SolutionGraph
  private let starts: Set<ElementID>
  private let targets: Set<ElementID>

  init(_ graph: SolutionGraph) {
    self.graph = graph
    let solution = graph.solution
    var starts = Set(solution.elements.filter { $0.kind == .person }.map(\.id))
    var targets = Set(
      solution.elements.filter { $0.kind != .person && $0.criticality == .core }.map(\.id))
    for flow in solution.flows {
      for link in flow.uses.compactMap({ solution.link($0.link) }) where link.isInUse {
        starts.insert(link.source)
        targets.formUnion(
          ([link.source, link.destination] + link.through).filter {
            solution.element($0)?.kind != .person
          })
      }
    }
    self.starts = starts
    self.targets = targets
  }

  func targetsLost(without element: ElementID) -> Set<ElementID> {
    targets.intersection(reached(without: nil)).subtracting(reached(without: element))
      .subtracting([element])
  }

  private func reached(without gone: ElementID?) -> Set<ElementID> {
    var reached = starts.filter { $0 != gone }
    var isGrowing = true
    while isGrowing {
      let before = reached.count
      for way in ways where reached.contains(way[0]) {
        reached.formUnion(way.prefix { $0 != gone })
      }
      isGrowing = reached.count > before
    }
    return reached
  }

  /// From the dependent on, the stops of each hard link; two by two where a channel parts it.
  private var ways: [[ElementID]] {
    graph.solution.links.indices.filter { graph.traits[$0].isHard && graph.traits[$0].isInUse }
      .flatMap { place -> [[ElementID]] in
        let link = graph.solution.links[place]
        let stops = [link.source] + link.through + [link.destination]
        let isParted =
          !link.isFunctionallySynchronous
          && stops.contains { graph.solution.element($0)?.kind == .channel }
        guard isParted else { return [stops] }
        return graph.dependencies(in: .hard).filter { $0.link == place }.map {
          [graph.elementID($0.dependent), graph.elementID($0.dependency)]
        }
      }
  }
}
