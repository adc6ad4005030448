import SourceText
import Testing
import YAMLSyntax

@Suite struct TextMistakeTests {
  private struct Fault: Sendable {
    let bytes: [UInt8]
    let place: String
    let message: String
    let help: [String]

    init(_ bytes: [UInt8], _ place: String, _ message: String, _ help: String...) {
      self.bytes = bytes
      self.place = place
      self.message = message
      self.help = help
    }

    init(_ text: String, _ place: String, _ message: String, _ help: String...) {
      self.bytes = Array(text.utf8)
      self.place = place
      self.message = message
      self.help = help
    }
  }

  private static let saveAsUTF8 = "save the file as UTF-8"

  private static let faults: [Fault] = [
    Fault([0x61, 0xFF], "model.yaml:1:2", "byte FF is not UTF-8 here", saveAsUTF8),
    Fault(
      Array("é: 1\r\nlänge: ".utf8) + [0xE9, 0x0A], "model.yaml:2:8", "byte E9 is not UTF-8 here",
      saveAsUTF8),
    Fault([0xC3], "model.yaml:1:1", "byte C3 is not UTF-8 here", saveAsUTF8),
    Fault([0xC0, 0x80], "model.yaml:1:1", "byte C0 is not UTF-8 here", saveAsUTF8),
    Fault([0xE0, 0x9F, 0xBF], "model.yaml:1:1", "byte E0 is not UTF-8 here", saveAsUTF8),
    Fault([0xED, 0xA0, 0x80], "model.yaml:1:1", "byte ED is not UTF-8 here", saveAsUTF8),
    Fault([0xF4, 0x90, 0x80, 0x80], "model.yaml:1:1", "byte F4 is not UTF-8 here", saveAsUTF8),
    Fault([0xF8, 0x88, 0x80, 0x80], "model.yaml:1:1", "byte F8 is not UTF-8 here", saveAsUTF8),
    Fault([0x80], "model.yaml:1:1", "byte 80 is not UTF-8 here", saveAsUTF8),
    Fault(
      [0xFF, 0xFE, 0x61, 0x00], "model.yaml:1:1",
      "the file is UTF-16, and a model is read as UTF-8", saveAsUTF8),
    Fault(
      [0xFE, 0xFF, 0x00, 0x61], "model.yaml:1:1",
      "the file is UTF-16, and a model is read as UTF-8", saveAsUTF8),
    Fault(
      "a: 1\nb: \u{0}", "model.yaml:2:4", "the character U+0000 (NUL) is not allowed in YAML",
      "delete it, or write \\x00 in double quotes"),
    Fault(
      "a: \u{1B}[31m", "model.yaml:1:4", "the character U+001B (ESCAPE) is not allowed in YAML",
      "delete it, or write \\x1B in double quotes"),
    Fault(
      "12345678\u{7F}", "model.yaml:1:9", "the character U+007F (DELETE) is not allowed in YAML",
      "delete it, or write \\x7F in double quotes"),
    Fault(
      "\u{80}", "model.yaml:1:1", "the character U+0080 is not allowed in YAML",
      "delete it, or write \\x80 in double quotes"),
    Fault(
      "a\u{FFFE}", "model.yaml:1:2", "the character U+FFFE is not allowed in YAML",
      "delete it, or write \\uFFFE in double quotes"),
    Fault(
      "a: x\u{85}y", "model.yaml:1:5",
      "U+0085 (NEXT LINE) ends a line for some YAML readers and not for others",
      "use an ordinary line break, or write \\x85 in double quotes"),
    Fault(
      "漢: x\u{2028}y", "model.yaml:1:5",
      "U+2028 (LINE SEPARATOR) ends a line for some YAML readers and not for others",
      "use an ordinary line break, or write \\u2028 in double quotes"),
    Fault(
      "a\u{2029}", "model.yaml:1:2",
      "U+2029 (PARAGRAPH SEPARATOR) ends a line for some YAML readers and not for others",
      "use an ordinary line break, or write \\u2029 in double quotes"),
    Fault(
      "\u{FEFF}a: 1\nb: \u{FEFF}c", "model.yaml:2:4",
      "a byte order mark (U+FEFF) stands in the middle of the text",
      "delete the invisible character"),
  ]

  @Test("bytes that are no text are refused with their place", arguments: faults.indices)
  func refusesBytes(_ index: Int) throws {
    let fault = Self.faults[index]
    let error = #expect(throws: YAMLTextError.self) {
      try YAMLParser.file(path: "model.yaml", bytes: fault.bytes).get()
    }
    let diagnostic = try #require(error).diagnostic
    #expect("\(diagnostic.location)" == fault.place)
    #expect(diagnostic.message == fault.message)
    #expect(diagnostic.help == fault.help)
    #expect(diagnostic.severity == .error)
  }

  @Test("a text made elsewhere is checked when it is parsed")
  func parsingChecksToo() {
    let document = YAMLParser.parse(SourceFile(path: "model.yaml", text: "a: \u{0}"))
    #expect(document.root == nil)
    #expect(!document.isComplete)
    #expect(document.diagnostics.map(\.id) == ["forbidden-character"])
  }

  @Test("a byte order mark at the start is left out, and positions do not count it")
  func stripsByteOrderMark() throws {
    let file = try YAMLParser.file(path: "a.yaml", bytes: Array("\u{FEFF}a: 1\n".utf8)).get()
    #expect(file.text == "a: 1\n")
    let root = try #require(YAMLParser.parse(file).root)
    #expect(root.range.start == .start)
  }

  @Test("all text that YAML calls printable is read, at every distance from a word's end")
  func readsAllOtherText() throws {
    let text = "\t\n\r ~\u{A0}é\u{D7FF}\u{E000}\u{FEFE}\u{FFFD}\u{10000}\u{10FFFF}"
    for shift in 0..<9 {
      let shifted = String(repeating: "x", count: shift) + text + "x"
      let file = try YAMLParser.file(path: "a.yaml", bytes: Array(shifted.utf8)).get()
      #expect(file.text == shifted)
    }
  }

  @Test("a file that is too long is refused before it is read")
  func limitsLength() throws {
    var limits = YAMLLimits()
    limits.bytes = 10
    let bytes = Array("a: 345678901".utf8)
    let error = #expect(throws: YAMLTextError.self) {
      try YAMLParser.file(path: "a.yaml", bytes: bytes, limits: limits).get()
    }
    let diagnostic = try #require(error).diagnostic
    #expect(diagnostic.message == "the file is 12 bytes long (limit 10)")
    #expect(diagnostic.help == ["split the model into several files of one folder"])
    #expect(YAMLParser.file(path: "a.yaml", bytes: Array(bytes[..<10]), limits: limits).isSuccess)
    let file = SourceFile(path: "a.yaml", text: "a: 345678901")
    #expect(YAMLParser.parse(file, limits: limits).diagnostics.map(\.id) == ["file-too-long"])
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}
