import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct FlowAvailabilityTests {
  private func sketch(_ percents: KeyValuePairs<String, Double>) -> Sketch {
    var sketch = Sketch()
    for (word, percent) in percents {
      sketch.element(word) { $0.availability = Availability(percent: percent) }
    }
    return sketch
  }

  private func percent(_ availability: Availability) -> Double {
    (availability.fraction * 1e6).rounded() / 1e4
  }

  @Test("four hard elements in a row multiply")
  func multiplies() {
    var chain = sketch(["a": 99.98, "b": 99.95, "c": 99.80, "d": 99.99])
    chain.flow("f", [chain.link("a > b"), chain.link("b > c"), chain.link("c > d")])
    #expect(percent(chain.graph.availability(of: chain.flows[0]).availability) == 99.7202)
    var other = sketch(["a": 99.9, "b": 99.5, "c": 99.0, "d": 99.95])
    other.flow("f", [other.link("a > b"), other.link("a > c"), other.link("c > d")])
    #expect(percent(other.graph.availability(of: other.flows[0]).availability) == 98.3573)
  }

  @Test("taking an order needs login, ordering and customers: 99.35 %, 1.30 of the budget")
  func reproducesTheExample() throws {
    var sketch = sketch(["y:idp": 99.95, "ordering": 99.9, "customer": 99.5, "billing": 99.5])
    sketch.link("billing > ordering", via: "rest-pull")
    let find = sketch.link("ordering > customer")
    sketch.flow(
      "take-order",
      steps: [
        .work(at: ElementID("idp"), takes: nil),
        .work(at: ElementID("ordering"), takes: .milliseconds(400)), .link(find),
      ]
    ) { $0.availabilityTarget = Availability(percent: 99.5) }
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 99.3508)
    let share = try #require(figures.budgetShare)
    #expect((share * 100).rounded() == 130)
    #expect(figures.parts.map(\.element).words == "customer ordering idp")
    #expect(figures.parts.compactMap(\.budgetShare).map { ($0 * 100).rounded() } == [100, 20, 10])
    #expect(figures.missing == [])
  }

  @Test("two instances of 99 % make 99.99 %, and none that nobody takes over")
  func countsInstances() {
    func availability(_ change: @escaping (inout Element) -> Void) -> Double {
      var sketch = sketch(["a": 99])
      sketch.element("a", change)
      sketch.flow("f", steps: [.work(at: ElementID("a"), takes: nil)])
      return percent(sketch.graph.availability(of: sketch.flows[0]).availability)
    }
    #expect(availability { $0.instances = 2 } == 99.99)
    #expect(
      availability {
        $0.instances = 2
        $0.needs = 2
      } == 98.01)
    #expect(
      availability {
        $0.instances = 2
        $0.failover = Failover.none
      } == 99)
  }

  @Test("a soft element with a fallback of 0.9 counts 99.9 %, and not at all at 1")
  func countsFallbacks() {
    var sketch = sketch(["a": 100, "b": 99])
    sketch.flow("f", [sketch.link("a > b") { $0.failure.fallback = .cache }])
    #expect(sketch.graph.availability(of: sketch.flows[0]).availability == .certain)
    var partly = self.sketch(["a": 100, "b": 99])
    partly.flow(
      "f",
      [
        partly.link("a > b") {
          $0.failure.fallback = .cache
          $0.failure.fallbackEffectiveness = Availability(percent: 90)
        }
      ])
    let counted = partly.graph.availability(of: partly.flows[0])
    #expect(percent(counted.availability) == 99.9)
    #expect(counted.method == .diagram && counted.lowest == counted.highest)
    #expect(counted.alternatives.map(\.subject.name) == ["b", "a->b"])
  }

  @Test("a shared element counts once, however often a flow comes by")
  func countsOnce() {
    var sketch = sketch(["a": 99, "b": 99, "s:db": 90])
    let steps = [
      sketch.link("a > b"), sketch.link("b > s:db", via: "sql"),
      sketch.link("a > s:db", via: "sql"),
    ]
    sketch.flow("f", steps + steps)
    #expect(percent(sketch.graph.availability(of: sketch.flows[0]).availability) == 88.209)
  }

  @Test("a channel counts for taking the message, and those behind it are deferred")
  func acceptsMessages() {
    var sketch = sketch(["shop": 99, "c:events": 99.9, "erp": 50, "s:erp-db": 50])
    let publish = sketch.link("shop > c:events", via: "topic")
    let deliver = sketch.link("c:events > erp", via: "topic")
    let store = sketch.link("erp > s:erp-db", via: "sql")
    sketch.flow("f", [publish, deliver, store])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 98.901)
    #expect(figures.deferred.words == "erp erp-db")
  }

  @Test("with an outbox or a fallback the channel may be down as well")
  func buffersMessages() {
    var sketch = sketch(["shop": 99, "c:events": 50])
    sketch.flow("f", [sketch.link("shop > c:events", via: "topic") { $0.failure.outbox = .outbox }])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 99)
    #expect(figures.deferred.words == "events")
  }

  @Test("optional steps do not count, nor does what only they need")
  func leavesOptionalOut() {
    var sketch = sketch(["shop": 99, "ordering": 99, "tips": 50])
    let order = sketch.link("shop > ordering")
    let tips = sketch.link("shop > tips")
    sketch.flow("f", steps: [.link(order), .optional([.link(tips)])])
    sketch.flow("g", steps: [.link(order), .optional([.link(tips)]), .link(tips)])
    let graph = sketch.graph
    #expect(percent(graph.availability(of: sketch.flows[0]).availability) == 98.01)
    #expect(percent(graph.availability(of: sketch.flows[1]).availability) == 49.005)
  }

  @Test("what the elements of a flow need by hard links counts, and says for whom")
  func followsNeeds() {
    var sketch = sketch(["shop": 99, "ordering": 99, "s:db": 99, "disk": 99, "watcher": 1])
    let order = sketch.link("shop > gateway > ordering")
    sketch.link("ordering > s:db", via: "sql")
    sketch.link("s:db > disk") { $0.failure.need = .hard }
    sketch.link("ordering > watcher", via: "rest-pull")
    sketch.flow("f", [order])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 96.0596)
    #expect(figures.missing.words == "gateway")
    #expect(figures.parts.map(\.element).words == "db disk ordering shop")
    #expect(figures.parts.map { $0.neededBy?.text ?? "-" } == ["ordering", "db", "-", "-"])
  }

  @Test("a module without an availability counts as its app")
  func countsHosts() {
    var sketch = sketch(["shop": 99, "m:shop.cart": 98])
    sketch.element("m:shop.search")
    sketch.link("portal > shop.cart", id: "1")
    sketch.link("kiosk > shop.search", id: "2")
    for user in ["portal", "kiosk"] { sketch.element(user) { $0.availability = .certain } }
    sketch.flow("f", [LinkID("1")])
    sketch.flow("g", [LinkID("2")])
    let graph = sketch.graph
    #expect(percent(graph.availability(of: sketch.flows[0]).availability) == 97.02)
    #expect(percent(graph.availability(of: sketch.flows[1]).availability) == 99)
    #expect(graph.availability(of: sketch.flows[1]).missing == [])
  }

  @Test("a link whose option nobody declares counts as needed")
  func countsUnknownLinks() {
    var sketch = sketch(["a": 99, "b": 99])
    sketch.flow("f", [sketch.link("a > b", via: nil)])
    #expect(percent(sketch.graph.availability(of: sketch.flows[0]).availability) == 98.01)
  }

  @Test("what a step calls besides is inferred, unless it is a store or said to be needed")
  func infersOtherCalls() {
    var sketch = sketch(["a": 90, "b": 90, "called": 80, "needed": 70, "deep": 60, "s:store": 50])
    let step = sketch.link("a > b")
    sketch.link("b > called")
    sketch.link("b > needed") { $0.failure.need = .hard }
    sketch.link("called > deep") { $0.failure.need = .hard }
    sketch.link("needed > s:store", via: "sql")
    sketch.flow("f", [step])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(figures.parts.map(\.element.text) == ["store", "needed", "a", "b"])
    #expect(figures.inferredParts.map(\.element.text) == ["deep", "called"])
    #expect(percent(figures.availability) == 28.35)
    #expect(percent(figures.inferredAvailability) == 13.608)
  }

  @Test("people and steps that the solution does not have count nothing")
  func leavesPeopleOut() {
    var sketch = sketch(["p:buyer": 10, "shop": 99])
    let visit = sketch.link("p:buyer > shop", via: "ui-web-link")
    sketch.flow("f", [visit, LinkID("nothing")])
    sketch.flow("empty", [])
    let graph = sketch.graph
    #expect(percent(graph.availability(of: sketch.flows[0]).availability) == 99)
    #expect(graph.availability(of: sketch.flows[1]).availability == .certain)
  }

  @Test("a target of 100 % leaves no budget, and the share stays a number")
  func survivesCertainty() {
    var sketch = sketch(["a": 99])
    sketch.flow("f", steps: [.work(at: ElementID("a"), takes: nil)]) {
      $0.availabilityTarget = .certain
    }
    let share = sketch.graph.availability(of: sketch.flows[0]).budgetShare ?? 0
    #expect(share > 1e9 && share.isFinite)
  }

  @Test(
    "with all that parts call it is the sum over all states of up and down in which the flow runs",
    arguments: 0..<150)
  func agreesWithAllStates(seed: Int) {
    var sketch = Sketch.hard(seed: seed)
    let steps = sketch.links.prefix(2).map(\.id)
    sketch.flow("f", Array(steps))
    let solution = sketch.solution
    let figures = sketch.graph.availability(of: sketch.flows[0])
    let places = sketch.links.prefix(2).flatMap { [$0.source, $0.destination] + $0.through }
    var sum = 0.0
    for state in 0..<(1 << solution.elements.count) {
      var probability = 1.0
      var isUp: [ElementID: Bool] = [:]
      for (bit, element) in solution.elements.enumerated() {
        let up = state >> bit & 1 == 1
        let chance = element.availability?.fraction ?? 1
        probability *= up ? chance : 1 - chance
        isUp[element.id] = up
      }
      if solution.works(places, isUp) { sum += probability }
    }
    #expect(abs(figures.inferredAvailability.fraction - sum) < 1e-12)
  }
}

