/// The lines of a file around a range, cut to fit, with the place of the carets.
///
/// A door paints it; nothing here knows about colours or terminals.
public struct Excerpt: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let number: Int
    /// The line with tabs as one space each and control characters as `·`, so that columns hold and
    /// no terminal sequence of a model's author gets through.
    public let text: String
  }

  public let location: SourceLocation
  /// The line with the start of the range, and the lines of context around it, in order.
  public let lines: [Line]
  /// How many characters stand before the first caret in the marked line.
  public let caretColumn: Int
  /// How many carets mark the range in its first line; at least one.
  public let caretCount: Int

  /// - Parameters:
  ///   - context: how many lines to show before and after the marked one.
  ///   - width: the most characters of a line; a longer line is cut around the caret with `…`.
  public init?(of location: SourceLocation, in file: SourceFile, context: Int = 0, width: Int = 120)
  {
    let range = location.range
    guard let marked = file.line(range.start.line) else { return nil }
    let count = marked.unicodeScalars.count
    let start = min(range.start.column - 1, count)
    let end = range.end.line > range.start.line ? count : min(range.end.column - 1, count)
    let first = start > width * 3 / 4 ? start - width / 4 : 0
    func shown(_ text: Substring) -> String {
      let scalars = text.unicodeScalars.dropFirst(first)
      let kept = scalars.prefix(width).map(Self.printable)
      var line = String(String.UnicodeScalarView(kept))
      if scalars.count > width { line.append("…") }
      return first > 0 ? "…" + line : line
    }
    self.location = location
    lines = (range.start.line - context...range.start.line + context).compactMap { number in
      file.line(number).map { Line(number: number, text: shown($0)) }
    }
    caretColumn = start - first + (first > 0 ? 1 : 0)
    caretCount = max(1, min(end, first + width) - start)
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return "·"
    default: return scalar
    }
  }
}
