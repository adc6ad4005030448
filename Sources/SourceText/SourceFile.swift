/// A file's text with a table of its lines.
///
/// Nobody who holds one asks the disk again.
public struct SourceFile: Hashable, Sendable {
  /// Relative to the model's root, with forward slashes; shown in every message.
  public let path: String
  public let text: String
  private let lines: LineTable

  /// - Complexity: O(length of the text).
  public init(path: String, text: String) {
    var contiguous = text
    contiguous.makeContiguousUTF8()
    self.path = path
    self.text = contiguous
    self.lines = LineTable(contiguous)
  }

  /// How many lines the text has; at least one.
  public var lineCount: Int { lines.starts.count }

  /// The text of a line without its line break, or nil when there is no such line.
  public func line(_ number: Int) -> Substring? {
    guard let bytes = lines.bytes(ofLine: number) else { return nil }
    let utf8 = text.utf8
    var end = utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    while end > start {
      let before = utf8.index(before: end)
      guard utf8[before] == 0x0A || utf8[before] == 0x0D else { break }
      end = before
    }
    return text[start..<end]
  }

  /// The index into `text` of a position; past the end of a line it is that line's end.
  public func index(of position: SourcePosition) -> String.Index {
    guard let line = line(position.line) else { return text.endIndex }
    let scalars = line.unicodeScalars
    return scalars.index(
      scalars.startIndex, offsetBy: max(0, position.column - 1), limitedBy: scalars.endIndex)
      ?? scalars.endIndex
  }

  /// The position of an index of `text`.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func position(of index: String.Index) -> SourcePosition {
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    var low = 0
    var high = lines.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines.starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = text.utf8.index(text.startIndex, offsetBy: lines.starts[low])
    let column = text.unicodeScalars.distance(from: start, to: index)
    return SourcePosition(line: low + 1, column: column + 1)
  }

  public func range(_ range: Range<String.Index>) -> SourceRange {
    SourceRange(start: position(of: range.lowerBound), end: position(of: range.upperBound))
  }

  public func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: path, range: range)
  }

  /// The text that a range covers.
  public func text(in range: SourceRange) -> Substring {
    let start = index(of: range.start)
    return text[start..<max(start, index(of: range.end))]
  }
}
