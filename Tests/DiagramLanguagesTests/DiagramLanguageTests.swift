import DiagramLanguages
import DiagramScene
import Foundation
import SolutionModel
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DiagramLanguageTests {
  static let hostile = [
    #"quote " end"#, #"back\slash\"#, "new\nline", "a & b &lt; &copy; #35;",
    "<b>bold</b><script>",
    "nul\0bell\u{7}", "ümlaut \u{1F600} \u{2028}", "end", "subgraph x[", "]) --> x", "|label|",
    "%date() %%{init}%%", "!include /etc/passwd", "${x}", "'single'", "@enduml", "}", "1. list",
    "- list",
    "**b** //i// __u__", "`code`", "click b0 call x()", "$tags=\"x\"", ");", "",
  ]

  @Test(
    "every box, frame and arrow of the sample views is in the text", arguments: SceneSamples.all)
  func writesEverything(scene: Scene) throws {
    let drawing = Drawings.grid(scene)
    let counts: [(any DiagramLanguage.Type, arrows: String, frames: String, boxes: String)] = [
      (MermaidLanguage.self, #"b\d+ (-->|-\.->|==>)"#, "subgraph ", #"b\d+[\[(]"#),
      (PlantUMLLanguage.self, #"Rel\("#, #"Boundary\("#, #"(Person|System|Cont|Comp)\w*\("#),
      (D2Language.self, #"[fb.\d]+ -> [fb.\d]+"#, #"f\d+: "#, #"b\d+: "#),
    ]
    for (language, arrows, frames, boxes) in counts {
      let lines = Self.lines(language.text(of: drawing))
      func count(_ pattern: String) throws -> Int {
        let regex = try Regex(pattern)
        return lines.count { $0.prefixMatch(of: regex) != nil }
      }
      #expect(try count(arrows) == scene.arrows.count, "\(language.name)")
      #expect(try count(frames) == scene.frames.count, "\(language.name)")
      #expect(try count(boxes) == scene.boxes.count, "\(language.name)")
    }
    let cells = try Cells(DrawIOLanguage.text(of: drawing))
    #expect(cells.edges == scene.arrows.count)
    #expect(cells.vertices == scene.boxes.count + scene.frames.count + 1)
  }

  @Test("hostile names change nothing but the words", arguments: hostile)
  func keepsTheShape(name: String) throws {
    let plain = Drawings.grid(Drawings.scene(named: ["plain", "second", "third"]))
    let odd = Drawings.grid(Drawings.scene(named: [name, "second", name + "2"]))
    for language in LanguageCatalog.languages {
      let text = language.text(of: odd)
      #expect(
        Self.lines(text).count == Self.lines(language.text(of: plain)).count, "\(language.name)")
      #expect(text == language.text(of: odd))
    }
    // Behind the title, which is YAML.
    let mermaid = MermaidLanguage.text(of: odd).split(separator: "\n").dropFirst(3)
    for label in mermaid.joined(separator: "\n").matches(of: #/"([^"]*)"/#) {
      let words = label.output.1.replacing("<br/>", with: "")
      #expect(!words.contains { "<>&`*_[]{}|".contains($0) }, "\(words)")
    }
    for label in PlantUMLLanguage.text(of: odd).matches(of: #/"([^"]*)"/#) {
      let words = label.output.1
      #expect(!words.contains { "%!@`*_~$#".contains($0) }, "\(words)")
    }
    let cells = try Cells(DrawIOLanguage.text(of: odd))
    for label in cells.labels {
      #expect(!label.replacing(/<\/?(b|br)>/, with: "").contains { "<>".contains($0) }, "\(label)")
    }
  }

  @Test("a long word that the picture breaks is whole in other languages")
  func joinsWords() {
    let word = "Datenbankverwaltungsgesellschaftsvertrag"
    let scene = Drawings.scene(named: [word, "second", "三菱重工業冷熱株式会社情報管理部門資料室"])
    for language in LanguageCatalog.languages {
      let text = language.text(of: Drawings.grid(scene))
      #expect(text.contains(word), "\(language.name)")
      #expect(text.contains("三菱重工業冷熱株式会社情報管理部門資料室"), "\(language.name)")
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
  }
}

/// What a file of draw.io holds.
private final class Cells: NSObject, XMLParserDelegate {
  private(set) var vertices = 0
  private(set) var edges = 0
  private(set) var labels: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    #expect(parser.parse())
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    guard name == "mxCell" else { return }
    if attributes["vertex"] == "1" { vertices += 1 }
    if attributes["edge"] == "1" { edges += 1 }
    if let label = attributes["value"] { labels.append(label) }
  }
}
