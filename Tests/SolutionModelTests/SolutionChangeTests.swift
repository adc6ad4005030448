import SolutionModel
import Testing

/// Small changes of a solution, tried on a copy.
@Suite struct SolutionChangeTests {
  private static let app = ElementID("a")
  private static let link = LinkID("a->b")

  private static let solution: Solution = {
    var link = Link(from: app, to: ElementID("b"))
    link.via = OptionID("rest")
    link.failure.need = .hard
    link.failure.retries = Retries(maximum: 3)
    var flow = Flow(id: FlowID("f"))
    flow.steps = [
      .link(link.id), .parallel([.link(link.id)]),
      .repeated(times: 2, [.link(link.id), .work(at: app, takes: nil)]),
    ]
    return Solution(
      name: "S",
      elements: [
        Element(id: app, kind: .application), Element(id: ElementID("b"), kind: .application),
      ], links: [link], flows: [flow])
  }()

  private func link(after change: SolutionChange) throws -> Link {
    try #require(Self.solution.applying([change]).link(Self.link))
  }

  @Test("an instance more takes over by itself, and nothing else changes")
  func instances() throws {
    let changed = Self.solution.applying([.addInstance(of: Self.app), .addInstance(of: Self.app)])
    let element = try #require(changed.element(Self.app))
    #expect(element.instances == 3 && element.failover == .automatic)
    #expect(changed.element(ElementID("b")) == Self.solution.element(ElementID("b")))
    #expect(changed.links == Self.solution.links && changed.flows == Self.solution.flows)
    #expect(Self.solution.applying([.failOver(Self.app)]).element(Self.app)?.failover == .automatic)
  }

  @Test("a link with a fallback, and one on which nobody waits, is no longer hard")
  func soft() throws {
    #expect(Self.solution.links[0].isHard)
    #expect(try !link(after: .fallBack(Self.link, to: .cache)).isHard)
    let asynchronous = try link(after: .makeAsynchronous(Self.link))
    #expect(!asynchronous.isHard && !asynchronous.isFunctionallySynchronous)
  }

  @Test("other facts of a link are set one by one")
  func facts() throws {
    #expect(try link(after: .setTimeout(Self.link, .seconds(2))).timing.timeout == .seconds(2))
    #expect(try link(after: .setRetries(Self.link, 0)).attempts == 1)
    #expect(try link(after: .makeIdempotent(Self.link)).failure.isIdempotent == true)
    #expect(try link(after: .keepDeadLetters(Self.link)).failure.deadLetter == .platform)
  }

  @Test("a link that is cut is used no more, and flows leave its steps out")
  func cut() throws {
    let changed = Self.solution.applying([.cut(Self.link)])
    #expect(try !#require(changed.link(Self.link)).isInUse)
    #expect(changed.flows[0].steps == [.repeated(times: 2, [.work(at: Self.app, takes: nil)])])
  }

  @Test("a change of what is not there changes nothing")
  func unknown() {
    let changes: [SolutionChange] = [
      .addInstance(of: ElementID("x")), .cut(LinkID("x")), .setRetries(LinkID("x"), 1),
    ]
    #expect(Self.solution.applying(changes) == Self.solution)
  }

  @Test("changes read as phrases, and say what to write")
  func words() {
    let solution = Self.solution
    #expect(
      SolutionChange.addInstance(of: Self.app).title(in: solution) == "second instance of 'a'")
    #expect(SolutionChange.cut(Self.link).title(in: solution) == "without 'a -> b'")
    let timeout = SolutionChange.setTimeout(Self.link, .milliseconds(1500))
    #expect(timeout.title(in: solution) == "timeout of 1.5 s on 'a -> b'")
    #expect(timeout.notation(in: solution) == "timeout: 1500ms")
    #expect(
      SolutionChange.addInstance(of: Self.app).notation(in: solution)
        == "instances: 2, failover: automatic")
    #expect(SolutionChange.cut(Self.link).notation(in: solution) == nil)
  }
}