extension Sketch {
  /// Apps that need each other by hard calls, some through a third one.
  fileprivate static func hard(seed: Int) -> Sketch {
    var random = SeededRandom(seed: seed)
    var sketch = Sketch()
    let words = (0..<(3 + random.number(below: 5))).map { "e\($0)" }
    for word in words {
      sketch.element(word) {
        $0.availability = Availability(fraction: Double(50 + random.number(below: 50)) / 100)
      }
    }
    for number in 0..<(2 + random.number(below: 7)) {
      let stops = words.shuffled(using: &random).prefix(random.chance(0.3) ? 3 : 2)
      sketch.link(stops.joined(separator: " > "), id: "l\(number)") {
        if random.chance(0.3) && number > 1 { $0.failure.need = .soft }
      }
    }
    return sketch
  }
}

extension Solution {
  /// Whether some elements work: each is up, and so is all that it needs, at any distance.
  fileprivate func works(_ places: [ElementID], _ isUp: [ElementID: Bool]) -> Bool {
    var working = isUp
    var isChanging = true
    while isChanging {
      isChanging = false
      for link in links where link.isHard && working[link.source] == true {
        let stops = link.through + [link.destination]
        if stops.contains(where: { working[$0] == false }) {
          working[link.source] = false
          isChanging = true
        }
      }
    }
    return places.allSatisfy { working[$0] == true }
  }
}
