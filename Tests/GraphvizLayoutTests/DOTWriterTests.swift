import DiagramScene
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@testable import GraphvizLayout

@Suite struct DOTWriterTests {
  /// Names that break tools that paste them.
  private static let hostile = [
    #"quote " end"#, #"back\slash\"#, "new\nline", #"\N \G \l"#, "a & b &lt; &copy; &#60;",
    "<b>bold</b>", "tab\tbell\u{7}", "nul\0nul", "ümlaut \u{1F600} \u{202E}", "", "cluster", "node",
    "];}", "--", "->", "//", "/* */", "#", "subgraph x {",
  ]

  private func line(_ text: String, _ style: TextStyle = .boxTitle) -> TextLine {
    TextLine(text: text, style: style, width: 80)
  }

  private func scene(named names: [String]) -> Scene {
    let look = Box.Look(
      icon: .service, tone: .application, isExternal: true, lifecycle: nil, isFocus: false,
      isRedundant: false)
    let boxes = names.enumerated().map { place, name in
      Box(
        id: "element-\(place)\(name)", subject: .element(ElementID(name)),
        frame: place % 2 == 0 ? 0 : nil,
        size: Size(200, 80), look: look, name: [line(name)], note: [line(name)],
        summary: [line(name)], chips: [line(name)], spoken: name)
    }
    let arrows = boxes.indices.dropFirst().map { place in
      Arrow(
        id: "link-\(names[place])", links: [], source: place - 1, destination: place,
        stroke: Arrow.Stroke.allCases[place % 5], status: nil, label: [line(names[place])],
        labelSize: Size(80, 20), steps: ["1", names[place]], spoken: "")
    }
    return Scene(
      id: "view-\(names[0])", title: names[0], caption: "", kind: .landscape, direction: .right,
      frames: [
        Frame(
          id: "frame-\(names[0])", subject: .solution, parent: nil, title: line(names[0]),
          note: line(names[0]), isExternal: false)
      ], boxes: boxes, arrows: arrows, legend: Legend(entries: []))
  }

  @Test("hostile names give DOT that Graphviz reads without a complaint", arguments: hostile)
  func survivesHostileNames(name: String) throws {
    #expect(
      try FreshEngine.draws(dot: DOTWriter.text(of: scene(named: [name, "plain", name + "2"]))))
  }

  @Test(
    "every box, frame and arrow of the sample views is in the text", arguments: SceneSamples.all)
  func writesEverything(scene: Scene) throws {
    let text = DOTWriter.text(of: scene)
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.count { $0.contains(" -> ") } == scene.arrows.count)
    #expect(lines.count { $0.hasPrefix("subgraph ") } == scene.frames.count)
    #expect(lines.count { $0.hasPrefix("\"") && !$0.contains(" -> ") } == scene.boxes.count)
    #expect(try FreshEngine.draws(dot: text))
  }

  @Test("escapes and entities stand for themselves")
  func escapes() {
    let text = DOTWriter.text(of: scene(named: [#"a\Nb"c&amp;"#]))
    #expect(text.contains(#""view-a\\Nb\"c&amp;amp;""#))
  }

  @Test("the plain layout reads every sample view")
  func plainLayout() throws {
    #expect(try PlainLayout(SceneSamples.all).run() == SceneSamples.all.count)
  }
}
