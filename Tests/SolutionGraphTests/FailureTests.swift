import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct FailureTests {
  private func words(_ effects: [FailureEffect]) -> [String] {
    effects.map { "\($0.subject.name) \($0.state)" }.sorted()
  }

  /// A shop whose search may fail and whose back office hears of orders later.
  private func shop() -> Sketch {
    var sketch = Sketch()
    let visit = sketch.link("p:buyer > shop", via: "ui-web-link")
    let find = sketch.link("shop > search") { $0.failure.fallback = .cache }
    let order = sketch.link("shop > ordering")
    let store = sketch.link("ordering > s:orders", via: "sql")
    let publish = sketch.link("ordering > c:events", via: "topic") {
      $0.carries = [DataID("order")]
    }
    let deliver = sketch.link("c:events > erp", via: "topic") { $0.carries = [DataID("order")] }
    sketch.link("erp > bi", via: "etl") { $0.dataFlow = .push }
    sketch.link("pricing > c:events", via: "topic") { $0.carries = [DataID("price")] }
    sketch.flow("browse", [visit, find])
    sketch.flow("order", [visit, order, store, publish, deliver])
    return sketch
  }

  @Test("who cannot do without what fails is lost, with the way to it")
  func losesDependents() throws {
    let outcome = shop().graph.outcome(of: [.element(ElementID("orders"))])
    #expect(
      words(outcome.elements) == [
        "bi stale", "erp stale", "ordering lost", "orders lost", "shop lost",
      ])
    #expect(words(outcome.flows) == ["browse lost", "order lost"])
    let effect = try #require(outcome.elements.first { $0.subject.name == "shop" })
    #expect(effect.path.map(\.element).words == "shop ordering orders")
    #expect(
      effect.path.map { $0.link?.text ?? "-" } == ["shop->ordering", "ordering->orders", "-"])
    #expect(outcome.lostFlowShare == 1)
  }

  @Test("a fallback degrades, and what only is fed grows stale")
  func tellsTheStates() {
    let graph = shop().graph
    let search = graph.outcome(of: [.element(ElementID("search"))])
    #expect(words(search.elements) == ["search lost", "shop degraded"])
    #expect(words(search.flows) == ["browse degraded", "order degraded"])
    let events = graph.outcome(of: [.element(ElementID("events"))])
    #expect(
      words(events.elements) == [
        "bi stale", "erp stale", "events lost", "ordering degraded", "pricing degraded",
        "shop degraded",
      ])
    #expect(words(events.flows) == ["browse degraded", "order lost"])
    let erp = graph.outcome(of: [.element(ElementID("erp"))])
    #expect(words(erp.flows) == ["order stale"])
    #expect(words(erp.elements) == ["bi stale", "erp lost"])
  }

  @Test("a gap passes a channel only with the data that is missing")
  func followsTheData() {
    let outcome = shop().graph.outcome(of: [.element(ElementID("pricing"))])
    #expect(words(outcome.elements) == ["pricing lost"])
  }

  @Test("zones take all that lies in them, providers all that they run, links their users")
  func failsOtherThings() {
    var sketch = shop()
    sketch.zones = [Zone(id: ZoneID("east")), Zone(id: ZoneID("hall"), parent: ZoneID("east"))]
    sketch.element("search") { $0.zone = ZoneID("hall") }
    sketch.element("erp") { $0.provider = ElementID("cloud") }
    sketch.element("cloud")
    let graph = sketch.graph
    #expect(
      words(graph.outcome(of: [.zone(ZoneID("east"))]).elements) == [
        "search lost", "shop degraded",
      ])
    #expect(
      words(graph.outcome(of: [.element(ElementID("cloud"))]).elements)
        == ["bi stale", "cloud lost", "erp lost"])
    let link = graph.outcome(of: [.link(LinkID("shop->ordering"))])
    #expect(words(link.elements) == ["shop lost"])
    #expect(link.elements[0].reason == .linkFailed)
    #expect(
      words(graph.outcome(of: [.link(LinkID("shop->search"))]).flows).first == "browse degraded")
    #expect(
      words(graph.outcome(of: [.link(LinkID("ordering->events"))]).flows)
        == ["browse degraded", "order lost"])
    #expect(
      words(graph.outcome(of: [.link(LinkID("events->erp"))]).elements) == [
        "bi stale", "erp stale",
      ])
  }

  @Test("with fewer instances than it needs an element is lost, with more degraded")
  func losesInstances() {
    var sketch = shop()
    sketch.element("ordering") {
      $0.instances = 3
      $0.needs = 2
    }
    let graph = sketch.graph
    func state(_ count: Int) -> FailureState? {
      graph.outcome(of: [.instances(ElementID("ordering"), count: count)]).elements
        .first { $0.subject.name == "ordering" }?.state
    }
    #expect([1, 2, 3].map(state) == [.degraded, .lost, .lost])
  }

  @Test("a stand-in helps until it fails as well")
  func usesStandIns() {
    var sketch = Sketch()
    let pay = sketch.link("shop > visa") { $0.failure.standIn = ElementID("bank") }
    sketch.element("bank")
    sketch.flow("pay", [pay])
    let graph = sketch.graph
    #expect(
      words(graph.outcome(of: [.element(ElementID("visa"))]).flows) == ["pay degraded"])
    #expect(graph.outcome(of: [.element(ElementID("bank"))]).flows == [])
    let both = graph.outcome(of: [.element(ElementID("visa")), .element(ElementID("bank"))])
    #expect(words(both.flows) == ["pay lost"])
    #expect(both.flows[0].reason == .noWayLeft)
    let ranking = graph.failureRanking()
    #expect(ranking.singles.map(\.failure) == [.element(ElementID("shop"))])
    #expect(ranking.pairs.map(\.first) == [.element(ElementID("bank"))])
    #expect(ranking.harmfulPairCount == 1 && ranking.triesAllPairs && ranking.triesAllSingles)
  }

  @Test("the ranking knows what each failure takes down", arguments: 0..<150)
  func ranksAsOutcomesSay(seed: Int) {
    let graph = Sketch.failing(seed: seed).graph
    let ranking = graph.failureRanking()
    let entries = Dictionary(uniqueKeysWithValues: ranking.singles.map { ($0.failure, $0) })
    for failure in graph.failures {
      let outcome = graph.outcome(of: [failure])
      let flows = outcome.flows.filter { $0.state == .lost }.map(\.subject.name)
      #expect(entries[failure]?.lostFlows.map(\.text) ?? [] == flows.sorted())
      let others = outcome.elements.filter {
        $0.state == .lost && $0.subject != failure.subject
      }
      #expect(entries[failure]?.lostElementCount ?? 0 == others.count)
    }
  }

  @Test("the pairs are those that do more harm than their parts", arguments: 0..<100)
  func ranksPairs(seed: Int) {
    let graph = Sketch.failing(seed: seed).graph
    let ranking = graph.failureRanking()
    var count = 0
    func lost(_ failures: [Failure]) -> Set<ElementPath.Subject> {
      let outcome = graph.outcome(of: failures)
      return Set((outcome.elements + outcome.flows).filter { $0.state == .lost }.map(\.subject))
    }
    let failures = graph.failures
    for (place, first) in failures.enumerated() {
      for second in failures[(place + 1)...] {
        let extra = lost([first, second]).subtracting(lost([first])).subtracting(lost([second]))
        if !extra.isEmpty { count += 1 }
      }
    }
    #expect(ranking.harmfulPairCount == count)
  }

  @Test("what lies nearer to the failure comes before what it takes down, and every way ends there")
  func givesWays() {
    for seed in 0..<150 {
      let graph = Sketch.failing(seed: seed).graph
      for failure in graph.failures {
        for effect in graph.outcome(of: [failure]).elements {
          #expect(effect.path.first?.element.text == effect.subject.name)
          if case .element(let id) = failure { #expect(effect.path.last?.element == id) }
          #expect(Set(effect.path).count == effect.path.count)
        }
      }
    }
  }

  @Test("recovery takes the longest part at once, or the longest sum in a row")
  func recovers() {
    var sketch = shop()
    sketch.element("shop") { $0.rto = .seconds(60) }
    sketch.element("ordering") { $0.rto = .seconds(600) }
    sketch.element("orders") {
      $0.rto = .seconds(3600)
      $0.rpo = .seconds(300)
    }
    let recovery = sketch.graph.recovery(of: sketch.flows[1])
    #expect(recovery.inParallel?.duration == .seconds(3600))
    #expect(recovery.inSequence == .seconds(4260))
    #expect(recovery.sequence.map(\.element).words == "orders ordering shop")
    #expect(recovery.recoveryPoint?.element.text == "orders")
    #expect(recovery.missingRTO.words == "events")
    #expect(recovery.missingRPO == [])
  }
}

