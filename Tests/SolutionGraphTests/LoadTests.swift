import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct LoadTests {
  private func load(_ element: String, in sketch: Sketch, years: Int = 3) -> ElementLoad? {
    let graph = sketch.graph
    return graph.solution.index(of: ElementID(element)).map {
      graph.loads(inYears: years).elements[$0]
    }
  }

  @Test("peaks times calls, and a poll of each instance, add up at an element and its gateway")
  func addsUp() {
    var sketch = Sketch()
    sketch.element("mobile") { $0.instances = 30 }
    sketch.element("ordering") {
      $0.capacity = Rate(perSecond: 100)
      $0.instances = 4
    }
    sketch.link("shop > gateway > ordering") {
      $0.volume.peak = Rate(perSecond: 20)
      $0.volume.calls = 3
      $0.volume.growth = Ratio(fraction: 0.5)
    }
    sketch.link("mobile > ordering", via: "rest-pull") { $0.timing.poll = .seconds(10) }
    let ordering = load("ordering", in: sketch, years: 2)
    #expect(ordering?.now == RateBounds(exactly: 63))
    #expect(ordering?.later == RateBounds(exactly: 60 * 2.25 + 3))
    #expect(ordering?.utilisation == 0.63)
    #expect(ordering?.utilisationWithOneDown == 0.84)
    #expect(load("gateway", in: sketch)?.now == RateBounds(exactly: 60))
  }

  @Test("flows with a peak give what their steps take, repeats multiplied")
  func followsFlows() {
    var sketch = Sketch()
    let link = sketch.link("shop > stock") { $0.volume.calls = 2 }
    let other = sketch.link("shop > prices")
    sketch.flow("order", steps: [.repeated(times: 20, [.link(link)]), .link(other)]) {
      $0.peak = Rate(perSecond: 5)
    }
    sketch.flow("browse", [other])
    #expect(load("stock", in: sketch)?.now == RateBounds(exactly: 200))
    #expect(load("prices", in: sketch)?.now == RateBounds(low: 5, high: nil))
  }

  @Test("a topic gives everyone all, a queue an equal part; what is unknown leaves a lower bound")
  func passesChannels() {
    var sketch = Sketch()
    sketch.element("c:jobs") { $0.type = ElementType(rawValue: "queue") }
    sketch.link("a > c:events", via: "topic") { $0.volume.peak = Rate(perSecond: 8) }
    sketch.link("c:events > b", via: "topic")
    sketch.link("c:events > c:jobs", via: "topic")
    sketch.link("c:jobs > d", via: "queue")
    sketch.link("c:jobs > e", via: "queue")
    #expect(load("b", in: sketch)?.now == RateBounds(exactly: 8))
    #expect(load("e", in: sketch)?.now == RateBounds(exactly: 4))
    sketch.link("x > c:events", via: "topic")
    #expect(load("e", in: sketch)?.now == RateBounds(low: 4, high: nil))
    #expect(load("e", in: sketch)?.missing.count == 1)
  }

  @Test("declared calls of a transaction bound what goes on from an element, batches count nothing")
  func boundsCalls() {
    var sketch = Sketch()
    sketch.link("a > b") { $0.volume.peak = Rate(perSecond: 10) }
    sketch.link("b > c") { $0.volume.calls = 4 }
    sketch.link("a > c", via: "sftp") { $0.volume.perRun = 1_000_000 }
    #expect(load("c", in: sketch)?.now == RateBounds(low: 0, high: 40))
  }

  @Test("messages in a circle are unknown, and no declaration makes a sum overflow")
  func staysBounded() {
    var sketch = Sketch()
    sketch.link("c:one > c:two", via: "topic")
    sketch.link("c:two > c:one", via: "topic")
    sketch.link("c:two > a", via: "topic")
    #expect(load("a", in: sketch)?.now == .unknown)
    sketch.link("a > b") {
      $0.volume.peak = Rate(perSecond: .greatestFiniteMagnitude)
      $0.volume.calls = .max
      $0.volume.growth = Ratio(fraction: .greatestFiniteMagnitude)
    }
    #expect(load("b", in: sketch, years: 100)?.later.high?.isFinite == true)
  }

  @Test("what comes from outside into a part comes into the whole")
  func countsParts() {
    var sketch = Sketch()
    sketch.link("shop > erp.orders") { $0.volume.peak = Rate(perSecond: 7) }
    sketch.link("erp.orders > erp.stock") { $0.volume.peak = Rate(perSecond: 50) }
    #expect(load("erp", in: sketch)?.now == RateBounds(exactly: 7))
    #expect(load("erp.stock", in: sketch)?.now == RateBounds(exactly: 50))
  }

  @Test("agrees with a plain recursion over the links", arguments: 0..<300)
  func agreesWithPlainMethod(seed: Int) {
    var sketch = Sketch.random(seed: seed, isForward: true)
    var random = SeededRandom(seed: seed + 10_000)
    sketch = sketch.changingLinks { link in
      if random.chance(0.5) { link.volume.peak = Rate(perSecond: Double(random.number(below: 50))) }
      if random.chance(0.3) { link.volume.calls = 1 + random.number(below: 3) }
      if random.chance(0.3) { link.volume.growth = Ratio(fraction: 0.5) }
      if random.chance(0.2) { link.volume.average = Rate(perSecond: 2) }
      if random.chance(0.2) { link.timing.poll = .seconds(1 + random.number(below: 9)) }
    }
    let graph = sketch.graph
    let loads = graph.loads(inYears: 2)
    let plain = PlainLoads(solution: graph.solution)
    for vertex in graph.solution.elements.indices {
      let (now, later) = plain.load(of: graph.solution.elements[vertex].id)
      #expect(loads.elements[vertex].now.isNear(now))
      #expect(loads.elements[vertex].later.isNear(later))
    }
  }
}

