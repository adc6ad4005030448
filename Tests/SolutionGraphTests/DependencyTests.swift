import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct DependencyTests {
  private func pairs(_ sketch: Sketch, in scope: DependencyScope = .any) -> [String] {
    let graph = sketch.graph
    return graph.dependencies(in: scope).map {
      "\(graph.elementID($0.dependent)) needs \(graph.elementID($0.dependency))"
    }
  }

  @Test("the source of a link needs its destination and what the link passes")
  func needsAllStops() {
    var sketch = Sketch()
    sketch.link("shop > gateway > ordering")
    #expect(pairs(sketch) == ["shop needs gateway", "shop needs ordering"])
  }

  @Test("both sides of a channel need the channel, and not each other")
  func channelsPart() {
    var sketch = Sketch()
    sketch.link("ordering > c:events", via: "topic", id: "1")
    sketch.link("c:events > billing", via: "topic", id: "2")
    sketch.link("stock > c:jobs > worker", via: "queue", id: "3")
    #expect(
      pairs(sketch) == [
        "ordering needs events", "billing needs events", "stock needs jobs", "worker needs jobs",
      ])
  }

  @Test("a bus that somebody waits behind does not part")
  func busesDoNotPart() {
    var sketch = Sketch()
    sketch.link("shop > c:bus > ordering", via: "soap")
    #expect(pairs(sketch) == ["shop needs bus", "shop needs ordering"])
  }

  @Test("retired links, loops and strangers make no dependency")
  func leavesOut() {
    var sketch = Sketch()
    sketch.link("shop > ordering", id: "1") { $0.status = .retired }
    sketch.link("shop > shop", id: "2")
    sketch.link("shop > ordering > billing", id: "3") { $0.through = [ElementID("nobody")] }
    #expect(pairs(sketch) == ["shop needs billing"])
    let stranger = Link(from: ElementID("shop"), to: ElementID("nobody"))
    let solution = Solution(
      name: "", elements: [Element(id: ElementID("shop"), kind: .application)], links: [stranger])
    #expect(SolutionGraph(solution).dependencies().isEmpty)
  }

  @Test("scopes keep hard links, and links that somebody waits on")
  func keepsScopes() {
    var sketch = Sketch()
    sketch.link("a > b", via: "rest", id: "1")
    sketch.link("a > c", via: "rest", id: "2") { $0.failure.need = .soft }
    sketch.link("a > d", via: "rest-pull", id: "3")
    sketch.link("a > e", via: "rest-pull", id: "4") { $0.failure.need = .hard }
    #expect(pairs(sketch, in: .hard) == ["a needs b", "a needs e"])
    #expect(pairs(sketch, in: .synchronous) == ["a needs b", "a needs c"])
    #expect(pairs(sketch).count == 4)
  }

  @Test("an element inherits its owner, zone and the rest from what is around it")
  func placesElements() {
    var sketch = Sketch()
    sketch.element("y:erp") {
      $0.owner = TeamID("finance")
      $0.zone = ZoneID("inner")
      $0.isExternal = true
    }
    sketch.element("erp.ledger") { $0.owner = TeamID("ledger") }
    sketch.element("m:erp.ledger.posting")
    sketch.criticality = .high
    let graph = sketch.graph
    #expect(graph.solution.elements.map(\.id.text) == ["erp", "erp.ledger", "erp.ledger.posting"])
    #expect(graph.placements.map(\.system) == [0, 0, 0])
    #expect(graph.placements.map(\.host) == [0, 1, 1])
    #expect(graph.placements.map(\.parent) == [nil, 0, 1])
    #expect(graph.placements.map(\.owner?.text) == ["finance", "ledger", "ledger"])
    #expect(graph.placements.allSatisfy { $0.zone == ZoneID("inner") && $0.isExternal })
    #expect(graph.placements.allSatisfy { $0.criticality == .high })
  }

  @Test("a placement is what the solution says of the element", arguments: 0..<50)
  func agreesWithTheSolution(seed: Int) {
    let solution = RandomSolution.solution(size: 40, seed: seed)
    let graph = SolutionGraph(solution)
    for (vertex, element) in solution.elements.enumerated() {
      let placement = graph.placements[vertex]
      #expect(placement.owner == solution.owner(of: element).value)
      #expect(placement.zone == solution.zone(of: element).value)
      #expect(placement.criticality == solution.criticality(of: element).value)
      #expect(placement.isExternal == solution.isExternal(element))
      #expect(placement.system.map(graph.elementID) == solution.system(of: element)?.id)
    }
  }

  @Test("elements that lie inside each other do not hang the placing")
  func survivesRings() {
    let ring = ["a", "b", "c"].map { name in
      Element(
        id: ElementID(name), kind: .module,
        parent: ElementID(["a": "b", "b": "c", "c": "a"][name] ?? ""))
    }
    #expect(SolutionGraph(Solution(name: "", elements: ring)).placements.count == 3)
  }

  @Test("couplings count different elements, and people do not count")
  func countsCouplings() {
    var sketch = Sketch()
    for user in ["a", "b", "c"] { sketch.link("\(user) > core") }
    sketch.link("a > core", via: "topic", id: "again")
    sketch.link("p:clerk > core", via: "ui-web-link")
    sketch.link("core > s:db", via: "sql")
    for part in ["w", "x", "y", "z"] { sketch.link("top > \(part)") }
    sketch.element("alone")
    let graph = sketch.graph
    func coupling(_ id: String) -> Coupling {
      graph.couplings()[graph.solution.index(of: ElementID(id)) ?? 0]
    }
    #expect(coupling("core").afferent == 3)
    #expect(coupling("core").efferent == 1)
    #expect(coupling("core").instability == 0.25)
    #expect(coupling("top").instability == 1)
    #expect(coupling("alone").instability == nil)
  }

  @Test("betweenness is a share of the pairs of linked elements")
  func sharesBetweenness() {
    var sketch = Sketch()
    for spoke in ["a", "b", "c"] {
      sketch.link("\(spoke) > hub", id: "in-\(spoke)")
      sketch.link("hub > \(spoke)", id: "out-\(spoke)")
    }
    sketch.element("alone")
    let graph = sketch.graph
    let shares = graph.betweennessShares()
    #expect(shares.linkedElementCount == 4)
    #expect(shares.isExact)
    #expect(shares.shares[graph.solution.index(of: ElementID("hub")) ?? 0] == 1)
    #expect(shares.shares.reduce(0, +) == 1)
    #expect(Sketch().graph.betweennessShares().shares.isEmpty)
  }

  @Test("the failure reach of an element is all that needs it, at any distance")
  func reachesFar() {
    var sketch = Sketch()
    sketch.link("u1 > v")
    sketch.link("u2 > v")
    sketch.link("u3 > u2")
    sketch.link("u3 > watcher", via: "rest-pull")
    sketch.link("p:clerk > u3", via: "ui-web-link")
    let graph = sketch.graph
    let reaches = graph.failureReaches()
    #expect(reaches[graph.solution.index(of: ElementID("v")) ?? 0] == 3)
    #expect(graph.failureReach(of: ElementID("v")).words == "u1 u2 u3")
    #expect(graph.failureReach(of: ElementID("watcher")) == [])
    #expect(graph.failureReach(of: ElementID("nobody")) == [])
  }

  @Test("a module fails with its app, and the other way round only what needs the module")
  func modulesFailWithApps() {
    var sketch = Sketch()
    sketch.element("shop")
    sketch.element("m:shop.cart")
    sketch.link("portal > shop.cart")
    sketch.link("shop.cart > stock")
    let graph = sketch.graph
    #expect(graph.failureReach(of: ElementID("shop")).words == "shop.cart portal")
    #expect(graph.failureReach(of: ElementID("stock")).words == "shop.cart portal")
  }

  @Test("counted and listed failure reach agree", arguments: 0..<100)
  func countsAsItLists(seed: Int) {
    let graph = Sketch.random(seed: seed).graph
    let reaches = graph.failureReaches()
    for (vertex, element) in graph.solution.elements.enumerated() {
      #expect(graph.failureReach(of: element.id).count == reaches[vertex])
    }
  }
}
