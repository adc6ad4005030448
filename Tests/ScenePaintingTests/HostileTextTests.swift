import DiagramScene
import MarkupText
import ScenePainting
import SolutionModel
import Testing

@Suite struct HostileTextTests {
  @Test("text of a model stays text", arguments: ThemeCatalog.modes)
  func staysText(_ mode: ThemeMode) throws {
    let svg = ScenePainter(
      theme: mode, overlay: .hostile, link: { _ in "\"><script>" }, idPrefix: "<&\""
    ).paint(SampleScene.hostile.placed)
    let elements = try XMLReader.elements(of: svg.text)
    let names = Set(elements.map(\.name))
    #expect(
      names.isSubset(of: [
        "svg", "title", "desc", "style", "defs", "g", "a", "rect", "path", "circle", "text", "use",
      ]))
    #expect(elements.count { $0.name == "style" } == 1)
    for element in elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
    }
    for text in ["你好世界", "مرحبا", "👩‍👩‍👧‍👦", "</style><script>alert(1)</script>"] {
      #expect(elements.contains { $0.name == "text" && $0.text.contains(text.prefix(2)) })
    }
  }

  @Test("style sheets hold no text of a model")
  func keepsStyleClean() throws {
    let hostile = ScenePainter().paint(SampleScene.hostile.placed)
    let style = try XMLReader.elements(of: hostile.text).first { $0.name == "style" }
    let text = try #require(style?.text)
    #expect(!text.contains("script") && !text.contains("}*{") && !text.contains("javascript"))
  }

  @Test(
    "a link to a script or to another host is left out",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
      "\u{1}javascript:alert(1)", "data:text/html,x", "https://example.org", "//example.org",
      "/\\example.org", "\\\\example.org", "", "vbscript:x", "a:b",
    ])
  func refusesLink(_ url: String) throws {
    let svg = ScenePainter(link: { _ in url }).paint(SampleScene.shop.placed)
    #expect(try !XMLReader.elements(of: svg.text).contains { $0.name == "a" })
  }

  @Test(
    "a relative link is kept",
    arguments: ["../elements/shop.html", "#shop", "?a=b:c", "/shop", "./a:b", "shop&more=1"])
  func keepsLink(_ url: String) throws {
    let svg = ScenePainter(link: { $0 == .element(ElementID("events")) ? url : nil })
      .paint(SampleScene.shop.placed)
    let links = try XMLReader.elements(of: svg.text).filter { $0.name == "a" }
    #expect(links.map { $0.attributes["href"] } == [url])
  }

  @Test("places that are no numbers leave the picture well-formed")
  func survivesWrongPlaces() throws {
    var scene = SampleScene.shop
    scene.areas[0] = Rect(origin: Point(.nan, .infinity), size: Size(-1, .nan))
    scene.placedArrows[0] = PlacedScene.PlacedArrow(
      start: Point(.nan, 0), segments: [], tip: Point(-.infinity, 1e300), label: nil)
    let svg = ScenePainter().paint(scene.placed)
    _ = try XMLReader.elements(of: svg.text)
    scene = .looks
    scene.areas = scene.areas.map { Rect(origin: $0.origin, size: Size(.infinity, 1e12)) }
    #expect(ScenePainter().paint(scene.placed).text.utf8.count < 400_000)
    #expect(!svg.text.contains("nan") && !svg.text.contains("inf"))
  }
}
