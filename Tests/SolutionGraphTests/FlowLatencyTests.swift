import SolutionGraph
import SolutionModel
import Testing

@Suite struct FlowLatencyTests {
  @Test("own work, two calls with their wires: 400 + (30 + 250) + (1 + 300) = 981 ms")
  func reproducesTheExample() {
    var sketch = Sketch()
    let first = sketch.link("ordering > customer") { $0.timing.latency = .milliseconds(280) }
    let second = sketch.link("ordering > stock") { $0.timing.latency = .milliseconds(301) }
    sketch.flow(
      "f",
      steps: [
        .work(at: ElementID("ordering"), takes: .milliseconds(400)), .link(first), .link(second),
      ])
    let latency = sketch.graph.latency(of: sketch.flows[0])
    #expect(latency.total == .milliseconds(981))
    #expect(latency.missing == [])
    #expect(
      latency.parts.map(\.duration) == [.milliseconds(400), .milliseconds(280), .milliseconds(301)])
  }

  @Test("of branches at the same time the slowest counts, repeats and calls multiply")
  func knowsTheSteps() {
    var sketch = Sketch()
    let slow = sketch.link("a > b") { $0.timing.latency = .seconds(3) }
    let quick = sketch.link("a > c") {
      $0.timing.latency = .seconds(1)
      $0.volume.calls = 2
    }
    sketch.flow("branches", steps: [.parallel([.link(quick), .link(slow)]), .link(quick)])
    sketch.flow("repeats", steps: [.repeated(times: 5, [.link(quick), .optional([.link(slow)])])])
    let graph = sketch.graph
    #expect(graph.latency(of: sketch.flows[0]).total == .seconds(5))
    #expect(graph.latency(of: sketch.flows[0]).parts.map(\.subject) == [.link(slow), .link(quick)])
    #expect(graph.latency(of: sketch.flows[1]).total == .seconds(25))
    #expect(graph.latency(of: sketch.flows[1]).parts.map(\.times) == [10, 5])
  }

  @Test("without a latency of the link the destination's own time counts, without the wire")
  func fallsBackOnTheDestination() {
    var sketch = Sketch()
    sketch.element("b") { $0.latency = .seconds(2) }
    sketch.flow("f", [sketch.link("a > b")])
    let latency = sketch.graph.latency(of: sketch.flows[0])
    #expect(latency.total == .seconds(2))
    #expect(latency.parts.map(\.includesWire) == [false])
  }

  @Test("what nobody declares is missing, once; what nobody waits on is not")
  func listsTheMissing() {
    var sketch = Sketch()
    let call = sketch.link("a > b")
    let poll = sketch.link("a > c", via: "rest-pull")
    let publish = sketch.link("a > c:events", via: "topic") { $0.timing.latency = .seconds(1) }
    sketch.flow(
      "f",
      steps: [
        .link(call), .link(poll), .link(publish), .link(call),
        .work(at: ElementID("a"), takes: nil),
      ])
    let latency = sketch.graph.latency(of: sketch.flows[0])
    #expect(latency.missing == [.link(call), .element(ElementID("a"))])
    #expect(latency.total == .seconds(1))
  }

  @Test("contributors come once each with all their uses, the longest first")
  func ranksContributors() {
    var sketch = Sketch()
    let quick = sketch.link("a > b") { $0.timing.latency = .seconds(1) }
    let slow = sketch.link("a > c") { $0.timing.latency = .seconds(2) }
    sketch.flow("f", [quick, slow, quick, quick])
    let contributors = sketch.graph.latency(of: sketch.flows[0]).contributors
    #expect(contributors.map(\.subject) == [.link(quick), .link(slow)])
    #expect(contributors.map(\.duration) == [.seconds(3), .seconds(2)])
    #expect(contributors.map(\.share) == [0.6, 0.4])
  }

  @Test("the worst case is the timeouts of the outermost calls, with all their attempts")
  func addsTimeouts() {
    var sketch = Sketch()
    let outer = sketch.link("shop > ordering") { $0.timing.timeout = .seconds(10) }
    let inner = sketch.link("ordering > bank") {
      $0.timing.timeout = .seconds(2)
      $0.failure.retries = Retries(maximum: 2)
      $0.failure.retries?.backoff = .exponential
    }
    let mail = sketch.link("shop > mail") {
      $0.timing.timeout = .seconds(1)
      $0.failure.retries = Retries(maximum: 1)
    }
    let open = sketch.link("shop > search")
    sketch.flow("nested", [outer, inner, mail])
    sketch.flow("plain", [inner, open, open])
    sketch.flow("repeats", steps: [.repeated(times: 3, [.link(mail)])])
    sketch.flow("branches", steps: [.parallel([.link(outer), .link(mail), .link(open)])])
    let graph = sketch.graph
    let cases = sketch.flows.map { graph.worstCase(of: $0) }
    #expect(
      cases.map(\.total) == [.seconds(12), .milliseconds(6600), .seconds(6), .seconds(10)])
    #expect(cases.map(\.unbounded.words) == ["", open.text, "", open.text])
    #expect(cases[0].parts.map(\.link) == [outer, mail])
    #expect(cases[2].parts.map(\.times) == [3])
  }

  @Test("attempts multiply along nested calls: three on each of two layers are nine, of five 243")
  func multipliesAttempts() {
    func amplification(layers: Int) -> (Int, Int) {
      var sketch = Sketch()
      let links = (0..<layers).map { layer in
        sketch.link("e\(layer) > e\(layer + 1)") { $0.failure.retries = Retries(maximum: 2) }
      }
      sketch.flow("f", links)
      let worst = sketch.graph.worstCase(of: sketch.flows[0])
      return (worst.amplification, worst.amplifiedCalls.count)
    }
    #expect(amplification(layers: 2) == (9, 2))
    #expect(amplification(layers: 5) == (243, 5))
    #expect(amplification(layers: 60).0 == .max)
  }

  @Test("no declaration makes the sum overflow")
  func staysBounded() {
    var sketch = Sketch()
    let link = sketch.link("a > b") {
      $0.timing.latency = .seconds(Int64.max)
      $0.volume.calls = .max
    }
    sketch.flow(
      "f", steps: [.repeated(times: .max, [.repeated(times: .max, [.link(link)])]), .link(link)])
    let latency = sketch.graph.latency(of: sketch.flows[0])
    #expect(latency.total > .seconds(1_000_000_000))
    #expect(latency.parts.map(\.times) == [.max, .max])
  }
}
