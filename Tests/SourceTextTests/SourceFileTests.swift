import SourceText
import TestSupport
import Testing

@Suite struct SourceFileTests {
  /// Lines as a plain reader finds them: one character after the other.
  private static func plainLines(_ text: String) -> [String] {
    var lines = [String.UnicodeScalarView()]
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" && afterReturn {
        afterReturn = false
      } else if scalar == "\n" || scalar == "\r" {
        lines.append(String.UnicodeScalarView())
        afterReturn = scalar == "\r"
      } else {
        lines[lines.count - 1].append(scalar)
        afterReturn = false
      }
    }
    return lines.map { String($0) }
  }

  private static func randomText(seed: Int) -> String {
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "b ", "\n", "\r", "\r\n", "é", "e\u{301}", "漢", "👩‍🚀", "\u{2028}", "\t"]
    return (0..<random.number(below: 40)).map { _ in pieces[random.number(below: pieces.count)] }
      .joined()
  }

  @Test("lines end at LF, CR LF and CR, and nowhere else", arguments: 0..<200)
  func splitsLines(seed: Int) {
    let text = Self.randomText(seed: seed)
    let file = SourceFile(path: "a.yaml", text: text)
    let lines = Self.plainLines(text)
    #expect(file.lineCount == lines.count)
    #expect((1...lines.count).map { file.line($0).map(String.init) } == lines)
    #expect(file.line(0) == nil)
    #expect(file.line(lines.count + 1) == nil)
  }

  @Test("a position is that of an index, and the other way round", arguments: 0..<200)
  func positionsAndIndicesAgree(seed: Int) {
    let text = Self.randomText(seed: seed)
    let file = SourceFile(path: "a.yaml", text: text)
    var line = 1
    var column = 1
    let scalars = file.text.unicodeScalars
    for index in scalars.indices {
      #expect(file.position(of: index) == SourcePosition(line: line, column: column))
      let isBreak = scalars[index] == "\n" || scalars[index] == "\r"
      if !isBreak { #expect(file.index(of: SourcePosition(line: line, column: column)) == index) }
      let next = scalars.index(after: index)
      let isHalf = scalars[index] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
      (line, column) = isBreak && !isHalf ? (line + 1, 1) : (line, column + 1)
    }
    #expect(file.position(of: scalars.endIndex) == SourcePosition(line: line, column: column))
  }

  @Test("a position past the end of a line is that end, and one past the text is the text's end")
  func clampsPositions() {
    let file = SourceFile(path: "a.yaml", text: "ab\r\ncd")
    let endOfFirst = file.index(of: SourcePosition(line: 1, column: 99))
    #expect(file.position(of: endOfFirst) == SourcePosition(line: 1, column: 3))
    #expect(file.index(of: SourcePosition(line: 9, column: 1)) == file.text.endIndex)
    #expect(
      file.index(of: SourcePosition(line: 2, column: 0))
        == file.index(of: SourcePosition(line: 2, column: 1)))
  }

  @Test("the text in a range is what the range covers, over line ends too")
  func givesTextInRange() {
    let marked = MarkedText("é: ⟦漢\n字⟧ x")
    let file = SourceFile(path: "a.yaml", text: marked.text)
    #expect(file.text(in: marked.ranges[0]) == "漢\n字")
    #expect(file.range(file.text.startIndex..<file.text.endIndex).end.column == 4)
  }

  @Test("a range never ends before it starts")
  func rangesAreOrdered() {
    let late = SourcePosition(line: 3, column: 1)
    #expect(SourceRange(start: late, end: .start) == SourceRange(at: late))
    #expect(SourceRange.fileStart == SourceRange(start: .start, end: .start))
  }

  @Test("locations stand in reading order and are written so that editors open them")
  func ordersLocations() {
    func location(_ path: String, _ line: Int, _ column: Int) -> SourceText.SourceLocation {
      let start = SourcePosition(line: line, column: column)
      return SourceText.SourceLocation(path: path, range: SourceRange(at: start))
    }
    let ordered = [
      location("a", 1, 2), location("a", 1, 3), location("a", 2, 1), location("b", 1, 1),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect("\(ordered[1])" == "a:1:3")
  }
}
