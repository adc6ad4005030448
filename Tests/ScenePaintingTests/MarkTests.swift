import DiagramScene
import MarkupText
import ScenePainting
import SolutionModel
import Testing

@Suite struct MarkTests {
  private func elements(
    _ scene: SampleScene, overlay: Overlay? = nil
  ) throws -> [XMLReader.Element] {
    try XMLReader.elements(of: ScenePainter(overlay: overlay).paint(scene.placed).text)
  }

  @Test("every icon has a drawing of its own, once in a picture")
  func drawsEveryIcon() throws {
    let elements = try elements(.icons)
    let shapes = elements.filter { $0.attributes["id"]?.hasPrefix("icon-") == true }
    #expect(shapes.map { $0.attributes["id"] } == Icon.allCases.map { "icon-\($0.rawValue)" })
    let drawings = elements.filter { $0.name == "path" && $0.ancestors.contains("defs") }
      .compactMap { $0.attributes["d"] }
    #expect(drawings.count >= Icon.allCases.count)
    #expect(Set(drawings).count == drawings.count)
    for drawing in drawings { #expect(drawing.hasPrefix("M") && drawing.count > 20) }
  }

  @Test("only icons that are used are defined")
  func definesUsedIcons() throws {
    let shapes = try elements(.shop).filter { $0.attributes["id"]?.hasPrefix("icon-") == true }
    #expect(shapes.count == 8)
  }

  @Test("every look is told apart by more than colour")
  func tellsLooksApart() throws {
    let boxes = try elements(.looks).filter { $0.classes.first == "box" }
    for lifecycle in Lifecycle.allCases where lifecycle != .active {
      #expect(boxes.count { $0.classes.contains(Substring(lifecycle.rawValue)) } == 4)
    }
    #expect(boxes.count { $0.classes.contains("external") } == 5)
    #expect(boxes.count { $0.classes.contains("focus") } == 5)
    #expect(boxes.count { $0.classes.contains("redundant") } == 5)
    let style = ScenePainter().styleSheet.text
    let dashes = ["external", "planned", "sunset", "retired"].map { word in
      style.pieces(after: ".\(word) .card{").first?.prefix { $0 != "}" }.pieces(
        after: "stroke-dasharray:"
      ).first.map(String.init)
    }
    #expect(Set(dashes).count == 4 && !dashes.contains(nil))
  }

  @Test("every stroke is a group of its own, told apart by dashes and width")
  func drawsStrokes() throws {
    let groups = try elements(.shop).filter { $0.classes.first == "lines" && $0.name == "g" }
    #expect(groups.map { $0.classes.last } == ["sync", "async", "batch", "ui", "unknown"])
  }

  @Test("a scale has a letter for each place, and a sign for all beyond")
  func lettersScales() throws {
    let letters = try elements(.scale).filter { $0.classes.contains("letter") }.map(\.text)
    #expect(letters.prefix(10) == ["A", "B", "C", "D", "E", "F", "G", "H", "+", "+"])
  }

  @Test("a flow's steps are numbered on its arrows")
  func numbersSteps() throws {
    let numbers = try elements(.scale).filter { $0.classes.contains("step-number") }.map(\.text)
    #expect(numbers == ["1", "2", "3", "12.1", "4", "5", "6", "7", "8"])
  }

  @Test("a link on its way out is crossed, one that is not yet there has a hollow head")
  func marksStatuses() throws {
    let elements = try elements(.scale)
    let ending = elements.count {
      $0.classes.first == "arrow"
        && ($0.classes.contains("deprecated") || $0.classes.contains("retired"))
    }
    #expect(ending == 2)
    #expect(elements.count { $0.classes == ["cross"] } == ending)
    #expect(ScenePainter().styleSheet.text.contains(".proposed .head"))
  }

  @Test("without an overlay nothing of it is in the picture")
  func leavesOverlayOut() throws {
    let elements = try elements(.shop)
    #expect(!elements.contains { $0.attributes["data-overlay"] != nil })
    #expect(!elements.contains { $0.classes.contains("finding") })
  }

  @Test("an overlay marks cards, frames and lines with level, number and words")
  func marksFindings() throws {
    let elements = try elements(.shop, overlay: .shop)
    let badges = elements.filter { $0.classes.first == "finding" }
    #expect(
      badges.map { $0.classes.last } == ["note", "warning", "error", "note", "error", "warning"])
    #expect(badges.allSatisfy { $0.ancestors.contains("g") })
    #expect(badges[2].text.contains("'orders-db' is a single point of failure"))
    let glows = elements.filter { $0.classes.contains("glow") }
    #expect(glows.count { $0.name == "path" } == 2)
    #expect(glows.count { $0.name == "rect" } == 8)
    let symbols = elements.filter { $0.classes == ["symbol"] }.compactMap { $0.attributes["d"] }
    let shapes = Set(symbols.map { $0.drop { $0 != "m" } })
    #expect(shapes.count == Level.allCases.count)
  }

  @Test("the glow of an inner frame lies above the ground of the outer one")
  func glowsInside() throws {
    let overlay = Overlay(marks: [
      .element(ElementID("b")): Overlay.Mark(level: .note, count: 1, messages: [])
    ])
    let elements = try elements(.looks, overlay: overlay)
    let frames = elements.indices.filter { elements[$0].classes.first == "frame" }
    let glow = try #require(elements.firstIndex { $0.classes.contains("glow") })
    #expect(frames.count == 3 && frames[0] < glow && glow < frames[1])
  }

  @Test("everything of an overlay lies in groups that a page can switch off")
  func switchesOverlayOff() throws {
    let plain = try elements(.shop)
    let marked = try elements(.shop, overlay: .shop)
    let hidden = marked.filter { $0.classes.first == "overlay" }
    #expect(hidden.count { $0.attributes["data-overlay"] == "findings" } == 1)
    #expect(marked.count - plain.count > hidden.count)
    #expect(ScenePainter().styleSheet.text.contains("[data-overlay=off]"))
  }

  @Test("the legend explains the levels on the picture")
  func explainsLevels() throws {
    let texts = try elements(.shop, overlay: .shop).filter { $0.name == "text" }.map(\.text)
    #expect(texts.suffix(3) == ["finding: error", "finding: warning", "finding: note"])
  }

  @Test("a label hides the lines below it with the colour of the ground it lies on")
  func groundsLabels() throws {
    let labels = try elements(.shop).filter { $0.classes.first == "label" }
    #expect(labels.contains { $0.classes == ["label"] })
    #expect(labels.contains { $0.classes == ["label", "on-outer"] })
  }
}

extension Substring {
  fileprivate func pieces(after mark: String) -> [Substring] { String(self).pieces(after: mark) }
}

extension Substring? {
  fileprivate func pieces(after mark: String) -> [Substring] { self?.pieces(after: mark) ?? [] }
}
