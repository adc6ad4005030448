import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct ViewKindTests {
  @Test("the landscape lifts links to the systems around their ends")
  func liftsLinks() throws {
    let view = try view("landscape")
    #expect(view.members.map(\.subject.name) == ["buyer", "commerce", "erp", "events", "insight"])
    #expect(view.groups.isEmpty)
    #expect(
      arrows(of: view) == [
        "buyer -> commerce", "commerce -> erp", "commerce -> events", "erp -> insight",
        "events -> erp",
      ])
    #expect(view.innerLinks.count == 2)
    #expect(view.connections.map(\.isLifted) == [true, true, true, false, false])
    #expect(view.members[1].hiddenParts == 3)
    #expect(
      view.caption
        == "Who and what there is, and who uses what: 1 person, 3 systems, "
        + "1 channel, 5 links (2 more inside boxes)")
  }

  @Test("a context shows a system with its neighbours and their links with it alone")
  func showsContexts() throws {
    let view = try view("context-commerce")
    #expect(view.members.map(\.subject.name) == ["buyer", "commerce", "erp", "events"])
    #expect(
      arrows(of: view) == ["buyer -> commerce", "commerce -> erp", "commerce -> events"])
    #expect(view.members.filter(\.isFocus).map(\.subject.name) == ["commerce"])
    #expect(view.members.map(\.reason).prefix(1) == ["uses Commerce"])
  }

  @Test("an inside shows the parts in a frame and the neighbours around it")
  func showsInsides() throws {
    let view = try view("inside-commerce")
    #expect(view.groups.map(\.title) == ["Commerce"])
    #expect(view.members.filter { $0.group == 0 }.count == 3)
    #expect(
      view.members.filter { $0.group == nil }.map(\.subject.name) == ["buyer", "erp", "events"])
    #expect(view.connections.count == 5)
    #expect(view.innerLinks.isEmpty)
  }

  @Test("a flow numbers its steps in the frames of their systems")
  func showsFlows() throws {
    let view = try view("flow-take-order")
    let steps = view.connections.flatMap { connection in
      connection.steps.map { step in
        let end = view.members[connection.destination].subject.name
        return "\(step.number) \(end)\(step.isOptional ? "?" : "")"
      }
    }
    #expect(
      steps.sorted() == [
        "1 commerce.shop", "2 commerce.ordering", "3a commerce.orders-db", "3b events", "4 erp?",
      ])
    #expect(view.groups.map(\.title) == ["Commerce"])
    #expect(view.caption.hasPrefix("The way it takes: 4 steps over"))
  }

  @Test("a system that links end at as a whole has a box inside its own frame")
  func showsWholes() throws {
    let solution = Solution(
      name: "Whole",
      elements: [
        SolutionSamples.element("a", .system), SolutionSamples.element("a.b", .application),
        SolutionSamples.element("c", .system),
      ],
      links: [SolutionSamples.link("c", "a"), SolutionSamples.link("a.b", "c")])
    let view = try #require(ViewCatalog(SolutionGraph(solution)).view(named: "inside-a"))
    #expect(view.members.map(\.subject.name) == ["a", "a.b", "c"])
    #expect(view.members.map(\.group) == [0, 0, nil])
    #expect(arrows(of: view) == ["a.b -> c", "c -> a"])
  }

  @Test("of too many parts the box of the whole stands for the least linked ones")
  func leavesPartsToTheWhole() throws {
    let parts = (10..<40).map { SolutionSamples.element("a.p\($0)", .application) }
    let solution = Solution(
      name: "Many", elements: [SolutionSamples.element("a", .system)] + parts,
      links: [SolutionSamples.link("a.p39", "a.p38")])
    let view = try #require(
      ViewCatalog(SolutionGraph(solution), boxLimit: 10).view(named: "inside-a"))
    #expect(view.members.count == 10)
    #expect(view.members[0].subject == .element(ElementID("a")))
    #expect(view.members[0].hiddenParts == 21)
    #expect(arrows(of: view) == ["a.p39 -> a.p38"])
  }

  @Test("a link that passes a gateway is drawn by way of it, or straight where it is not shown")
  func drawsDetours() throws {
    var solution = Solution(
      name: "Detour",
      elements: ["a", "b", "gateway"].map { SolutionSamples.element($0, .system) },
      links: [SolutionSamples.link("a", "b") { $0.through = [ElementID("gateway")] }])
    let landscape = try #require(ViewCatalog(SolutionGraph(solution)).view(named: "landscape"))
    #expect(arrows(of: landscape) == ["a -> gateway", "gateway -> b"])
    var without = ViewDefinition(id: ViewID("without"))
    without.exclude = [.element(ElementID("gateway"))]
    solution = Solution(
      name: "Detour", elements: solution.elements, links: solution.links, views: [without])
    let view = try #require(ViewCatalog(SolutionGraph(solution)).view(named: "without"))
    #expect(arrows(of: view) == ["a -> b"])
  }

  @Test("a retired link is left out but where a flow takes it or it is asked for")
  func leavesRetiredLinksOut() throws {
    var flow = Flow(id: FlowID("f"))
    flow.steps = [.link(LinkID("a->b"))]
    var asked = ViewDefinition(id: ViewID("asked"))
    asked.include = [.links(from: .element(ElementID("a")), to: .element(ElementID("b")))]
    let solution = Solution(
      name: "Retired", elements: ["a", "b"].map { SolutionSamples.element($0, .system) },
      links: [SolutionSamples.link("a", "b") { $0.status = .retired }], flows: [flow],
      views: [asked])
    let catalog = ViewCatalog(SolutionGraph(solution))
    #expect(try #require(catalog.view(named: "landscape")).connections.isEmpty)
    #expect(try #require(catalog.view(named: "flow-f")).connections.count == 1)
    #expect(try #require(catalog.view(named: "asked")).connections.count == 1)
  }

  @Test("a link from an element to itself is drawn, but not at a box around it")
  func drawsLoops() throws {
    let solution = Solution(
      name: "Loop",
      elements: [
        SolutionSamples.element("a", .system), SolutionSamples.element("a.b", .application),
      ],
      links: [SolutionSamples.link("a", "a"), SolutionSamples.link("a.b", "a.b")])
    let catalog = ViewCatalog(SolutionGraph(solution))
    let landscape = try #require(catalog.view(named: "landscape"))
    #expect(arrows(of: landscape) == ["a -> a"])
    #expect(landscape.innerLinks.map(\.text) == ["a.b->a.b"])
    #expect(arrows(of: try #require(catalog.view(named: "inside-a"))) == ["a -> a", "a.b -> a.b"])
  }

  @Test("elements that lie in each other in a circle do not hang anything")
  func survivesCircles() {
    let first = Element(id: ElementID("a"), kind: .system, parent: ElementID("b"))
    let second = Element(id: ElementID("b"), kind: .system, parent: ElementID("a"))
    let own = Element(id: ElementID("c"), kind: .system, parent: ElementID("c"))
    let solution = Solution(
      name: "Circle", elements: [first, second, own], links: [SolutionSamples.link("a", "b")])
    #expect(ViewCatalog(SolutionGraph(solution)).views.count >= 3)
  }

  private func view(_ id: String) throws -> View {
    try #require(ViewCatalog(SolutionGraph(SolutionSamples.orderToCash)).view(named: id))
  }
}

/// The arrows of a view by the names of their ends.
func arrows(of view: View) -> [String] {
  view.connections.map {
    "\(view.members[$0.source].subject.name) -> \(view.members[$0.destination].subject.name)"
  }
}
