import SolutionGraph
import SolutionModel
import Testing

@Suite struct DemandTests {
  @Test("an element gets the strictest of what the flows that are sure to need it ask")
  func takesTheStrictest() throws {
    var sketch = Sketch()
    sketch.link("shop > ordering", id: "order")
    sketch.link("ordering > s:db", via: "sql", id: "write")
    sketch.link("ordering > advice", id: "advise")
    sketch.flow("a", [LinkID("order")]) {
      $0.rtoTarget = .seconds(3600)
      $0.availabilityTarget = Availability(percent: 99)
      $0.serviceHours = "8x5"
    }
    sketch.flow("b", [LinkID("order")]) {
      $0.rtoTarget = .seconds(600)
      $0.availabilityTarget = Availability(percent: 99.9)
      $0.serviceHours = "24x7"
    }
    let graph = sketch.graph
    let demands = graph.elementDemands()
    let store = try #require(graph.solution.index(of: ElementID("db")))
    let app = try #require(graph.solution.index(of: ElementID("ordering")))
    #expect(demands[store].flowCount == 2)
    #expect(demands[store].flows == [0, 1])
    #expect(demands[store].recoveryTime?.value == .seconds(600))
    #expect(demands[store].recoveryTime?.flow == 1)
    #expect(demands[store].recoveryTime?.neededBy == app)
    #expect(demands[app].recoveryTime?.neededBy == nil)
    #expect(demands[app].availability?.value == Availability(percent: 99.9))
    #expect(demands[app].serviceHours?.value == ServiceHours("24x7"))
    #expect(demands[app].recoveryPoint == nil)
  }

  @Test("what the parts of a flow may call besides is asked nothing")
  func leavesOutWhatIsInferred() throws {
    var sketch = Sketch()
    sketch.link("shop > ordering", id: "order")
    sketch.link("ordering > advice", id: "advise")
    sketch.flow("a", [LinkID("order")]) { $0.rtoTarget = .seconds(3600) }
    let graph = sketch.graph
    let advice = try #require(graph.solution.index(of: ElementID("advice")))
    #expect(graph.elementDemands()[advice] == ElementDemands())
  }
}
