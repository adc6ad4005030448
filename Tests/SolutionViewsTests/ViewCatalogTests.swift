import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct ViewCatalogTests {
  @Test("a solution without views of its own has a full set")
  func listsTheAutomaticViews() {
    let ids = ViewCatalog(SolutionGraph(SolutionSamples.orderToCash)).entries.map(\.id)
    #expect(
      ids == [
        "landscape", "context-commerce", "context-erp", "context-insight", "inside-commerce",
        "flow-take-order", "sequence-take-order",
      ])
  }

  @Test("a system without links has no context")
  func showsNoLoneSystems() {
    let solution = Solution(
      name: "", elements: ["a", "b", "c"].map { SolutionSamples.element($0, .system) },
      links: [SolutionSamples.link("a", "b")])
    #expect(
      ViewCatalog(SolutionGraph(solution)).entries.map(\.id)
        == ["landscape", "context-a", "context-b"])
  }

  @Test("an empty solution has no views")
  func showsNothingOfNothing() {
    #expect(ViewCatalog(SolutionGraph(Solution(name: ""))).entries.isEmpty)
  }

  @Test("ids are different on every disk, and the model's own ones keep theirs")
  func keepsIDsApart() {
    let solution = Solution(
      name: "Names",
      elements: [
        SolutionSamples.element("shop", .system), SolutionSamples.element("Shop", .system),
        SolutionSamples.element("a/b", .system), SolutionSamples.element("a b", .system),
      ],
      links: [SolutionSamples.link("shop", "Shop"), SolutionSamples.link("a/b", "a b")],
      flows: [Flow(id: FlowID("x"))],
      views: ["landscape", "CONTEXT-shop", "con", "../../etc"].map {
        ViewDefinition(id: ViewID($0))
      })
    let ids = ViewCatalog(SolutionGraph(solution)).entries.map(\.id)
    #expect(Set(ids.map { $0.lowercased() }).count == ids.count)
    #expect(ids.contains("landscape") && ids.contains("CONTEXT-shop"))
    #expect(ids.first == "landscape-2")
    #expect(!ids.contains("con"))
    #expect(
      ids.allSatisfy { id in
        id.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0))
        } && !id.hasPrefix(".")
      })
  }

  @Test("a view is found by its id")
  func findsViews() {
    let catalog = ViewCatalog(SolutionGraph(SolutionSamples.orderToCash))
    #expect(catalog.view(named: "context-erp")?.title == "ERP and its neighbours")
    #expect(catalog.view(named: "nowhere") == nil)
    #expect(catalog.views.map(\.id) == catalog.entries.map(\.id))
  }

  @Test("the order of the model's lists makes no difference", arguments: 1...10)
  func forgetsTheOrder(seed: Int) {
    let views = ViewCatalog(SolutionGraph(RandomSolution.solution(size: 40, seed: seed))).views
    let others = ViewCatalog(
      SolutionGraph(RandomSolution.solution(size: 40, seed: seed, order: seed + 7))
    ).views
    #expect(views == others)
  }
}