extension SolutionGraph {
  /// Every element but people, and every zone.
  fileprivate var failures: [Failure] {
    solution.elements.filter { $0.kind != .person }.map { .element($0.id) }
      + solution.zones.map { .zone($0.id) }
  }
}

extension Sketch {
  /// Links of all sorts with stand-ins, zones, providers and flows.
  fileprivate static func failing(seed: Int) -> Sketch {
    var random = SeededRandom(seed: seed &+ 7000)
    var sketch = Sketch.random(seed: seed)
    let words = sketch.elements.keys.map(\.text).filter { $0 != "e0" }.sorted()
    sketch.zones = [Zone(id: ZoneID("z")), Zone(id: ZoneID("inner"), parent: ZoneID("z"))]
    for word in words {
      sketch.change(ElementID(word)) {
        if random.chance(0.3) { $0.zone = ZoneID(random.chance(0.5) ? "z" : "inner") }
        if random.chance(0.1) { $0.provider = ElementID(words[random.number(below: words.count)]) }
      }
    }
    for number in 0..<5 where words.count > 2 {
      let stops = words.shuffled(using: &random)
      sketch.link("\(stops[0]) > \(stops[1])", id: "s\(number)") {
        if random.chance(0.7) { $0.failure.standIn = ElementID(stops[2]) }
      }
    }
    let links = sketch.links.map(\.id).shuffled(using: &random)
    for number in 0..<3 {
      let steps = links.dropFirst(number).prefix(3).map(FlowStep.link)
      let isOptional = random.chance(0.3)
      sketch.flow(
        "f\(number)",
        steps: isOptional ? [.optional(Array(steps.prefix(1)))] + steps.dropFirst() : steps)
    }
    return sketch
  }
}
