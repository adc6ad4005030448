import DiagramScene
import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct SceneComposerTests {
  @Test("every text stands inside its box, on a grid of 4 px", arguments: 1...10)
  func fitsBoxes(seed: Int) {
    for scene in SceneSamples.scenes(of: Self.wordy(seed: seed)) {
      for box in scene.boxes {
        #expect([184, 224, 264].contains(box.size.width))
        #expect(box.size.height.truncatingRemainder(dividingBy: 4) == 0)
        #expect(box.plan.size == box.size)
        for placed in box.plan.lines {
          #expect(placed.baseline.x + placed.line.width <= box.size.width, "\(placed.line.text)")
          #expect(placed.baseline.y < box.size.height)
        }
        for chip in box.plan.chips { #expect(chip.area.maxX <= box.size.width) }
      }
      for arrow in scene.arrows {
        #expect(arrow.label.allSatisfy { $0.width <= 130 })
        #expect(arrow.labelSize == arrow.labelPlan.size)
      }
    }
  }

  @Test("ids are unique in a picture, and safe in XML", arguments: 1...10)
  func namesMarks(seed: Int) {
    for scene in SceneSamples.scenes(of: Self.wordy(seed: seed)) {
      let ids = scene.boxes.map(\.id) + scene.frames.map(\.id) + scene.arrows.map(\.id)
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0.allSatisfy { $0.isASCII && !"<>&\"' #".contains($0) } })
    }
  }

  @Test("a box has one id in all pictures")
  func keepsIDs() {
    let boxes = SceneSamples.all.flatMap(\.boxes)
    let ids = Dictionary(grouping: boxes, by: \.subject).mapValues { Set($0.map(\.id)) }
    #expect(ids.values.allSatisfy { $0.count == 1 })
    #expect(ids[.element(ElementID("commerce.shop"))] == ["element-commerce.shop"])
    #expect(SceneSamples.inside.arrows.contains { $0.id == "link-buyer..commerce.shop" })
    #expect(SceneSamples.flow.arrows.contains { $0.id == "link-buyer..commerce.shop" })
  }

  @Test("different ids never get the same mark, however they are written")
  func keepsNamesApart() {
    let ids = [
      "a b", "a_b", "a_x20_b", "a-b", "a->b", "a..b", "a. .b", "a._x2e_b", "ä", "_x", "__x",
    ]
    let solution = Solution(name: "", elements: ids.map { SolutionSamples.element($0, .channel) })
    let marks = SceneSamples.scenes(of: solution)[0].boxes.map(\.id)
    #expect(Set(marks).count == ids.count, "\(marks)")
  }

  @Test("the order of the model's lists makes no difference", arguments: 1...5)
  func forgetsTheOrder(seed: Int) {
    let scenes = SceneSamples.scenes(of: RandomSolution.solution(size: 30, seed: seed))
    #expect(
      scenes == SceneSamples.scenes(of: RandomSolution.solution(size: 30, seed: seed, order: 3)))
  }

  @Test("a card says what an element is, and what is unusual about it")
  func fillsCards() throws {
    let ordering = try box("commerce.ordering", in: SceneSamples.inside)
    #expect(ordering.look.icon == .service && ordering.look.isRedundant)
    #expect(ordering.chips.map(\.text) == ["2 ×"])
    let erp = try box("erp", in: SceneSamples.inside)
    #expect(erp.chips.map(\.text) == ["external", "frozen"])
    #expect(erp.look.tone == .external && erp.look.icon == .erp)
    #expect(erp.spoken == "ERP, ERP system, external, frozen")
    let shop = try box("commerce.shop", in: SceneSamples.inside)
    #expect(text(shop.note) == "web app · Mendix 10")
    #expect(
      shop.spoken
        == "Web shop, web app, Mendix 10. Shows the catalogue, keeps the basket and takes orders "
        + "from buyers.")
    let commerce = try box("commerce", in: SceneSamples.landscape)
    #expect(text(commerce.note) == "system · 3 parts")
    let focus = try box("commerce", in: SceneSamples.context)
    #expect(focus.look.isFocus && !commerce.look.isFocus)
  }

  @Test("a summary is cut after four lines, but spoken whole")
  func cutsSummaries() {
    let summary = String(repeating: "long words and more of them ", count: 20)
    let solution = Solution(
      name: "", elements: [SolutionSamples.element("a", .system) { $0.summary = summary }])
    let box = SceneSamples.scenes(of: solution)[0].boxes[0]
    #expect(box.summary.count == 4)
    #expect(box.summary[3].text.hasSuffix("…"))
    #expect(box.spoken.hasSuffix(summary.dropLast()))
  }

  @Test("a name of 200 characters is shown whole")
  func showsLongNames() {
    let name = String(repeating: "Donaudampfschifffahrt", count: 10).prefix(200)
    let solution = Solution(
      name: "", elements: [SolutionSamples.element("a", .application, String(name))])
    let box = SceneSamples.scenes(of: solution)[0].boxes[0]
    #expect(box.name.map(\.text).joined() == name)
    #expect(box.size.width == 264)
  }

  @Test("the legend explains what the picture uses, and nothing else")
  func explainsMarks() {
    let legend = SceneSamples.inside.legend.entries
    let strokes = legend.compactMap { entry in
      if case .stroke(let stroke) = entry.mark { stroke } else { nil }
    }
    #expect(strokes == [.synchronous, .asynchronous, .userInterface, .unknown])
    #expect(legend.contains { $0.mark == .border("frozen") })
    #expect(!legend.contains { $0.mark == .border("planned") })
    #expect(legend.contains { $0.mark == .icon(.erp, .external) })
    #expect(legend.contains { $0.text.text.hasPrefix("an arrow starts where") })
    #expect(!legend.contains { $0.text.text.contains("order of steps") })
    #expect(SceneSamples.flow.legend.entries.contains { $0.text.text.contains("order of steps") })
    #expect(Set(legend.map(\.mark)).count >= legend.count - 1)
  }

  @Test("colours stand for the values of a field, in their order")
  func colorsBoxes() throws {
    let scene = try scene(of: SolutionSamples.orderToCash) {
      $0.include = [.everything]
      $0.colorBy = "lifecycle"
    }
    let values = scene.legend.entries.compactMap { entry in
      if case .colorGroup = entry.mark { entry.text.text } else { nil }
    }
    #expect(values == ["lifecycle: planned", "lifecycle: frozen"])
    #expect(try box("erp", in: scene).colorGroup == 1)
    #expect(try box("insight", in: scene).colorGroup == 0)
    #expect(try box("buyer", in: scene).colorGroup == nil)
    #expect(scene.legend.entries.contains { $0.text.text == "no colour: lifecycle not given" })
  }

  @Test("more than eight values share the last colour")
  func limitsColors() throws {
    let elements = (10..<22).map { number in
      SolutionSamples.element("e\(number)", .store) { $0.technology = "T\(number)" }
    }
    let scene = try scene(of: Solution(name: "", elements: elements)) { $0.colorBy = "technology" }
    #expect(scene.boxes.compactMap(\.colorGroup) == [0, 1, 2, 3, 4, 5, 6] + [7, 7, 7, 7, 7])
  }

  private func scene(
    of solution: Solution, _ change: (inout ViewDefinition) -> Void
  ) throws -> Scene {
    var definition = ViewDefinition(id: ViewID("own"))
    change(&definition)
    let whole = Solution(
      name: solution.name, elements: solution.elements, links: solution.links, views: [definition])
    let view = try #require(ViewCatalog(SolutionGraph(whole)).view(named: "own"))
    return SceneComposer(whole).scene(of: view)
  }

  private func box(_ path: String, in scene: Scene) throws -> Box {
    try #require(scene.boxes.first { $0.subject == .element(ElementID(path)) })
  }

  private func text(_ lines: [TextLine]) -> String { lines.map(\.text).joined(separator: " ") }

  /// A random solution with names and words of all lengths.
  private static func wordy(seed: Int) -> Solution {
    var random = SeededRandom(seed: seed)
    let words = ["Order", "Versicherungsbestand", "customer_master-data", "注文管理システム", "<&\">", "é"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[random.number(below: words.count)] }.joined(separator: " ")
    }
    let solution = RandomSolution.solution(size: 25, seed: seed)
    let elements = solution.elements.map { element in
      var element = element
      element.name = text(1 + random.number(below: 8))
      if random.chance(0.5) { element.summary = text(random.number(below: 40)) }
      if random.chance(0.5) { element.technology = text(1 + random.number(below: 4)) }
      if random.chance(0.3) { element.instances = random.number(below: 5) }
      return element
    }
    return Solution(
      name: text(3), elements: elements, links: solution.links, flows: solution.flows)
  }
}
