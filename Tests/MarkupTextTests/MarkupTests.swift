import MarkupText
import Testing

@Suite struct MarkupTests {
  @Test("what is interpolated is escaped, what is markup already is not")
  func escapes() {
    let name = "<a href=\"x\">'&'</a>"
    let inner: SVG = "<text>\(name)</text>"
    #expect(inner.text == "<text>&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;</text>")
    let outer: SVG = "<g>\(inner)</g>"
    #expect(outer.text == "<g>\(inner.text)</g>")
  }

  @Test(
    "characters that XML forbids are replaced, all others kept",
    arguments: [
      ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}", "\u{FFFD}"), ("\u{7F}\u{85}", "\u{FFFD}\u{FFFD}"),
      ("\u{FFFE}", "\u{FFFD}"), ("\u{1FFFF}", "\u{FFFD}"), ("a\tb\nc", "a\tb\nc"),
      ("é °C 你好 👩‍👧", "é °C 你好 👩‍👧"), ("\u{FF01}\u{FEFF}", "\u{FF01}\u{FEFF}"), ("", ""),
    ])
  func replacesForbidden(_ text: String, expected: String) {
    #expect(HTML(escaping: text).text == expected)
  }

  @Test("plain text is escaped as any other: the short way and the long way agree")
  func agreesOnPlainText() {
    for scalar in (0...0x2FFF).compactMap(Unicode.Scalar.init) {
      let alone = XML(escaping: String(scalar)).text
      // The ampersand forces the long way.
      #expect(XML(escaping: "&\(scalar)").text == "&amp;" + alone)
    }
  }

  @Test(
    "coordinates have one decimal at the most",
    arguments: [
      (0, "0"), (1, "1"), (1.5, "1.5"), (-1.5, "-1.5"), (0.04, "0"), (-0.04, "0"), (0.05, "0.1"),
      (2.96, "3"), (-0.5, "-0.5"), (1234.56, "1234.6"), (.nan, "0"), (.infinity, "0"),
      (1e300, "1000000000000"), (-1e300, "-1000000000000"),
    ] as [(Double, String)])
  func writesNumbers(_ number: Double, expected: String) {
    let svg: SVG = "\(number)"
    #expect(svg.text == expected)
  }

  @Test("two coordinates are parted by a blank or a sign")
  func partsNumbers() {
    let svg: SVG = "M\(1, 2)L\(1.5, -2.5)l\(-1, -0.01)m\(0, .nan)"
    #expect(svg.text == "M1 2L1.5-2.5l-1 0m0 0")
  }

  @Test("parts are joined with what stands between them")
  func joins() {
    let parts: [HTML] = ["<b>", "\("<")", "</b>"]
    #expect(parts.joined().text == "<b>&lt;</b>")
    #expect(parts.joined(separator: ",").text == "<b>,&lt;,</b>")
  }
}
