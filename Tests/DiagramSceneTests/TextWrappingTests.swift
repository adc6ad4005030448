import DiagramScene
import TestSupport
import Testing

@Suite struct TextWrappingTests {
  @Test("no text is lost and no line is too wide, whatever the text", arguments: 1...60)
  func keepsEverything(seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let text = Self.text(&random)
      let width = Double(60 + random.number(below: 200))
      let lines = TextWrapping(.boxTitle, width: width, maximumLines: 500).lines(of: text)
      #expect(
        lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(text)")
      for line in lines {
        #expect(line.width <= width, "\(line.text)")
        #expect(line.width == LabelMetrics.width(of: line.text, in: .boxTitle))
        #expect(!line.text.hasPrefix(" ") && !line.text.hasSuffix(" "))
      }
    }
  }

  @Test(
    "lines break where a reader expects it",
    arguments: [
      ("Order management service", 110.0, ["Order", "management", "service"]),
      ("basket and check-out", 120, ["basket and", "check-out"]),
      ("check-out/basket", 70, ["check-", "out/", "basket"]),
      ("customer_master_data", 90, ["customer_", "master_data"]),
      ("OrderCustomerService", 110, ["Order", "Customer", "Service"]),
      ("com.example.orders.api", 90, ["com.", "example.", "orders.api"]),
      ("注文管理システム。", 60, ["注文管", "理シス", "テム。"]),
      ("one", 100, ["one"]), ("", 100, []), ("  \n\t ", 100, []),
    ])
  func breaksWell(text: String, width: Double, expected: [String]) {
    let lines = TextWrapping(.boxTitle, width: width).lines(of: text).map(\.text)
    #expect(lines.joined() == expected.joined())
    #expect(lines.count <= expected.count + 1)
    for line in lines.dropLast() {
      let rest = expected.joined(separator: "|")
      #expect(rest.contains(line.last.map { "\($0)|" } ?? ""), "\(lines)")
    }
  }

  @Test("a long compound is cut into parts of about the same length")
  func cutsCompounds() {
    let word = "Rechtsschutzversicherungsgesellschaftsverwaltungssystem"
    let lines = TextWrapping(.boxTitle, width: 140).lines(of: word)
    #expect(lines.map(\.text).joined() == word)
    let widths = lines.map(\.width)
    #expect((widths.min() ?? 0) > (widths.max() ?? 0) * 0.6, "\(lines.map(\.text))")
  }

  @Test("lines are about equally long")
  func balancesLines() {
    let text = "Shows the catalogue, keeps the basket and takes orders from buyers"
    let lines = TextWrapping(.boxText, width: 224).lines(of: text)
    #expect(lines.count == 2)
    #expect(abs(lines[0].width - lines[1].width) < 60)
  }

  @Test("what is over the most lines ends in an ellipsis, and only that")
  func cutsWithAnEllipsis() {
    let text = String(repeating: "word ", count: 100)
    let wrapping = TextWrapping(.boxText, width: 144, maximumLines: 4)
    let lines = wrapping.lines(of: text)
    #expect(lines.count == 4)
    #expect(lines[3].text.hasSuffix("…") && lines[3].width <= 144)
    #expect(!lines[0].text.contains("…"))
    #expect(wrapping.lines(of: "short text").map(\.text) == ["short text"])
  }

  @Test("text that is huge or hostile stays small and harmless")
  func survivesHostileText() {
    let huge = String(repeating: "x", count: 1_000_000)
    #expect(TextWrapping(.boxTitle, width: 140).lines(of: huge).count == 24)
    let marks = "e" + String(repeating: "\u{301}", count: 200_000)
    #expect(TextWrapping(.boxTitle, width: 140).lines(of: marks).count <= 24)
    let turned = TextWrapping(.boxTitle, width: 140).lines(of: "a\u{202E}dnatsrednu\u{0}\u{7}b\nc")
    #expect(turned.map(\.text).joined(separator: " ") == "adnatsrednu b c")
    #expect(TextWrapping(.boxTitle, width: 1).lines(of: "ab c").map(\.text) == ["a", "b", "c"])
  }

  private static let alphabets = [
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJ", "0123456789", "-/_.:,", "äöüßéñ", "注文管理（）。、",
    "ЖИЛ", "👩‍💻🚚", "e\u{301}",
  ].map { Array($0) }

  private static func text(_ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<(1 + random.number(below: 12)) {
      if !text.isEmpty { text += " " }
      let alphabet = alphabets[random.chance(0.6) ? 0 : random.number(below: alphabets.count)]
      for _ in 0..<(1 + random.number(below: random.chance(0.1) ? 60 : 10)) {
        text.append(alphabet[random.number(below: alphabet.count)])
        if random.chance(0.05) { text += ["-", "/", "_", "B"][random.number(below: 4)] }
      }
    }
    return text
  }
}
