import SourceText
import Testing

@Suite struct TextTableTests {
  @Test("texts are numbered in the order in which they came, and found again")
  func numbers() {
    var table = TextTable()
    let texts = (0..<2000).map { "name-\($0 * 7919 % 2003)" } + ["", "ä", "a\u{308}", "\0", "\0\0"]
    for (place, text) in texts.enumerated() {
      #expect(table.place(of: text) == nil)
      #expect(table.insert(text) == place)
    }
    #expect(table.texts == texts)
    for (place, text) in texts.enumerated() {
      #expect(table.place(of: text) == place)
      #expect(table.insert(text) == place)
    }
    #expect(table.count == texts.count)
  }

  @Test("what is not in a table is not found, however near it is")
  func findsNothingElse() {
    let table = TextTable(["shop", "shop", "billing-and-payment"])
    #expect(table.texts == ["shop", "billing-and-payment"])
    for text in ["", "sho", "shop ", "Shop", "billing-and-paymen", "billing-and-payments"] {
      #expect(table.place(of: text) == nil)
    }
  }
}
