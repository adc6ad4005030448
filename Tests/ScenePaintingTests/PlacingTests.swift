import DiagramScene
import MarkupText
import ScenePainting
import SolutionModel
import Testing

@Suite struct PlacingTests {
  private func elements(
    _ scene: SampleScene, overlay: Overlay? = nil
  ) throws -> [XMLReader.Element] {
    try XMLReader.elements(of: ScenePainter(overlay: overlay).paint(scene.placed).text)
  }

  private static var pair: SampleScene {
    var scene = SampleScene()
    scene.add("a", "A", .service, .application, at: 0, 0)
    scene.add("b", "B", .service, .application, at: 0, 300)
    return scene
  }

  @Test("a head has its point on the tip and opens against the line")
  func drawsHead() throws {
    var scene = Self.pair
    scene.connect(0, 1, "calls", through: [Point(110, 56), Point(110, 300)])
    let head = try #require(try elements(scene).first { $0.classes == ["head"] })
    #expect(head.attributes["d"] == "M110 300L106 291l8 0z")
  }

  @Test("a straight segment is written as a line, a bent one as a curve")
  func drawsLines() throws {
    var scene = Self.pair
    scene.connect(0, 1, "calls", through: [Point(110, 56), Point(110, 300)])
    scene.connect(
      0, 1, "asks", through: [Point(10, 56), Point(-60, 120), Point(-60, 220), Point(10, 300)])
    let lines = try elements(scene).filter { $0.attributes["id"]?.hasPrefix("line-") == true }
    #expect(lines.map { $0.attributes["d"]?.first { "LC".contains($0) } } == ["L", "C"])
  }

