import JSONText
import Testing

@Suite struct JSONWriterTests {
  private let compact = JSONWriter(style: .compact)

  @Test("pretty text has a member a line, indented by two spaces")
  func writesPretty() {
    let value: JSONValue = ["a": [1, 2.5], "b": [:], "c": [], "d": ["e": true, "f": .null]]
    #expect(
      JSONWriter(style: .pretty).text(value) == """
        {
          "a": [
            1,
            2.5
          ],
          "b": {},
          "c": [],
          "d": {
            "e": true,
            "f": null
          }
        }
        """)
    #expect(compact.text(value) == #"{"a":[1,2.5],"b":{},"c":[],"d":{"e":true,"f":null}}"#)
  }

  private static let numbers: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (1e15, "1000000000000000"),
    (9_007_199_254_740_991, "9007199254740991"), (1e16, "1e+16"), (1e-5, "1e-05"),
    (1.0 / 3, "0.3333333333333333"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.nan, "null"), (.infinity, "null"),
    (-.infinity, "null"),
  ]

  @Test("a number has the fewest digits that read back as the same number", arguments: numbers)
  func writesNumbers(_ number: Double, _ text: String) {
    #expect(compact.text(.number(number)) == text)
  }

  @Test("whole numbers of any size have no fraction")
  func writesIntegers() {
    #expect(compact.text(.integer(.max)) == "9223372036854775807")
    #expect(compact.text(.integer(.min)) == "-9223372036854775808")
    #expect(compact.text(.number(-0x1p63)) == "-9.223372036854776e+18")
  }

  @Test("quotes, backslashes and control characters are escaped, other text is not")
  func escapesStrings() {
    #expect(compact.text("a\"b\\c/d") == #""a\"b\\c/d""#)
    #expect(compact.text("\n\r\t\u{0}\u{1F}\u{7F}") == #""\n\r\t\u0000\u001f\u007f""#)
    #expect(compact.text("\u{2028}\u{2029}€\u{E2}👩‍🚀") == #""\u2028\u2029€â👩‍🚀""#)
  }

  @Test("a text for a script element cannot end that element")
  func escapesForScripts() {
    let text = JSONWriter(style: .compact, isSafeInHTML: true).text(["</script>": "<!--&>"])
    #expect(text == #"{"\u003c/script\u003e":"\u003c!--\u0026\u003e"}"#)
    #expect(compact.text("</script>") == #""</script>""#)
  }

  @Test("members are found by key, and those without a value can be left out")
  func findsMembers() {
    let value: JSONValue = ["a": 1, "b": JSONValue(nil), "c": JSONValue("x")]
    #expect(value["c"] == "x")
    #expect(value["d"] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value.compacted == ["a": 1, "c": "x"])
    #expect(JSONValue.bool(true).compacted == true)
  }
}
