import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite struct YAMLWriterTests {
  private static let scalars: [(String, String)] = [
    ("shop", "shop"), ("Order to cash", "Order to cash"), ("a -> b", "a -> b"),
    ("20 KB", "20 KB"), ("99.9%", "99.9%"), ("Größe", "Größe"), ("a:b", "a:b"),
    ("", "\"\""), (" a", "\" a\""), ("a ", "\"a \""), ("true", "\"true\""), ("null", "\"null\""),
    ("~", "\"~\""), ("12", "\"12\""), ("1.5", "\"1.5\""), ("0x1F", "\"0x1F\""),
    (".inf", "\".inf\""), ("yes", "\"yes\""), ("No", "\"No\""), ("12:30", "\"12:30\""),
    ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a:", "\"a:\""), ("[a]", "\"[a]\""),
    ("a, b", "\"a, b\""), ("*a", "\"*a\""), ("@a", "\"@a\""), ("- a", "\"- a\""),
    ("it's", "it's"), ("say \"hi\"", "'say \"hi\"'"), ("C:\\dir", "'C:\\dir'"),
    ("it's \"so\"", "\"it's \\\"so\\\"\""), ("a\nb", "\"a\\nb\""), ("a\tb", "\"a\\tb\""),
    ("\u{0}\u{7F}\u{85}\u{2028}\u{FEFF}", "\"\\x00\\x7F\\x85\\u2028\\uFEFF\""),
    ("\u{E0001}", "\"\\U000E0001\""),
  ]

  @Test("a scalar is plain where that is safe, else in quotes", arguments: scalars)
  func writesScalars(_ text: String, _ written: String) {
    #expect(YAMLWriter.scalar(text) == written)
  }

  @Test("what is written is read back as the same text, in block and in flow", arguments: 0..<200)
  func readsBackWhatIsWritten(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "a", "B", "0", "1", ".", "-", "+", "e", "x", "_", " ", "  ", ":", ": ", "#", " #", ",", "[",
      "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "?", "\\", "\n", "\r", "\t",
      "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFF}", "é", "🚀", "no", "null", "true", "<<",
      "---", "...",
    ]
    for _ in 0..<20 {
      let text = (0..<random.number(below: 6))
        .map { _ in pieces[random.number(below: pieces.count)] }.joined()
      let written = YAMLWriter.scalar(text)
      for source in [
        "\(written): \(written)\n", "{\(written): \(written)}", "- \(written): \(written)",
      ] {
        let document = YAMLParser.parse(SourceFile(path: "a.yaml", text: source))
        #expect(document.diagnostics.isEmpty)
        let root = try #require(document.root)
        let entry = try #require((root.items.first ?? root).entries.first)
        #expect(entry.key.text == text)
        #expect(entry.value.text == text)
        let value = entry.value
        #expect(!value.isNull && value.number == nil && value.truthValue == nil)
        #expect(value.truthValueOfYAML11 == nil)
      }
    }
  }
}
