import SolutionGraph
import SolutionModel
import TestSupport
import Testing

/// Which flows use what, held against reading every flow anew.
@Suite struct FlowUsesTests {
  private static func solution(seed: UInt64) -> Solution {
    var random = SeededRandom(seed: seed)
    let elements = (0..<12).map { index in
      Element(
        id: ElementID(index < 4 ? "s\(index)" : "s\(index % 4).a\(index)"),
        kind: index < 4 ? .system : .application,
        parent: index < 4 ? nil : ElementID("s\(index % 4)"))
    }
    let links = (0..<30).map { index in
      var link = Link(
        from: elements[Int.random(in: 0..<12, using: &random)].id,
        to: elements[Int.random(in: 0..<12, using: &random)].id,
        id: LinkID("l\(index)"))
      if Int.random(in: 0..<3, using: &random) == 0 {
        link.through = [elements[Int.random(in: 0..<12, using: &random)].id]
      }
      if Int.random(in: 0..<8, using: &random) == 0 { link.status = .retired }
      return link
    }
    let flows = (0..<6).map { index in
      var flow = Flow(id: FlowID("f\(index)"))
      flow.steps = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
        let step = FlowStep.link(links[Int.random(in: 0..<30, using: &random)].id)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .optional([step])
        case 1: return .work(at: elements[Int.random(in: 0..<12, using: &random)].id, takes: nil)
        case 2: return .parallel([step, .repeated(times: 2, [step])])
        default: return step
        }
      }
      return flow
    }
    return Solution(name: "Random", elements: elements, links: links, flows: flows)
  }

  @Test("flows of links and elements are those whose steps touch them", arguments: 1...40)
  func againstPlainReading(seed: Int) {
    let solution = Self.solution(seed: UInt64(seed))
    let uses = SolutionGraph(solution).flowUses()
    for (place, link) in solution.links.enumerated() {
      let expected = solution.flows.indices.filter { flow in
        link.status != .retired
          && solution.flows[flow].uses.contains { $0.link == link.id && !$0.isOptional }
      }
      #expect(uses.flowsOfLink[place] == expected)
    }
    for (vertex, element) in solution.elements.enumerated() {
      #expect(
        uses.flowsOfElement[vertex]
          == solution.flows.indices.filter {
            Self.touched(by: solution.flows[$0], in: solution, optionalToo: false).contains(
              element.id)
          })
      let all = solution.flows.reduce(into: Set<ElementID>()) {
        $0.formUnion(Self.touched(by: $1, in: solution, optionalToo: true))
      }
      let isInside = all.contains { $0 == element.id || solution.element($0)?.parent == element.id }
      #expect(uses.isTouched[vertex] == isInside)
    }
  }

  private static func touched(by flow: Flow, in solution: Solution, optionalToo: Bool)
    -> Set<ElementID>
  {
    var touched: Set<ElementID> = []
    for use in flow.uses where optionalToo || !use.isOptional {
      guard let link = solution.link(use.link), link.status != .retired else { continue }
      touched.formUnion([link.source, link.destination] + link.through)
    }
    for place in flow.workplaces where optionalToo || !place.isOptional {
      touched.insert(place.element)
    }
    return touched
  }
}
