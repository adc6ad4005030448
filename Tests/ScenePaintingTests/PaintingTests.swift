import DiagramScene
import MarkupText
import ScenePainting
import SolutionModel
import Testing

/// A sample by its name, so that each is a case of its own.
struct SampleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let placed: PlacedScene
  let overlay: Overlay?

  static let all = [
    Self(testDescription: "nothing", placed: SampleScene().placed, overlay: nil),
    Self(testDescription: "shop", placed: SampleScene.shop.placed, overlay: nil),
    Self(testDescription: "shop with findings", placed: SampleScene.shop.placed, overlay: .shop),
    Self(testDescription: "icons", placed: SampleScene.icons.placed, overlay: nil),
    Self(testDescription: "looks", placed: SampleScene.looks.placed, overlay: nil),
    Self(testDescription: "scale", placed: SampleScene.scale.placed, overlay: nil),
    Self(testDescription: "hostile", placed: SampleScene.hostile.placed, overlay: .hostile),
  ]
}

@Suite struct PaintingTests {
  @Test(
    "every picture is well-formed in every theme", arguments: SampleCase.all, ThemeCatalog.modes)
  func isWellFormed(_ sample: SampleCase, mode: ThemeMode) throws {
    let svg = ScenePainter(theme: mode, overlay: sample.overlay).paint(sample.placed)
    let elements = try XMLReader.elements(of: svg.text)
    #expect(elements.first?.name == "svg")
    #expect(elements.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
  }

  @Test("ids are unique, and whatever is referred to is there", arguments: SampleCase.all)
  func refersToWhatIsThere(_ sample: SampleCase) throws {
    let svg = ScenePainter(overlay: sample.overlay, idPrefix: "p1-").paint(sample.placed)
    let elements = try XMLReader.elements(of: svg.text)
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("p1-") })
    let references =
      elements.filter { $0.name == "use" }.compactMap { $0.attributes["href"] }
      + elements.compactMap { $0.attributes["aria-labelledby"] }.map { "#" + $0 }
    for reference in references { #expect(ids.contains(String(reference.dropFirst()))) }
  }

  @Test("the same scene gives the same bytes", arguments: SampleCase.all)
  func isDeterministic(_ sample: SampleCase) {
    let first = ScenePainter(overlay: sample.overlay).paint(sample.placed)
    let second = ScenePainter(overlay: sample.overlay).paint(sample.placed)
    #expect(first == second)
  }

  @Test("every box, frame, arrow and legend entry is drawn with all its words")
  func drawsEverything() throws {
    let placed = SampleScene.shop.placed
    let elements = try XMLReader.elements(of: ScenePainter().paint(placed).text)
    let texts = Set(elements.filter { $0.name == "text" }.map(\.text))
    #expect(elements.count { $0.classes.first == "box" } == placed.scene.boxes.count)
    #expect(elements.count { $0.classes.first == "frame" } == placed.scene.frames.count)
    #expect(elements.count { $0.classes.first == "arrow" } == placed.scene.arrows.count)
    for line in placed.scene.words { #expect(texts.contains(line.text)) }
  }

  @Test("nothing stands outside the picture")
  func staysInside() throws {
    for sample in SampleCase.all {
      let elements = try XMLReader.elements(of: ScenePainter().paint(sample.placed).text)
      let root = try #require(elements.first?.attributes)
      let width = try #require(Double(root["width"] ?? ""))
      let height = try #require(Double(root["height"] ?? ""))
      #expect(root["viewBox"] == "0 0 \(root["width"] ?? "") \(root["height"] ?? "")")
      #expect(width >= sample.placed.size.width + 64)
      #expect(height >= sample.placed.size.height + 64)
      for element in elements where element.name == "text" && element.ancestors == ["svg"] {
        let y = try #require(Double(element.attributes["y"] ?? ""))
        #expect(y < height)
      }
    }
  }

  @Test("a picture names its view, elements and links for scripts and screen readers")
  func namesItsParts() throws {
    let elements = try XMLReader.elements(of: ScenePainter().paint(SampleScene.shop.placed).text)
    let root = try #require(elements.first)
    #expect(root.attributes["role"] == "graphics-document document")
    #expect(root.attributes["data-view"] == "sample")
    let shop = try #require(elements.first { $0.attributes["data-element"] == "commerce.shop" })
    #expect(shop.attributes["id"] == "element-commerce.shop")
    #expect(shop.classes == ["box", "kind-application", "type-web", "focus", "n1"])
    #expect(shop.text.hasPrefix("Web shop: web app · Mendix 10."))
    let arrow = try #require(elements.first { $0.attributes["data-from"] == "commerce.shop" })
    #expect(arrow.attributes["data-to"] == "commerce.ordering")
    #expect(arrow.attributes["data-links"] == "commerce.shop->commerce.ordering")
    #expect(arrow.classes.prefix(2) == ["arrow", "sync"])
  }

  @Test("an arrow that the layout gave no label place is still labelled")
  func labelsEveryArrow() throws {
    var scene = SampleScene()
    scene.add("a", "A", .service, .application, at: 0, 0)
    scene.add("b", "B", .service, .application, at: 0, 200)
    scene.connect(0, 1, "calls", through: [Point(110, 60), Point(110, 200)])
    let elements = try XMLReader.elements(of: ScenePainter().paint(scene.placed).text)
    #expect(elements.contains { $0.name == "text" && $0.text == "calls" })
  }

  @Test("a picture of a dozen elements stays within twice its text and 20 KB")
  func staysSmall() {
    let placed = SampleScene.shop.placed
    let scene = placed.scene
    let spoken = scene.boxes.map(\.spoken) + scene.arrows.map(\.spoken)
    let text = (scene.words.map(\.text) + spoken).reduce(0) { $0 + $1.utf8.count }
    let bytes = ScenePainter().paint(placed).text.utf8.count
    #expect(bytes <= 2 * text + 20_480)
  }

  @Test("without its style sheet a picture relies on that of the page")
  func leavesStyleOut() throws {
    let painter = ScenePainter(embedsStyle: false)
    let svg = painter.paint(SampleScene.shop.placed)
    #expect(!svg.text.contains("font-family"))
    #expect(painter.styleSheet.text.contains("font-family:Arial"))
  }
}

extension Scene {
  /// All lines of text on the picture but its title and caption.
  fileprivate var words: [TextLine] {
    var lines: [TextLine] = []
    for box in boxes { lines += box.name + box.note + box.summary + box.chips }
    for arrow in arrows { lines += arrow.label }
    lines += frames.map(\.title)
    lines += legend.entries.map(\.text)
    return lines
  }
}
