import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct CustomViewTests {
  @Test("a view with a focus alone shows what the automatic one shows")
  func followsTheFocus() throws {
    let inside = try view { $0.focus = .element(ElementID("commerce")) }
    #expect(inside.kind == .inside && inside.focus == .element(ElementID("commerce")))
    #expect(inside.connections.count == 5)
    let context = try view { $0.focus = .element(ElementID("events")) }
    #expect(context.kind == .context)
    #expect(context.members.map(\.subject.name) == ["commerce", "erp", "events"])
    let flow = try view { $0.focus = .flow(FlowID("take-order")) }
    #expect(flow.kind == .flow)
    #expect(flow.connections.flatMap(\.steps).count == 5)
    let landscape = try view { _ in }
    #expect(landscape.kind == .custom && landscape.focus == nil)
    #expect(landscape.members.count == 5)
  }

  @Test("chosen elements come with the links between them and the frames around them")
  func showsChosenElements() throws {
    let view = try view {
      $0.include = [
        .descendants(ElementID("commerce")), .predicate(.has(key: "lifecycle")),
      ]
      $0.exclude = [.predicate(.compare(key: "kind", .equal, value: "store"))]
      $0.colorBy = "criticality"
      $0.direction = .right
    }
    #expect(
      view.members.map(\.subject.name) == ["commerce.ordering", "commerce.shop", "erp", "insight"])
    #expect(view.groups.map(\.title) == ["Commerce"])
    #expect(
      arrows(of: view) == [
        "commerce.shop -> commerce.ordering", "commerce.shop -> erp", "erp -> insight",
      ])
    #expect(view.colorBy == "criticality" && view.direction == .right)
    #expect(view.members[0].reason == "is chosen by 'commerce.**'")
  }

  @Test("links that are chosen themselves come alone with their ends")
  func showsChosenLinks() throws {
    let view = try view {
      $0.include = [.predicate(.compare(key: "via", .equal, value: "topic"))]
    }
    #expect(arrows(of: view) == ["commerce.ordering -> events", "events -> erp"])
    let between = try self.view {
      $0.include = [
        .links(from: .element(ElementID("commerce")), to: .element(ElementID("erp")))
      ]
    }
    #expect(arrows(of: between) == ["commerce.shop -> erp"])
  }

  @Test("links of parts that are not shown are lifted, and none is lost")
  func liftsLinksOfParts() throws {
    let view = try view {
      $0.include = ["commerce", "erp", "events"].map { .element(ElementID($0)) }
    }
    #expect(arrows(of: view) == ["commerce -> erp", "commerce -> events", "events -> erp"])
    #expect(view.innerLinks.count == 2)
    let mixed = try self.view {
      $0.include = ["commerce", "commerce.shop", "erp"].map { .element(ElementID($0)) }
    }
    // The frame of Commerce needs a box for Ordering, which is not shown.
    #expect(arrows(of: mixed) == ["commerce.shop -> commerce", "commerce.shop -> erp"])
    #expect(mixed.members[0].group == 0 && mixed.members[0].hiddenParts == 2)
  }

  @Test("a selector that matches nothing gives an empty view, not a wrong one")
  func showsNothing() throws {
    let view = try view { $0.include = [.predicate(.has(key: "nonsense"))] }
    #expect(view.members.isEmpty && view.connections.isEmpty && view.groups.isEmpty)
  }

  private func view(_ change: (inout ViewDefinition) -> Void) throws -> View {
    var definition = ViewDefinition(id: ViewID("own"))
    change(&definition)
    let sample = SolutionSamples.orderToCash
    let solution = Solution(
      name: sample.name, elements: sample.elements, links: sample.links, flows: sample.flows,
      views: [definition])
    return try #require(ViewCatalog(SolutionGraph(solution)).view(named: "own"))
  }
}
