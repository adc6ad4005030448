import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

@Suite struct HostileTests {
  private let head = "lintel: 1\nsolution: X\napps: { a: A }\n"

  @Test("of very many mistakes a thousand are shown, and the others are counted")
  func manyMistakes() {
    let keys = (0..<100_000).map { "k\($0): 1" }.joined(separator: "\n")
    let document = read(head + keys)
    #expect(document.diagnostics.count == 1001)
    #expect(document.diagnostics.last?.message == "99000 more mistakes are not shown (limit 1000)")
    #expect(document.solution.elements.count == 1)
  }

  @Test("very many references that lead nowhere cost no more than reading them")
  func manyUnknownNames() {
    let apps = (0..<5_000).map { "  app\($0): A" }.joined(separator: "\n")
    let links = (0..<20_000).map { "  - apx\($0) -> apy\($0): x" }.joined(separator: "\n")
    let document = read("lintel: 1\nsolution: X\napps:\n\(apps)\nlinks:\n\(links)")
    #expect(document.diagnostics.count == 1001)
  }

  @Test("very many links between the same ends are told apart")
  func manyTwins() {
    let links = (0..<20_000).map { "  - { a -> a: l\($0), via: rest }" }.joined(separator: "\n")
    let document = read(head + "links:\n" + links)
    #expect(document.diagnostics == [])
    #expect(document.solution.links.count == 20_000)
  }

  @Test("very many elements with the same last part can be told apart by their path")
  func manySuffixes() {
    let systems = (0..<5_000).map { "  s\($0): { apps: { x: X } }" }.joined(separator: "\n")
    let links = (0..<5_000).map { "  - s\($0).x -> a: x" }.joined(separator: "\n")
    let document = read(head + "systems:\n\(systems)\nlinks:\n\(links)\n  - x -> a: x")
    #expect(
      document.diagnostics.map(\.message) == [
        "'x' fits several elements: s0.x, s1.x, s2.x, s3.x, s4.x and 4995 more"
      ])
    #expect(document.solution.links.count == 5_000)
  }

  @Test("a model has only so many parts")
  func manyParts() {
    let apps = (0..<250_001).map { "x\($0): A" }.joined(separator: ",")
    let document = read(
      "lintel: 1\nsolution: X\napps: { a: A }\nstores: {\(apps)}\nlinks: [a -> x1]")
    #expect(document.diagnostics.map(\.message) == ["a model has at most 250000 parts"])
  }

  @Test("systems that nest very deep end in a mistake")
  func deepSystems() {
    let depth = 40
    let text =
      String(repeating: "{ systems: { s: ", count: depth) + "S"
      + String(repeating: " } }", count: depth)
    let document = read("lintel: 1\nsolution: X\nsystems: { s: \(text) }")
    #expect(document.diagnostics.map(\.message) == ["elements nest at most 16 deep"])
    #expect(document.solution.elements.count == 16)
  }

  @Test("steps that nest very deep end in a mistake")
  func deepSteps() {
    let text =
      String(repeating: "[{ parallel: ", count: 30) + "[]" + String(repeating: " }]", count: 30)
    let document = read(head + "flows: { f: { steps: \(text) } }")
    #expect(document.diagnostics.map(\.message) == ["steps nest at most 8 deep"])
  }

  @Test("after a broken text no name is said to be missing")
  func brokenText() {
    let document = read([
      "a.yaml": head + "links: [a -> b]\n", "b.yaml": "lintel: 1\napps: { b: [ }\nowner: nobody",
    ])
    #expect(document.diagnostics.allSatisfy { $0.location.path == "b.yaml" })
    #expect(!document.diagnostics.isEmpty)
  }

  @Test("aliases are read as what they stand for, in time")
  func aliases() {
    let document = read(
      """
      lintel: 1
      solution: X
      apps:
        a: &a { name: A, tags: &t [x, y] }
        b: *a
        c: { tags: *t }
      """)
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.tags) == [["x", "y"], ["x", "y"], ["x", "y"]])
  }

  @Test("any shape in any place ends in a mistake, never in a crash")
  func wrongShapes() {
    let keys = [
      "lintel", "solution", "owner", "reviewed", "publish", "tags", "teams", "domains", "zones",
      "people", "systems", "apps", "stores", "channels", "data", "links", "flows", "views",
      "review", "profile", "imports", "files", "extend",
    ]
    let shapes = [
      "", "~", "x", "3", "[]", "{}", "[x]", "[[x]]", "{x: }", "{x: [y]}", "{x: {y: {z: [1]}}}",
      "[{x: y}]", "[{a -> b: [c]}]", "[{from: [a], to: {b: c}}]", "{x: {steps: [{at: [a]}]}}",
      "{waivers: [x, [y], {rule: [z]}], levels: [1], settings: {x: 3}}",
      "{x: {include: [[a], {b: c}]}}",
      "\"\\u0000\\e[2J\"", "{\"\": \"\"}", "{x: {fields: [1], formerly: {a: b}, type: [x]}}",
    ]
    for key in keys {
      for shape in shapes {
        let rest = ["lintel: 1", "solution: X", "apps: { a: A }"].filter {
          !$0.hasPrefix(key + ":")
        }
        let document = read((rest + ["\(key): \(shape)"]).joined(separator: "\n"))
        for diagnostic in document.diagnostics {
          #expect(!diagnostic.message.unicodeScalars.contains { $0.value < 0x20 })
        }
      }
    }
  }
}
