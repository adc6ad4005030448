import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite struct YAMLScalarTests {
  private func scalar(_ text: String) throws -> YAMLNode {
    let document = YAMLParser.parse(SourceFile(path: "a.yaml", text: "- " + text))
    return try #require(document.root?.items.first)
  }

  @Test("truth values and nothing are those of YAML 1.2")
  func readsWords() throws {
    for text in ["true", "True", "TRUE"] { #expect(try scalar(text).truthValue == true) }
    for text in ["false", "False", "FALSE"] { #expect(try scalar(text).truthValue == false) }
    for text in ["", "~", "null", "Null", "NULL"] { #expect(try scalar(text).isNull) }
    for text in ["tRUE", "yes", "no", "on", "off", "y", "1", "none", "nil", "nULL"] {
      #expect(try scalar(text).truthValue == nil)
      #expect(try !scalar(text).isNull)
    }
  }

  @Test("words that YAML 1.1 takes for truth values are told apart, for help")
  func knowsOldTruthValues() throws {
    for text in ["yes", "Yes", "YES", "y", "on", "On"] {
      #expect(try scalar(text).truthValueOfYAML11 == true)
    }
    for text in ["no", "NO", "n", "N", "off", "OFF"] {
      #expect(try scalar(text).truthValueOfYAML11 == false)
    }
    for text in ["true", "false", "yess", "'yes'", "nor", "~", "!!str no"] {
      #expect(try scalar(text).truthValueOfYAML11 == nil)
    }
  }

  private static let integers: [(String, Int?)] = [
    ("0", 0), ("-0", 0), ("+12", 12), ("-7", -7), ("007", 7), ("0o17", 15), ("0xfF", 255),
    ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
    ("1_000", nil), ("0b1", nil), ("0o8", nil), ("0x", nil), ("0x-1", nil), ("-0x1", nil),
    ("1.0", nil), ("1e3", nil), ("+", nil), ("-", nil), ("", nil), ("１", nil), ("12 ms", nil),
  ]

  @Test("integers are decimal, octal or hexadecimal", arguments: integers)
  func readsIntegers(_ text: String, _ value: Int?) throws {
    #expect(try scalar(text).integer == value)
  }

  private static let numbers: [(String, Double?)] = [
    ("1", 1), ("-1.5", -1.5), (".5", 0.5), ("5.", 5), ("1e3", 1_000), ("1.e-3", 0.001),
    ("+.5E+1", 5), ("0x10", 16), (".", nil), ("e3", nil), ("1e", nil), ("1e+", nil), (".e1", nil),
    ("1.2.3", nil), (".inf", nil), ("-.INF", nil), (".nan", nil), ("inf", nil), ("nan", nil),
    ("infinity", nil), ("0x1p3", nil), ("1e999", nil), ("99.9%", nil), ("1 ", 1),
  ]

  @Test("numbers are those of the core schema, without the infinite", arguments: numbers)
  func readsNumbers(_ text: String, _ value: Double?) throws {
    #expect(try scalar(text).number == value)
  }

  @Test("the number grammar is that of the standard's regular expression", arguments: 0..<40)
  func agreesWithTheStandard(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let letters = (0..<(1 + random.number(below: 6))).map { _ in
        Array("0123456789.eE+-xo")[random.number(below: 17)]
      }
      let text = "0" + String(letters)
      let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/)
      let isInteger = text.wholeMatch(of: /[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+/)
      let isFinite = isNumber.flatMap { Double(String($0.output.0)) }.map(\.isFinite) ?? true
      let node = try scalar(text)
      #expect(
        (node.number != nil) == (isFinite && (isNumber != nil || isInteger != nil)), "\(text)")
      #expect((node.integer != nil) == (isInteger != nil), "\(text)")
    }
  }

  @Test(
    "what is in quotes or a text by its tag is nothing but its text",
    arguments: ["'1'", "\"true\"", "''", "|-\n  1", ">-\n  1", "!!str 1", "! null", "!!str"])
  func quotedScalarsHaveNoMeaning(_ text: String) throws {
    let node = try scalar(text)
    #expect(node.number == nil && node.integer == nil && node.truthValue == nil)
    #expect(!node.isNull && !node.isPlain)
    #expect(node.kind == .scalar)
  }

  @Test("a collection has no scalar's meaning, and a scalar no members")
  func kindsAreApart() throws {
    let list = try scalar("[1]")
    #expect(list.kind == .sequence && list.text == "" && list.isFlow)
    #expect(!list.isNull && !list.isPlain && list.number == nil && list.entries.isEmpty)
    let mapping = try scalar("a: 1")
    #expect(mapping.kind == .mapping && !mapping.isFlow && mapping.items.isEmpty)
    #expect(try scalar("1").items.isEmpty)
  }

  private static let styles: [(String, YAMLNode.ScalarStyle, String)] = [
    ("a b", .plain, "a b"), ("'a ''b'''", .singleQuoted, "a 'b'"),
    ("\"a\\n\\u00e9\\\\\"", .doubleQuoted, "a\né\\"), ("|\n  a\n   b\n", .literal, "a\n b\n"),
    (">\n  a\n  b\n\n  c\n", .folded, "a b\nc\n"), ("a\n  b", .plain, "a b"),
  ]

  @Test("a scalar has the text that YAML gives it, whatever its style", arguments: styles.indices)
  func readsAllStyles(_ index: Int) throws {
    let (source, style, text) = Self.styles[index]
    let node = try scalar(source)
    #expect(node.style == style)
    #expect(node.text == text)
    #expect(node.isPlain == (style == .plain))
  }
}