/// Every rate worked out again from its sources whenever it is asked for; endless on circles.
private struct PlainLoads {
  let solution: Solution

  func load(of element: ElementID) -> (now: RateBounds, later: RateBounds) {
    var sums = (now: RateBounds.zero, later: RateBounds.zero)
    for link in solution.links {
      let stops = link.through + [link.destination]
      for _ in stops.filter({ $0 == element }) {
        guard let rate = rate(of: link) else { continue }
        sums = (sums.now + rate.now, sums.later + rate.later)
      }
    }
    return sums
  }

  private func rate(of link: Link) -> (now: RateBounds, later: RateBounds)? {
    guard link.isInUse, link.effectiveInteraction.value != .batch else { return nil }
    let calls = Double(link.volume.calls ?? 1)
    let growth = 1 + (link.volume.growth?.fraction ?? 0)
    func grown(_ rate: RateBounds) -> (RateBounds, RateBounds) {
      (rate, rate.scaled(by: growth * growth))
    }
    if let peak = link.volume.peak { return grown(RateBounds(exactly: peak.perSecond * calls)) }
    if let poll = link.timing.poll {
      return grown(RateBounds(exactly: calls / (poll / .seconds(1))))
    }
    if let average = link.volume.average {
      return grown(RateBounds(low: average.perSecond * calls, high: nil))
    }
    let isFed = solution.links.contains {
      $0.isInUse && ($0.through + [$0.destination]).contains(link.source)
    }
    let source = solution.element(link.source)
    if source?.kind == .channel, isFed {
      let (now, later) = load(of: link.source)
      return (now.scaled(by: calls), later.scaled(by: calls * growth * growth))
    }
    let isCall =
      link.isFunctionallySynchronous && link.effectiveInteraction.value != .userInterface
    if isFed, isCall, link.volume.calls != nil {
      let (now, later) = load(of: link.source)
      return (
        RateBounds(low: 0, high: now.high.map { $0 * calls }),
        RateBounds(low: 0, high: later.high.map { $0 * calls * growth * growth })
      )
    }
    return (.unknown, .unknown)
  }
}

extension RateBounds {
  fileprivate func isNear(_ other: Self) -> Bool {
    func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-6 * (1 + one) }
    switch (high, other.high) {
    case (nil, nil): return isNear(low, other.low)
    case (let one?, let two?): return isNear(low, other.low) && isNear(one, two)
    case (nil, _?), (_?, nil): return false
    }
  }
}
