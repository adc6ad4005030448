import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct RedundancyTests {
  private func percent(_ availability: Availability) -> Double {
    (availability.fraction * 1e6).rounded() / 1e4
  }

  /// A shop with two payment providers, the second one standing in.
  private func shop(_ change: (inout Sketch) -> Void = { _ in }) -> Sketch {
    var sketch = Sketch()
    for (word, percent) in [("shop", 100.0), ("visa", 99), ("bank", 90), ("s:ledger", 99.9)] {
      sketch.element(word) { $0.availability = Availability(percent: percent) }
    }
    let pay = sketch.link("shop > visa") {
      $0.failure.fallback = .alternative
      $0.failure.standIn = ElementID("bank")
    }
    change(&sketch)
    sketch.flow("pay", [pay]) { $0.availabilityTarget = Availability(percent: 99.9) }
    return sketch
  }

  @Test("one of two is enough: 99 and 90 % make 99.9 %")
  func standsIn() {
    let sketch = shop()
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 99.9)
    #expect(figures.method == .diagram && figures.isExact)
    #expect(figures.parts.map(\.element.text) == ["shop"])
    #expect(figures.alternatives.map(\.subject.name) == ["bank", "visa"])
    #expect(figures.alternatives.map { (($0.importance ?? 0) * 1000).rounded() } == [10, 100])
  }

  @Test("what both ways need counts once, and is a part that the flow cannot do without")
  func countsShared() {
    let sketch = shop {
      $0.link("visa > s:ledger", via: "sql")
      $0.link("bank > s:ledger", via: "sql")
    }
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(abs(figures.availability.fraction - 0.999 * 0.999) < 1e-12)
    #expect(figures.parts.map(\.element.text) == ["ledger", "shop"])
    #expect(sketch.graph.singlePointsOfFailure().map(\.element.text).contains("ledger"))
    #expect(!sketch.graph.singlePointsOfFailure().map(\.element.text).contains("bank"))
  }

  @Test("two ways in one zone share its fate, in two zones they do not")
  func sharesFate() {
    func availability(bank: String) -> FlowAvailability {
      var sketch = shop {
        $0.element("visa") { $0.zone = ZoneID("east") }
        $0.element("bank") { $0.zone = ZoneID(bank) }
      }
      for id in ["east", "west"] {
        var zone = Zone(id: ZoneID(id))
        zone.availability = Availability(percent: 99)
        sketch.zones.append(zone)
      }
      return sketch.graph.availability(of: sketch.flows[0])
    }
    let shared = availability(bank: "east")
    #expect(abs(shared.availability.fraction - 0.99 * 0.999) < 1e-12)
    #expect(shared.fates.map(\.zone.text) == ["east"])
    let apart = availability(bank: "west")
    #expect(abs(apart.availability.fraction - (1 - (1 - 0.99 * 0.99) * (1 - 0.9 * 0.99))) < 1e-12)
    #expect(apart.fates == [])
  }

  @Test(
    "a zone with an availability counts once for all that lies in it, and so do those around it")
  func countsZones() {
    var sketch = Sketch()
    for word in ["a", "b"] {
      sketch.element(word) {
        $0.availability = Availability(percent: 99)
        $0.zone = ZoneID("rack")
      }
    }
    var rack = Zone(id: ZoneID("rack"), parent: ZoneID("site"))
    rack.availability = Availability(percent: 98)
    var site = Zone(id: ZoneID("site"))
    site.availability = Availability(percent: 97)
    sketch.zones = [rack, site]
    sketch.flow("f", [sketch.link("a > b")])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(abs(figures.availability.fraction - 0.99 * 0.99 * 0.98 * 0.97) < 1e-12)
    #expect(figures.method == .product && figures.fates.map(\.zone.text) == ["rack", "site"])
  }

  @Test("everything that a provider runs fails with it")
  func countsProviders() {
    var sketch = shop {
      for word in ["visa", "bank"] { $0.element(word) { $0.provider = ElementID("cloud") } }
      $0.element("cloud") { $0.availability = Availability(percent: 99) }
    }
    sketch.flow("visa", steps: [.work(at: ElementID("visa"), takes: nil)])
    let graph = sketch.graph
    #expect(
      abs(graph.availability(of: sketch.flows[0]).availability.fraction - 0.99 * 0.999) < 1e-12)
    #expect(graph.availability(of: sketch.flows[1]).parts.map(\.element.text) == ["cloud", "visa"])
  }

  @Test(
    "a choice away from the steps counts as inferred, or for sure when the first way is a store")
  func infersChoices() {
    var sketch = Sketch()
    for (word, percent) in [("a", 90.0), ("b", 90), ("x", 50), ("y", 50), ("s:m", 50), ("s:n", 50)]
    {
      sketch.element(word) { $0.availability = Availability(percent: percent) }
    }
    let step = sketch.link("a > b")
    sketch.link("b > x") { $0.failure.standIn = ElementID("y") }
    sketch.link("b > s:m", via: "sql") { $0.failure.standIn = ElementID("n") }
    sketch.flow("f", [step])
    let figures = sketch.graph.availability(of: sketch.flows[0])
    #expect(percent(figures.availability) == 60.75)
    #expect(percent(figures.inferredAvailability) == 45.5625)
  }

  @Test(
    "with zones, providers and stand-ins it is the sum over all states of up and down",
    arguments: 0..<200)
  func agreesWithAllStates(seed: Int) {
    var sketch = Sketch.redundant(seed: seed)
    let steps = sketch.links.prefix(2).map(\.id)
    sketch.flow("f", Array(steps))
    let solution = sketch.solution
    let figures = sketch.graph.availability(of: sketch.flows[0])
    let elements = solution.elements.indices
    var sum = 0.0
    for state in 0..<(1 << (elements.count + solution.zones.count)) {
      var probability = 1.0
      for bit in elements.indices + Array(solution.zones.indices).map({ $0 + elements.count }) {
        let chance =
          bit < elements.count
          ? solution.elements[bit].availability?.fraction ?? 1
          : solution.zones[bit - elements.count].availability?.fraction ?? 1
        probability *= state >> bit & 1 == 1 ? chance : 1 - chance
      }
      if probability > 0, solution.runs(Array(steps), state) { sum += probability }
    }
    #expect(figures.isExact)
    #expect(abs(figures.inferredAvailability.fraction - sum) < 1e-12)
  }
}

