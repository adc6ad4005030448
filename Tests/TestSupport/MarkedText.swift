public import SourceText

/// A text with places marked in it as the eye sees them: `key: ⟦value⟧`.
///
/// Marks may be nested.
public struct MarkedText: Hashable, Sendable {
  /// The text without the marks.
  public let text: String
  /// What the marks enclose in `text`, in the order of the opening marks.
  public let ranges: [SourceRange]

  public init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var ranges: [SourceRange] = []
    var open: [Int] = []
    var line = 1
    var column = 1
    var previous: Unicode.Scalar?
    for scalar in marked.unicodeScalars {
      let position = SourcePosition(line: line, column: column)
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append(SourceRange(at: position))
        continue
      case "⟧":
        guard let mark = open.popLast() else { preconditionFailure("⟧ without ⟦ in: \(marked)") }
        ranges[mark] = SourceRange(start: ranges[mark].start, end: position)
        continue
      case "\n" where previous == "\r":
        break
      case "\n", "\r":
        (line, column) = (line + 1, 1)
      default:
        column += 1
      }
      text.append(scalar)
      previous = scalar
    }
    precondition(open.isEmpty, "⟦ without ⟧ in: \(marked)")
    self.text = String(text)
    self.ranges = ranges
  }
}
