import SourceText

extension SourceFile {
  /// The rest of a line from a position on, without a comment and the spaces at its end.
  func rest(from position: SourcePosition) -> Substring {
    guard var text = line(position.line) else { return "" }
    text = text[index(of: position)...]
    var previous: Unicode.Scalar?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      if scalar == "#", previous == " " {
        text = text[..<index]
        break
      }
      previous = scalar
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Where the first character that is no space stands in a line.
  func contentStart(ofLine number: Int) -> SourcePosition {
    let indentation = (line(number) ?? "").prefix { $0 == " " }.count
    return SourcePosition(line: number, column: indentation + 1)
  }

  /// The tag of a node whose anchor and tag begin at a position; nil when none is found there.
  func tag(at start: SourcePosition) -> SourceRange? {
    var text = rest(from: start)
    if text.first == "&" { text = text.drop { $0 != " " }.drop { $0 == " " } }
    guard text.first == "!" else { return nil }
    let word = text.prefix { $0 != " " }
    return range(word.startIndex..<word.endIndex)
  }
}

extension SourceRange {
  /// A range in one line, `length` characters long.
  init(start: SourcePosition, length: Int) {
    self.init(
      start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }
}
