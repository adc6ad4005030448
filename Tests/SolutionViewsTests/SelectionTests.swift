import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct SelectionTests {
  @Test("a selector chooses what a plain search through everything chooses", arguments: 1...20)
  func choosesLikeAPlainSearch(seed: Int) {
    let solution = RandomSolution.solution(size: 16, seed: seed)
    let index = SelectionIndex(SolutionGraph(solution))
    let plain = PlainSelection(solution)
    var random = SeededRandom(seed: seed + 1000)
    for _ in 0..<30 {
      let selector = Self.selector(solution, depth: 0, &random)
      let selection = index.selection(of: selector)
      let expected = plain.choice(of: selector)
      #expect(Set(selection.elements) == expected.elements, "\(selector)")
      #expect(Set(selection.links) == expected.links, "\(selector)")
      #expect(selection.elements == selection.elements.sorted())
      #expect(selection.links == selection.links.sorted())
    }
  }

  @Test("taking an element out takes out what lies in it")
  func takesOutWholeElements() {
    let selection = index.selection(
      of: [.everything], except: [.element(ElementID("commerce")), .element(ElementID("erp"))])
    #expect(selection.elements.map(\.text) == ["buyer", "events", "insight"])
  }

  @Test("the first selector that chooses an element is the reason for it")
  func keepsTheFirstReason() {
    let first = Selector.children(ElementID("commerce"))
    let second = Selector.predicate(.compare(key: "type", .equal, value: "web"))
    let selection = index.selection(of: [first, second, .links(from: .everything, to: .everything)])
    #expect(selection.reason(for: .element(ElementID("commerce.shop"))) == first)
    #expect(selection.reason(for: .link(LinkID("events->erp"))) != nil)
    #expect(selection.reason(for: .element(ElementID("erp"))) == nil)
    #expect(selection.subjects.count == selection.elements.count + selection.links.count)
  }

  @Test("an element that the solution does not have chooses nothing")
  func ignoresUnknownElements() {
    let ghost = Selector.element(ElementID("ghost"))
    #expect(index.selection(of: [ghost, .incoming(ghost), .links(from: ghost, to: ghost)]).isEmpty)
    #expect(index.selection(of: .descendants(ElementID("ghost"))).isEmpty)
  }

  @Test("neighbours of a system are the neighbours of its parts, without these")
  func findsNeighboursOfSystems() {
    let commerce = Selector.element(ElementID("commerce"))
    #expect(index.selection(of: .incoming(commerce)).elements.map(\.text) == ["buyer"])
    #expect(index.selection(of: .outgoing(commerce)).elements.map(\.text) == ["erp", "events"])
    #expect(
      index.selection(of: .neighbours(commerce)).elements.map(\.text) == ["buyer", "erp", "events"])
  }

  private var index: SelectionIndex { SelectionIndex(SolutionGraph(SolutionSamples.orderToCash)) }

  private static func selector(
    _ solution: Solution, depth: Int, _ random: inout SeededRandom
  ) -> Selector {
    let id = solution.elements[random.number(below: solution.elements.count)].id
    switch random.number(below: depth > 1 ? 4 : 9) {
    case 0: return .element(id)
    case 1: return .children(id)
    case 2: return .descendants(id)
    case 3: return .predicate(PlainPredicate.random(depth: 0, &random))
    case 4: return .incoming(selector(solution, depth: depth + 1, &random))
    case 5: return .outgoing(selector(solution, depth: depth + 1, &random))
    case 6: return .neighbours(selector(solution, depth: depth + 1, &random))
    case 7:
      return .links(
        from: selector(solution, depth: depth + 1, &random),
        to: selector(solution, depth: depth + 1, &random))
    default: return .everything
    }
  }
}
