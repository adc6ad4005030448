import MachinePorts
import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

@Suite struct FolderTests {
  private func read(
    _ files: [String: String], at path: String = "m", links: [String: String] = [:],
    unreadable: Set<String> = [], allowsOutside: Bool = false
  ) throws -> SolutionDocument {
    var reader = SolutionReader()
    reader.allowsOutside = allowsOutside
    return try reader.read(
      at: path, from: MemoryFileStore(files, links: links, unreadable: unreadable))
  }

  private let head = "lintel: 1\nsolution: X\napps: { a: A }\n"

  @Test("a folder is one model of all files with a version; the others are skipped and listed")
  func folder() throws {
    let document = try read([
      "m/lintel.yaml": head, "m/more/b.yml": "lintel: 1\napps: { b: B }",
      "m/c.json": #"{ "lintel": 1, "apps": { "c": "C" } }"#,
      "m/values.yaml": "image: lintel", "m/chart.yaml": "a: {{ .Values }}",
      "m/notes.md": "lintel: 1",
      "m/.hidden/x.yaml": "lintel: 1\napps: { x: X }", "other.yaml": "lintel: 1\napps: { y: Y }",
    ])
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["a", "b", "c"])
    #expect(document.files.map(\.path) == ["m/c.json", "m/lintel.yaml", "m/more/b.yml"])
    #expect(document.skipped.map(\.path) == ["m/chart.yaml", "m/values.yaml"])
  }

  @Test("`files` chooses among the files of the folder")
  func patterns() throws {
    let document = try read([
      "m/lintel.yaml": head + "files: [\"*.yaml\", parts/**/x?.yaml]",
      "m/b.yaml": "lintel: 1\napps: { b: B }", "m/parts/deep/x1.yaml": "lintel: 1\napps: { c: C }",
      "m/parts/xx.yaml": "lintel: 1\napps: { d: D }",
      "m/parts/y1.yaml": "lintel: 1\napps: { e: E }",
    ])
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["a", "b", "c", "d"])
  }

  @Test("a pattern that fits nothing is a mistake")
  func emptyPattern() throws {
    let document = try read(["m/lintel.yaml": head + "files: [parts/*.yaml]"])
    #expect(
      document.diagnostics.map(\.message) == [
        "no file below the folder fits 'parts/*.yaml'"
      ])
  }

  @Test("imports are followed, in circles too, and each file is read once")
  func imports() throws {
    let document = try read(
      [
        "m/x.yaml": head + "imports: [parts, ./y.yaml]",
        "m/y.yaml": "lintel: 1\nimports: [x.yaml, y.yaml, ../m/y.yaml]\napps: { y: Y }",
        "m/parts/p.yaml": "lintel: 1\nimports: [../y.yaml]\napps: { p: P }",
        "m/parts/q.yaml": "q: 1",
      ], at: "m/x.yaml")
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["a", "p", "y"])
    #expect(document.skipped.map(\.path) == ["m/parts/q.yaml"])
  }

  @Test(
    "an import that cannot be read is marked",
    arguments: [
      ("gone.yaml", "there is no file 'm/gone.yaml'"),
      ("plain.yaml", "'m/plain.yaml' is no model file: it has no 'lintel:' at its top level"),
      ("secret.yaml", "the file 'm/secret.yaml' may not be read"),
      (
        "https://example.org/x.yaml",
        "'https://example.org/x.yaml' is an address, and a model is read from files only"
      ),
      ("/etc/passwd", "'/etc/passwd' is not relative to the folder of this file"),
      ("../outside.yaml", "'../outside.yaml' leads out of the folder of the model"),
      (
        "parts/../../outside.yaml",
        "'parts/../../outside.yaml' leads out of the folder of the model"
      ),
      ("link.yaml", "'link.yaml' leads out of the folder of the model"),
      ("folder/inner.yaml", "'folder/inner.yaml' leads out of the folder of the model"),
      (#"parts\x.yaml"#, "a path is written with forward slashes"),
    ])
  func wrongImports(path: String, message: String) throws {
    let text = MarkedText(head + "imports: [⟦\(path)⟧]")
    let document = try read(
      [
        "m/lintel.yaml": text.text + "\nfiles: [lintel.yaml]", "m/plain.yaml": "a: 1",
        "outside.yaml": "lintel: 1\napps: { out: O }", "elsewhere/inner.yaml": "lintel: 1",
      ], links: ["m/link.yaml": "../outside.yaml", "m/folder": "/elsewhere"],
      unreadable: ["m/secret.yaml"])
    #expect(document.diagnostics.map(\.message) == [message])
    #expect(document.diagnostics.map(\.location.range) == text.ranges)
    #expect(document.solution.elements.map(\.id.text) == ["a"])
  }

  @Test("imports may leave the root when that is allowed")
  func outside() throws {
    let document = try read(
      [
        "m/lintel.yaml": head + "imports: [../outside.yaml, link.yaml]\nfiles: [lintel.yaml]",
        "outside.yaml": "lintel: 1\napps: { out: O }", "far/x.yaml": "lintel: 1\napps: { far: F }",
      ], links: ["m/link.yaml": "/far/x.yaml"], allowsOutside: true)
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["a", "far", "out"])
  }

  @Test("a link out of a scanned folder is skipped, and an unreadable file is a mistake")
  func scannedLinks() throws {
    let document = try read(
      ["m/lintel.yaml": head, "out/x.yaml": "lintel: 1\napps: { x: X }"],
      links: ["m/x.yaml": "/out/x.yaml"], unreadable: ["m/y.yaml"])
    #expect(document.skipped.map(\.path) == ["m/x.yaml"])
    #expect(
      document.diagnostics.map(\.message) == [
        "the link 'm/x.yaml' leads out of the folder and is not followed",
        "the file 'm/y.yaml' may not be read",
      ])
    #expect(document.solution.elements.map(\.id.text) == ["a"])
  }

  @Test("a profile in the folder is no part of the model")
  func profileInFolder() throws {
    let document = try read([
      "m/lintel.yaml": head + "profile: house/rules.yaml",
      "m/house/rules.yaml": "lintel: 1\ntypes: { app: [engine] }", "m/b.yaml": "lintel: 1",
    ])
    #expect(document.diagnostics == [])
    #expect(document.files.map(\.path) == ["m/b.yaml", "m/house/rules.yaml", "m/lintel.yaml"])
  }

  @Test("a first file that is a link out of the folder is not read")
  func linkedFirstFile() throws {
    let document = try read(
      ["m/b.yaml": head, "out.yaml": "lintel: 1\napps: { x: X }"],
      links: ["m/lintel.yaml": "../out.yaml"])
    #expect(document.solution.elements.map(\.id.text) == ["a"])
    #expect(document.skipped.map(\.path) == ["m/lintel.yaml"])
  }

  @Test("a path that leads nowhere is thrown")
  func nothing() {
    #expect(throws: FileError(path: "gone", reason: .notFound)) { try read([:], at: "gone") }
    #expect(throws: FileError(path: "m/x.yaml", reason: .notReadable)) {
      try read(["m/y.yaml": ""], at: "m/x.yaml", unreadable: ["m/x.yaml"])
    }
  }

  @Test("paths are shown relative to the current folder")
  func shownPaths() throws {
    for path in ["m", "./m/", "/m", "m/../m"] {
      #expect(try read(["m/lintel.yaml": head], at: path).files.map(\.path) == ["m/lintel.yaml"])
    }
    #expect(try read(["lintel.yaml": head], at: ".").files.map(\.path) == ["lintel.yaml"])
  }

  @Test("a folder without a model says so")
  func emptyFolder() throws {
    #expect(
      try read(["m/notes.md": ""]).diagnostics.map(\.message) == [
        "no file in 'm' says 'lintel: 1' at its top level"
      ])
  }
}
