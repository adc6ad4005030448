import SourceText

extension SourceFile {
  /// The rest of a line from a position on, without a comment and the spaces at its end.
  ///
  /// At most 1000 characters, enough for every message.
  func rest(from position: SourcePosition) -> Substring {
    guard let line = line(position.line) else { return "" }
    let scalars = line[index(of: position)...].unicodeScalars.prefix(1_000)
    var end = scalars.startIndex
    var previous: Unicode.Scalar?
    for index in scalars.indices {
      if scalars[index] == "#", previous == " " { break }
      if scalars[index] != " " { end = scalars.index(after: index) }
      previous = scalars[index]
    }
    return line[scalars.startIndex..<end]
  }

  /// Where the first character that is no space stands in a line.
  func contentStart(ofLine number: Int) -> SourcePosition {
    let indentation = (line(number) ?? "").prefix { $0 == " " }.count
    return SourcePosition(line: number, column: indentation + 1)
  }
}

extension SourceRange {
  /// A range in one line, `length` characters long.
  init(start: SourcePosition, length: Int) {
    self.init(
      start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }
}
