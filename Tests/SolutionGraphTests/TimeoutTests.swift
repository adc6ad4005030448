import SolutionGraph
import SolutionModel
import Testing

@Suite struct TimeoutTests {
  private func link(_ timeout: Duration?, retries: Int = 0, _ backoff: Backoff? = nil) -> Link {
    var link = Link(from: ElementID("a"), to: ElementID("b"))
    link.timing.timeout = timeout
    link.failure.retries = Retries(maximum: retries)
    link.failure.retries?.backoff = backoff
    return link
  }

  @Test("the worst time is every attempt and every wait")
  func addsAttempts() {
    let first = Duration.milliseconds(200)
    #expect(
      link(.seconds(2), retries: 2, .exponential).worstTime(firstBackoff: first)
        == .milliseconds(6600))
    #expect(
      link(.seconds(2), retries: 2, .fixed).worstTime(firstBackoff: first) == .milliseconds(6400))
    #expect(
      link(.seconds(2), retries: 3, .incremental).worstTime(firstBackoff: first)
        == .milliseconds(9200))
    #expect(link(.seconds(2), retries: 2).worstTime(firstBackoff: first) == .seconds(6))
    #expect(link(.seconds(2)).worstTime(firstBackoff: first) == .seconds(2))
    #expect(link(nil, retries: 2).worstTime(firstBackoff: first) == nil)
  }

  @Test("eleven exponential retries from one second wait 2,047 seconds")
  func waitsLong() {
    #expect(
      link(.zero, retries: 11, .exponential).worstTime(firstBackoff: .seconds(1)) == .seconds(2047))
  }

  @Test("no declaration makes the worst time overflow", arguments: Backoff.allCases)
  func staysBounded(backoff: Backoff) {
    for retries in [62, 63, 64, 1_000_000, Int.max] {
      let time = link(.seconds(Int64.max / 1000), retries: retries, backoff)
        .worstTime(firstBackoff: .seconds(Int64.max / 1000))
      #expect((time ?? .zero) > .seconds(1_000_000_000))
    }
  }

  @Test("five seconds do not fit three attempts of two")
  func findsTheInversion() throws {
    var sketch = Sketch()
    sketch.link("shop > ordering", id: "outer") { $0.timing.timeout = .seconds(5) }
    sketch.link("ordering > bank", id: "inner") {
      $0.timing.timeout = .seconds(2)
      $0.failure.retries = Retries(maximum: 2)
      $0.failure.retries?.backoff = .exponential
    }
    let inversion = try #require(sketch.graph.timeoutInversions().first)
    #expect(inversion.outer.text == "outer")
    #expect(inversion.inner.words == "inner")
    #expect(inversion.innerWorstTime == .milliseconds(6600))
    #expect(inversion.outerTimeout == .seconds(5))
    #expect(inversion.flow == nil)
  }

  @Test(
    "an outer call is inverted when any inner one, but a call back, lasts as long",
    arguments: 0..<300)
  func agreesWithTrials(seed: Int) {
    let solution = Sketch.random(seed: seed).solution
    let calls = solution.links.filter {
      $0.isInUse && $0.isFunctionallySynchronous && $0.effectiveInteraction.value != .userInterface
    }
    func time(_ link: Link) -> Duration? { link.worstTime(firstBackoff: .milliseconds(200)) }
    let expected = calls.filter { outer in
      guard let timeout = outer.timing.timeout else { return false }
      return calls.contains { inner in
        inner.destination != outer.source
          && (outer.through + [outer.destination]).contains(inner.source)
          && (time(inner).map { timeout <= $0 } ?? false)
      }
    }
    #expect(SolutionGraph(solution).timeoutInversions().map(\.outer) == expected.map(\.id))
  }

  /// An outer call with five seconds, and three inner ones with two each.
  private func flowSketch() -> (sketch: Sketch, outer: LinkID, inner: [LinkID]) {
    var sketch = Sketch()
    let outer = sketch.link("shop > ordering", id: "outer") { $0.timing.timeout = .seconds(5) }
    let inner = ["bank", "stock", "mail"].map { (name: String) in
      sketch.link("ordering > \(name)", id: name) { $0.timing.timeout = .seconds(2) }
    }
    return (sketch, outer, inner)
  }

  @Test("calls that a flow makes in a row add up")
  func addsInFlows() {
    var (sketch, outer, inner) = flowSketch()
    sketch.flow("order", [outer] + inner)
    sketch.flow("short", [outer, inner[0], inner[1]])
    let inversions = sketch.graph.timeoutInversions()
    #expect(inversions.map(\.flow) == [FlowID("order")])
    #expect(inversions.map(\.inner.words) == ["bank stock mail"])
    #expect(inversions.map(\.innerWorstTime) == [.seconds(6)])
  }

  @Test("calls at the same time do not add up, repeated ones do")
  func knowsTheSteps() {
    var (sketch, outer, inner) = flowSketch()
    sketch.flow("together", steps: [.link(outer), .parallel(inner.map(FlowStep.link))])
    #expect(sketch.graph.timeoutInversions() == [])
    sketch.flow(
      "again", steps: [.link(outer), .repeated(times: 2, [.link(inner[0]), .link(inner[1])])])
    #expect(sketch.graph.timeoutInversions().map(\.flow) == [FlowID("again")])
    #expect(sketch.graph.timeoutInversions().map(\.innerWorstTime) == [.seconds(8)])
  }

  @Test("each time that a flow makes the outer call it waits anew")
  func waitsAnew() {
    var (sketch, outer, inner) = flowSketch()
    sketch.flow(
      "twice", [outer, inner[0], inner[1], outer, inner[1], inner[2]])
    #expect(sketch.graph.timeoutInversions() == [])
  }
}
