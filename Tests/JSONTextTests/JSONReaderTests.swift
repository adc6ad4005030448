import JSONText
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private static let texts: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true ", true), ("\tfalse\r\n", false), ("0", 0), ("-0", 0),
    ("-12", -12), ("1.0", .number(1)), ("1e2", .number(100)), ("1E-2", .number(0.01)),
    ("0.5e+1", .number(5)), ("9223372036854775807", .integer(.max)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), (#""""#, ""), ("[]", []),
    ("{}", [:]), ("[ ]", []), ("{ }", [:]),
    (#"["a", [1 , 2],{"b" :null}]"#, ["a", [1, 2], ["b": .null]]),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC\uD83D\ude80""#, "é€🚀"),
    (#""é€🚀""#, "é€🚀"), (#"{"":0}"#, ["": 0]),
  ]

  @Test("a JSON text is read", arguments: texts)
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONReader().value(text) == value)
  }

  @Test(
    "what is not JSON is refused with its place",
    arguments: [
      ("", "1:1: a value is expected here"),
      ("  \n ", "2:2: a value is expected here"),
      ("nul", "1:1: a value is expected here"),
      ("NaN", "1:1: a value is expected here"),
      ("\u{FEFF}1", "1:1: a value is expected here"),
      ("[1,]", "1:4: a value is expected here"),
      ("[,1]", "1:2: a value is expected here"),
      ("[1 2]", "1:4: ',' or ']' is expected here"),
      ("[1", "1:3: ',' or ']' is expected here"),
      ("[1\r\n,\r2\n}", "4:1: ',' or ']' is expected here"),
      ("{1:2}", "1:2: a name in double quotes is expected here"),
      (#"{"a":1,}"#, "1:8: a name in double quotes is expected here"),
      (#"{"a" 1}"#, "1:6: ':' is expected here"),
      (#"{"a":1 "b":2}"#, "1:8: ',' or '}' is expected here"),
      (#"{"é":1, "é":2}"#, "1:9: the name 'é' is given twice in one object"),
      ("1 2", "1:3: text stands behind the end of the JSON value"),
      ("nullx", "1:5: text stands behind the end of the JSON value"),
      ("[1] // why", "1:5: text stands behind the end of the JSON value"),
      ("01", "1:1: the number is not written as JSON has it"),
      ("-", "1:1: the number is not written as JSON has it"),
      ("1.", "1:1: the number is not written as JSON has it"),
      ("[1.e5]", "1:2: the number is not written as JSON has it"),
      ("1e", "1:1: the number is not written as JSON has it"),
      ("1e400", "1:1: the number is too large"),
      (#"["é", "abc"#, "1:7: a string is not closed"),
      ("\"a\nb\"", "1:3: a control character stands in a string without an escape"),
      (#""\x""#, #"1:2: the escape is none of \" \\ \/ \b \f \n \r \t \uXXXX"#),
      (#""a\u12G4""#, #"1:3: the escape is none of \" \\ \/ \b \f \n \r \t \uXXXX"#),
      (#""\"#, #"1:2: the escape is none of \" \\ \/ \b \f \n \r \t \uXXXX"#),
      (#""\uD800""#, "1:2: the escape is half of a character"),
      (#""\uDC00\uD800""#, "1:2: the escape is half of a character"),
      (#""\uD800\u0041""#, "1:2: the escape is half of a character"),
    ])
  func refuses(_ text: String, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSONReader().value(text) }
    #expect(error?.description == message)
  }

  @Test("nesting has a limit, and no text can use up the stack")
  func limitsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let reader = JSONReader(maximumDepth: 200)
    #expect(try reader.value("[" + nested(199) + "]") != .null)
    for text in [nested(201), String(repeating: #"{"a":"#, count: 100_000)] {
      let error = #expect(throws: JSONError.self) { try reader.value(text) }
      #expect(error?.message == "arrays and objects are nested too deep (limit 200)")
    }
    #expect(
      try reader.value("[" + Array(repeating: "[]", count: 500).joined(separator: ",") + "]")
        != .null)
  }

  @Test("length has a limit")
  func limitsLength() {
    let error = #expect(throws: JSONError.self) {
      try JSONReader(maximumLength: 4).value("[1,2]")
    }
    #expect(error?.message == "the text is too long (limit 4 bytes)")
  }

  @Test("a name that comes again in a large object is refused as well")
  func findsLateDuplicates() {
    let members = (0..<50).map { "\"n\($0)\":0" } + ["\"n3\":0"]
    let error = #expect(throws: JSONError.self) {
      try JSONReader().value("{" + members.joined(separator: ",") + "}")
    }
    #expect(error?.reason == .duplicateName("n3"))
  }

  @Test("what is written is read back", arguments: 0..<150)
  func readsBackWhatIsWritten(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let value = Self.randomValue(depth: 5, &random)
    for style in [JSONWriter.Style.pretty, .compact] {
      for isSafeInHTML in [false, true] {
        let text = JSONWriter(style: style, isSafeInHTML: isSafeInHTML).text(value)
        #expect(try JSONReader().value(text) == value)
      }
    }
  }

  private static func randomValue(depth: Int, _ random: inout SeededRandom) -> JSONValue {
    switch random.number(below: depth == 0 ? 5 : 7) {
    case 0: return .null
    case 1: return .bool(random.chance(0.5))
    case 2:
      return .integer(Int(truncatingIfNeeded: random.next() >> UInt64(random.number(below: 64))))
    case 3: return .number(randomFraction(&random))
    case 4: return .string(randomText(&random))
    case 5:
      return .array(
        (0..<random.number(below: 5)).map { _ in randomValue(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<random.number(below: 12)).map {
          JSONValue.Member("\($0)" + randomText(&random), randomValue(depth: depth - 1, &random))
        })
    }
  }

  /// Never a whole number, since those are read back as integers.
  private static func randomFraction(_ random: inout SeededRandom) -> Double {
    while true {
      let number = Double(bitPattern: random.next())
      if number.isFinite, number != number.rounded() { return number }
    }
  }

  private static func randomText(_ random: inout SeededRandom) -> String {
    let pieces = [
      "a", " ", "\"", "\\", "/", "\n", "\r\n", "\u{0}", "\u{7F}", "é", "\u{2028}", "🚀", "<", "&",
    ]
    return (0..<random.number(below: 8)).map { _ in pieces[random.number(below: pieces.count)] }
      .joined()
  }
}
