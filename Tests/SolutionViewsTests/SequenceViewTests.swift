import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct SequenceViewTests {
  private static func link(_ source: String, _ destination: String, takes time: Duration?) -> Link {
    var link = Link(
      from: ElementID(source), to: ElementID(destination),
      id: LinkID("\(source)->\(destination)"))
    link.interaction = .synchronous
    link.timing.latency = time
    return link
  }

  private static func view(_ steps: [FlowStep], unknown: Set<String> = []) -> View? {
    let ids = ["a", "b", "c", "d"]
    var links: [Link] = []
    for source in ids {
      for destination in ids where destination != source {
        links.append(
          link(
            source, destination,
            takes: unknown.contains(source + destination) ? nil : .milliseconds(100)))
      }
    }
    var flow = Flow(id: FlowID("f"))
    flow.steps = steps
    let solution = Solution(
      name: "S", elements: ids.map { Element(id: ElementID($0), kind: .application) }, links: links,
      flows: [flow])
    return ViewCatalog(SolutionGraph(solution)).view(named: "sequence-f")
  }

  private static func step(_ text: String) -> FlowStep { .link(LinkID(text)) }

  private func elapsed(_ view: View?) -> [Int] {
    view?.sequence?.moments.map { Int($0.elapsed / .milliseconds(1)) } ?? []
  }

  @Test("participants stand in the order in which they take part")
  func participants() {
    let view = Self.view([Self.step("c->a"), Self.step("a->d"), Self.step("c->a")])
    #expect(view?.members.map(\.subject.name) == ["c", "a", "d"])
    #expect(view?.connections.map { [$0.source, $0.destination] } == [[0, 1], [1, 2], [0, 1]])
    #expect(view?.connections.flatMap { $0.steps.map(\.number) } == ["1", "2", "3"])
  }

  @Test("times add up along the steps, and what is repeated counts as often")
  func repeats() {
    let view = Self.view([
      Self.step("a->b"),
      .repeated(
        times: 5, [Self.step("b->c"), .work(at: ElementID("c"), takes: .milliseconds(20))]),
      Self.step("a->d"),
    ])
    #expect(elapsed(view) == [100, 200, 220, 800])
    #expect(view?.connections[2].links == [])
    #expect(view?.sequence?.moments[2].work == .milliseconds(20))
  }

  @Test("branches start together; the flow goes on after the longest, which alone is critical")
  func parallel() {
    let view = Self.view([
      .parallel([
        .repeated(times: 1, [Self.step("a->b"), Self.step("b->c")]), Self.step("a->d"),
      ]),
      Self.step("a->c"),
    ])
    #expect(elapsed(view) == [100, 200, 100, 300])
    #expect(view?.sequence?.moments.map(\.isCritical) == [true, true, false, true])
    let kinds = view?.sequence?.fragments.map(\.kind)
    #expect(kinds == [.parallel(branches: [2]), .repeated(times: 1)])
  }

  @Test("from the first step of unknown time on, the time is a lower bound")
  func unknownTimes() {
    let view = Self.view(
      [Self.step("a->b"), Self.step("b->c"), Self.step("c->d")], unknown: ["bc"])
    #expect(elapsed(view) == [100, 100, 200])
    #expect(view?.sequence?.moments.map(\.isWhole) == [true, false, false])
  }

  @Test("huge repeats stop at the longest time instead of overflowing")
  func hugeRepeats() {
    let inner = FlowStep.repeated(times: .max, [.repeated(times: .max, [Self.step("a->b")])])
    #expect(Self.view([inner, inner, Self.step("a->b")])?.connections.count == 3)
  }
}