  @Test("a badge on a line avoids labels and cards while there is room")
  func placesBadges() throws {
    var scene = Self.pair
    scene.connect(
      0, 1, "calls", through: [Point(110, 56), Point(110, 300)], label: Point(110, 178))
    let overlay = Overlay(marks: [
      .link(LinkID("a->b")): Overlay.Mark(level: .error, count: 7, messages: ["no timeout"])
    ])
    let badge = try #require(
      try elements(scene, overlay: overlay).first { $0.classes == ["badge"] }?.attributes)
    let x = try #require(Double(badge["x"] ?? ""))
    let y = try #require(Double(badge["y"] ?? ""))
    let width = try #require(Double(badge["width"] ?? ""))
    let area = Rect(origin: Point(x, y), size: Size(width, 20))
    let taken = scene.areas + scene.placedArrows.compactMap(\.label)
    #expect(!taken.contains { $0.overlaps(area) })
    #expect(area.contains(Point(110, area.center.y)))
  }

  @Test("findings of all links of an arrow make one badge, of the gravest level")
  func addsMarks() throws {
    var scene = Self.pair
    scene.connect(0, 1, "calls", through: [Point(110, 56), Point(110, 300)])
    let first = scene.arrows[0]
    scene.arrows[0] = Arrow(
      id: first.id, links: [LinkID("a->b"), LinkID("a->b~2")], source: 0, destination: 1,
      stroke: .synchronous, status: nil, label: first.label, labelSize: first.labelSize, steps: [],
      spoken: "both")
    let overlay = Overlay(marks: [
      .link(LinkID("a->b")): Overlay.Mark(level: .note, count: 2, messages: ["one", "two"]),
      .link(LinkID("a->b~2")): Overlay.Mark(level: .error, count: 3, messages: ["three"]),
    ])
    let badges = try elements(scene, overlay: overlay).filter { $0.classes.first == "finding" }
    #expect(badges.map(\.classes) == [["finding", "error"]])
    #expect(badges[0].text.hasPrefix("5 findings, the gravest: error\nthree\none\ntwo"))
  }

  @Test("legend entries stand in columns and never run out of the picture")
  func arrangesLegend() throws {
    var scene = Self.pair
    for icon in Icon.allCases { scene.explain(.icon(icon, .system), "what \(icon.rawValue) means") }
    scene.explain(.text, String(repeating: "a long explanation ", count: 6))
    let elements = try elements(scene)
    let width = try #require(Double(elements[0].attributes["width"] ?? ""))
    let icons = elements.filter { $0.classes.first == "icon" && $0.attributes["transform"] != nil }
    #expect(icons.count == Icon.allCases.count)
    for entry in scene.legend { #expect(entry.text.width + 64 <= width) }
    let columns = Set(icons.map { $0.attributes["transform"]?.prefix { $0 != " " } })
    #expect(columns.count <= 4)
  }

  @Test("a long title is wrapped into the width of the picture")
  func wrapsTitle() throws {
    var scene = Self.pair
    scene.title = String(repeating: "Everything about orders ", count: 8)
    scene.notes = ["a simpler layout was used, since the picture is big"]
    let elements = try elements(scene)
    #expect(elements.count { $0.name == "text" && $0.classes == ["title"] } > 2)
    #expect(elements.contains { $0.text == "a simpler layout was used, since the picture is big" })
  }

  @Test("a card's words stand below each other, inside the card, whatever there is of them")
  func plansCards() {
    for words in ["", "one", String(repeating: "many words ", count: 30)] {
      for chips in [0, 1, 9] {
        let plan = CardPlan(
          width: 220, name: TextWrapping(.boxTitle, width: 150).lines(of: "Name " + words),
          note: TextWrapping(.boxNote, width: 150).lines(of: words),
          summary: TextWrapping(.boxText, width: 196).lines(of: words),
          chips: (0..<chips).map { LabelMetrics.line("chip \($0)", .badge) })
        let baselines = plan.lines.map(\.baseline.y)
        #expect(zip(baselines, baselines.dropFirst()).allSatisfy { $1 - $0 >= 11 })
        #expect(plan.size.height.truncatingRemainder(dividingBy: 4) == 0)
        #expect((baselines.last ?? 0) < plan.size.height - 8)
        for (place, chip) in plan.chips.enumerated() {
          #expect(chip.area.maxX <= 208 && chip.area.maxY <= plan.size.height - 12)
          #expect(!plan.chips[..<place].contains { $0.area.overlaps(chip.area) })
          #expect(chip.area.minY > (baselines.last ?? 0))
        }
      }
    }
  }

  @Test("a label's steps stand left of its words, all inside the label")
  func plansLabels() {
    let lines = TextWrapping(.arrowLabel, width: 120).lines(
      of: "publishes the order that was placed")
    let plan = LabelPlan(label: lines, steps: ["1", "12.1"])
    #expect(plan.steps.map(\.area.minX) == [4, 28])
    let left = plan.lines.map { $0.baseline.x - $0.line.width / 2 }.min() ?? 0
    #expect(left >= (plan.steps.last?.area.maxX ?? 0))
    let right = plan.lines.map { $0.baseline.x + $0.line.width / 2 }.max() ?? 0
    #expect(right <= plan.size.width)
    #expect(LabelPlan(label: [], steps: []).size == Size(0, 0))
  }

  @Test("a picture of thousands of elements is painted as a small one is")
  func paintsLargePictures() throws {
    var scene = SampleScene()
    for place in 0..<2_000 {
      scene.add(
        "e\(place)", "Element \(place)", .service, .application, at: Double(place % 50) * 260,
        Double(place / 50) * 160)
    }
    for place in 1..<2_000 {
      scene.connect(
        place - 1, place, "calls", "rest",
        through: [scene.areas[place - 1].center, scene.areas[place].center],
        label: Point(scene.areas[place].minX, scene.areas[place].maxY))
    }
    let svg = ScenePainter().paint(scene.placed)
    #expect(svg.text.utf8.count < 2_000 * 1_400)
    #expect(!svg.text.contains(".n41:hover"))
  }
}
