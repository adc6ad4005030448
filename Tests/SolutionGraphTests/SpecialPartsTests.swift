import SolutionGraph
import SolutionModel
import Testing

@Suite struct SpecialPartsTests {
  private func element(
    _ id: String, _ kind: ElementKind = .application, in parent: String? = nil,
    _ change: (inout Element) -> Void = { _ in }
  ) -> Element {
    var element = Element(
      id: ElementID(parent.map { $0 + "." + id } ?? id), kind: kind,
      parent: parent.map { ElementID($0) })
    change(&element)
    return element
  }

  private func names(_ marks: [Bool], in solution: Solution) -> [String] {
    zip(solution.elements, marks).filter(\.1).map(\.0.id.text)
  }

  @Test("devices are fleets, what lies in them, and apps in a zone of devices that are no gateways")
  func devices() {
    var field = Zone(id: ZoneID("field"))
    field.trust = .device
    let solution = Solution(
      name: "Devices", zones: [field],
      elements: [
        element("pumps", .system) { $0.type = .deviceFleet }, element("chip", in: "pumps"),
        element("meter") { $0.zone = ZoneID("field") },
        element("gate") {
          $0.zone = ZoneID("field")
          $0.type = .gateway
        },
        element("log", .store) { $0.zone = ZoneID("field") }, element("desk"),
      ])
    #expect(
      names(SolutionGraph(solution).devices(), in: solution) == ["meter", "pumps", "pumps.chip"])
  }

  @Test("learned models are what is of type ai, what lies in it, and what 'ai-api' calls")
  func learnedModels() {
    var call = Link(from: ElementID("desk"), to: ElementID("engine"))
    call.via = OptionID("ai-api")
    call.through = [ElementID("gate")]
    let solution = Solution(
      name: "Models",
      elements: [
        element("vendor", .system) { $0.type = .ai }, element("words", in: "vendor"),
        element("desk"), element("gate"), element("engine"),
      ], links: [call])
    #expect(
      names(SolutionGraph(solution).learnedModels(), in: solution)
        == ["engine", "vendor", "vendor.words"])
  }

  @Test("what is run is neither external nor planned nor retired, nor a person or a module")
  func isRun() {
    let solution = Solution(
      name: "Run",
      elements: [
        element("buyer", .person), element("shop"), element("part", .module, in: "shop"),
        element("bank") { $0.isExternal = true }, element("next") { $0.lifecycle = .planned },
        element("old", .system) { $0.lifecycle = .retired }, element("inner", in: "old"),
        element("frozen") { $0.lifecycle = .frozen },
      ])
    let graph = SolutionGraph(solution)
    #expect(names(solution.elements.indices.map(graph.isRun), in: solution) == ["frozen", "shop"])
  }
}