extension Sketch {
  /// Apps in zones and clouds that call each other, with others standing in now and then.
  fileprivate static func redundant(seed: Int) -> Sketch {
    var random = SeededRandom(seed: seed)
    var sketch = Sketch()
    let words = (0..<(4 + random.number(below: 4))).map { "e\($0)" }
    for word in words {
      sketch.element(word) {
        $0.availability = Availability(fraction: Double(50 + random.number(below: 50)) / 100)
        if random.chance(0.4) { $0.zone = ZoneID(random.chance(0.5) ? "z" : "inner") }
        if random.chance(0.2) { $0.provider = ElementID(words[random.number(below: words.count)]) }
      }
    }
    sketch.zones = [Zone(id: ZoneID("z")), Zone(id: ZoneID("inner"), parent: ZoneID("z"))]
    for place in sketch.zones.indices where random.chance(0.7) {
      sketch.zones[place].availability = Availability(percent: 80)
    }
    for number in 0..<(2 + random.number(below: 7)) {
      let stops = words.shuffled(using: &random).prefix(3)
      sketch.link("\(stops[0]) > \(stops[1])", id: "l\(number)") {
        if random.chance(0.5) { $0.failure.standIn = ElementID(stops[2]) }
        if random.chance(0.2) {
          $0.failure.fallback = .cache
          $0.failure.fallbackEffectiveness = Availability(percent: 100)
        }
      }
    }
    return sketch
  }
}

extension Solution {
  /// Whether the calls of some links come through, in one state of all elements and zones.
  fileprivate func runs(_ steps: [LinkID], _ state: Int) -> Bool {
    var works = elements.map { element in
      let isUp = state >> (index(of: element.id) ?? 0) & 1 == 1
      var zone = element.zone.flatMap { self.zone($0) }
      while let around = zone {
        let place = zones.firstIndex(of: around) ?? 0
        if state >> (elements.count + place) & 1 == 0, around.availability != nil { return false }
        zone = around.parent.flatMap { self.zone($0) }
      }
      return isUp
    }
    func up(_ id: ElementID?) -> Bool { id.flatMap { index(of: $0) }.map { works[$0] } ?? true }
    func comesThrough(_ link: Link) -> Bool {
      if up(link.destination) { return true }
      guard link.failure.standIn != nil else { return !link.isHard }
      return up(link.failure.standIn)
    }
    var isChanging = true
    while isChanging {
      isChanging = false
      for place in elements.indices where works[place] {
        let calls = links.filter { $0.source == elements[place].id }
        if !up(elements[place].provider) || !calls.allSatisfy(comesThrough) {
          works[place] = false
          isChanging = true
        }
      }
    }
    return steps.compactMap { link($0) }.allSatisfy { up($0.source) && comesThrough($0) }
  }
}
