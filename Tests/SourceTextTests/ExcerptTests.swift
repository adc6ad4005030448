import SourceText
import TestSupport
import Testing

@Suite struct ExcerptTests {
  private func excerpt(_ markedText: String, context: Int = 0, width: Int = 120) throws -> Excerpt {
    let marked = MarkedText(markedText)
    let file = SourceFile(path: "a.yaml", text: marked.text)
    let location = file.location(try #require(marked.ranges.first))
    return try #require(Excerpt(of: location, in: file, context: context, width: width))
  }

  private func carets(_ excerpt: Excerpt) -> String {
    String(repeating: " ", count: excerpt.caretColumn)
      + String(repeating: "^", count: excerpt.caretCount)
  }

  @Test("the carets stand under the range")
  func marksTheRange() throws {
    let excerpt = try excerpt("a: 1\nkey: ⟦value⟧ # why\n")
    #expect(excerpt.lines.map(\.number) == [2])
    #expect(excerpt.lines.map(\.text) == ["key: value # why"])
    #expect(carets(excerpt) == "     ^^^^^")
  }

  @Test("lines of context are shown as far as the file has them")
  func showsContext() throws {
    let excerpt = try excerpt("one\n⟦two⟧\nthree", context: 2)
    #expect(excerpt.lines.map(\.number) == [1, 2, 3])
    #expect(excerpt.lines.map(\.text) == ["one", "two", "three"])
  }

  @Test("an empty range has one caret, and one over several lines ends with its first")
  func marksOddRanges() throws {
    #expect(carets(try excerpt("key:⟦⟧")) == "    ^")
    #expect(carets(try excerpt("a: ⟦bc\nd⟧ef")) == "   ^^")
    #expect(carets(try excerpt("a⟦\nd⟧ef")) == " ^")
  }

  @Test("a long line is cut around the carets")
  func cutsLongLines() throws {
    let long = String(repeating: "x", count: 500)
    let excerpt = try excerpt("\(long)⟦yy⟧\(long)", width: 40)
    let text = try #require(excerpt.lines.first).text
    #expect(
      text == "…" + String(repeating: "x", count: 10) + "yy" + String(repeating: "x", count: 28)
        + "…")
    #expect(carets(excerpt) == String(repeating: " ", count: 11) + "^^")
  }

  @Test("a range that is longer than the line shown has carets as far as it is shown")
  func cutsCarets() throws {
    let excerpt = try excerpt("⟦\(String(repeating: "x", count: 500))⟧", width: 40)
    #expect(excerpt.caretCount == 40)
  }

  @Test("nothing that could steer a terminal gets through, and columns hold")
  func hidesControlCharacters() throws {
    let excerpt = try excerpt("a\t\u{1B}[31m\u{202E}\u{7F}⟦b⟧")
    #expect(excerpt.lines.map(\.text) == ["a ·[31m··b"])
    #expect(carets(excerpt) == "         ^")
  }

  @Test("carets count the cells of a terminal: wide characters two, combining marks none")
  func countsCells() throws {
    #expect(carets(try excerpt("漢字: ⟦値⟧")) == "      ^^")
    #expect(carets(try excerpt("e\u{301}: ⟦x⟧")) == "   ^")
    #expect(carets(try excerpt("🚀: ⟦x⟧")) == "    ^")
  }

  @Test("there is no excerpt of a line that the file does not have")
  func refusesForeignPlaces() {
    let file = SourceFile(path: "a.yaml", text: "a")
    let place = SourceRange(at: SourcePosition(line: 2, column: 1))
    #expect(Excerpt(of: file.location(place), in: file) == nil)
  }
}
