import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct FlowStepTests {
  @Test("steps are numbered in order; those at the same time share a number")
  func numbersSteps() throws {
    #expect(
      try numbers(of: [
        link(1), .work(at: ElementID("a"), takes: nil), .parallel([link(2), link(3)]), link(4),
      ]) == ["1": 1, "2a": 2, "2b": 3, "3": 4])
  }

  @Test("steps in a row inside a parallel one have numbers of their own")
  func numbersBranches() throws {
    #expect(
      try numbers(of: [
        .parallel([.optional([link(1), link(2)]), .repeated(times: 3, [link(3)])]), link(4),
      ]) == ["1a.1": 1, "1a.2": 2, "1b": 3, "2": 4])
  }

  @Test("work alone takes no number, not even beside others")
  func skipsWork() throws {
    let work = FlowStep.work(at: ElementID("a"), takes: nil)
    #expect(
      try numbers(of: [.parallel([work, link(1)]), .optional([work]), .parallel([work]), link(2)])
        == ["1a": 1, "2": 2])
  }

  @Test("the 27th step at the same time is called aa")
  func countsLetters() throws {
    let numbers = try numbers(of: [.parallel((1...28).map { link($0) })])
    #expect(numbers["1z"] == 26 && numbers["1aa"] == 27 && numbers["1ab"] == 28)
  }

  @Test("repeats multiply, and never overflow")
  func multipliesRepeats() throws {
    let connections = try view(of: [
      .repeated(times: 20, [.optional([.repeated(times: 3, [link(1)])])]),
      .repeated(times: .max, [.repeated(times: .max, [link(2)])]),
    ]).connections
    #expect(connections.flatMap(\.steps).map(\.times) == [60, .max])
    #expect(connections.flatMap(\.steps).map(\.isOptional) == [true, false])
  }

  private func link(_ number: Int) -> FlowStep { .link(LinkID("link\(number)")) }

  private func view(of steps: [FlowStep]) throws -> View {
    var flow = Flow(id: FlowID("f"))
    flow.steps = steps
    let numbers = 1...40
    let solution = Solution(
      name: "Steps",
      elements: [SolutionSamples.element("a", .system)]
        + numbers.map { SolutionSamples.element("b\($0 + 10)", .system) },
      links: numbers.map { SolutionSamples.link("a", "b\($0 + 10)", id: "link\($0)") },
      flows: [flow])
    return try #require(ViewCatalog(SolutionGraph(solution)).view(named: "flow-f"))
  }

  /// Which link each number is at.
  private func numbers(of steps: [FlowStep]) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for connection in try view(of: steps).connections {
      for step in connection.steps {
        found[step.number] = Int(connection.links[0].text.dropFirst(4))
      }
    }
    return found
  }
}
