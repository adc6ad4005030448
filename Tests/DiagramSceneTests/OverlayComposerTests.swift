import DiagramScene
import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct OverlayComposerTests {
  @Test("a finding of a hidden part is shown at the system around it")
  func liftsMarks() throws {
    let overlay = try overlay(
      on: "landscape",
      [
        .element(ElementID("commerce.shop")): mark(.warning, "shop"),
        .element(ElementID("commerce.orders-db")): mark(.error, "db"),
        .link(LinkID("commerce.shop->commerce.ordering")): mark(.note, "inner link"),
        .link(LinkID("commerce.shop->erp")): mark(.warning, "outer link"),
        .flow(FlowID("take-order")): mark(.error, "flow"), .solution: mark(.error, "all"),
      ])
    let commerce = try #require(overlay.marks[.element(ElementID("commerce"))])
    #expect(commerce.level == .error && commerce.count == 3)
    #expect(commerce.messages == ["db", "shop", "inner link"])
    #expect(overlay.marks[.link(LinkID("commerce.shop->erp"))]?.messages == ["outer link"])
    #expect(overlay.marks.count == 2)
  }

  @Test("a part that has a box keeps its own findings")
  func keepsMarks() throws {
    let overlay = try overlay(
      on: "inside-commerce",
      [
        .element(ElementID("commerce.shop")): mark(.warning, "shop"),
        .element(ElementID("commerce")): mark(.note, "commerce"),
      ])
    let scene = SceneSamples.inside
    #expect(scene.boxes.compactMap { overlay.marks[$0.subject]?.messages } == [["shop"]])
    #expect(scene.frames.compactMap { overlay.marks[$0.subject]?.messages } == [["commerce"]])
  }

  @Test("what a view does not show is left out")
  func leavesTheRestOut() throws {
    let marks: [ElementPath.Subject: Overlay.Mark] = [
      .element(ElementID("insight")): mark(.error, "insight"),
      .element(ElementID("ghost")): mark(.error, "ghost"),
      .link(LinkID("erp->insight")): mark(.error, "link"),
      .flow(FlowID("take-order")): mark(.error, "flow"),
    ]
    #expect(try overlay(on: "context-commerce", marks).marks.isEmpty)
    #expect(try overlay(on: "flow-take-order", marks).marks.isEmpty)
  }

  @Test("elements that a domain stands for bring their findings to it")
  func marksStandIns() throws {
    let elements = (1...9).map { number in
      SolutionSamples.element("e\(number)", .system) { $0.domain = DomainID("d\(number % 2)") }
    }
    let solution = Solution(name: "", elements: elements)
    let view = try #require(
      ViewCatalog(SolutionGraph(solution), boxLimit: 4).view(named: "landscape"))
    let overlay = OverlayComposer(solution).overlay(
      [
        .element(ElementID("e1")): mark(.error, "e1"), .element(ElementID("e2")): mark(.note, "e2"),
      ],
      on: view)
    #expect(overlay.marks[.domain(DomainID("d1"))]?.messages == ["e1"])
    #expect(overlay.marks[.domain(DomainID("d0"))]?.messages == ["e2"])
    let boxes = SceneComposer(solution).scene(of: view).boxes
    #expect(
      boxes.map { $0.note.map(\.text).joined(separator: " ") } == [
        "domain · 4 elements", "domain · 5 elements",
      ])
    #expect(boxes.map(\.look.icon) == [.domain, .domain])
  }

  private func mark(_ level: Level, _ message: String) -> Overlay.Mark {
    Overlay.Mark(level: level, count: 1, messages: [message])
  }

  private func overlay(
    on id: String, _ marks: [ElementPath.Subject: Overlay.Mark]
  ) throws -> Overlay {
    let solution = SolutionSamples.orderToCash
    let view = try #require(ViewCatalog(SolutionGraph(solution)).view(named: id))
    return OverlayComposer(solution).overlay(marks, on: view)
  }
}
