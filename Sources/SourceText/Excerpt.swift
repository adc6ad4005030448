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
  /// How many cells of a terminal stand before the first caret in the marked line.
  public let caretColumn: Int
  /// How many carets mark the range in its first line; at least one.
  public let caretCount: Int

  /// Cuts the lines out of a file; nil when the file has no line where the range starts.
  ///
  /// - Parameters:
  ///   - location: what to mark.
  ///   - file: the file of the location.
  ///   - context: how many lines to show before and after the marked one.
  ///   - width: the most characters of a line; a longer line is cut around the caret with `…`.
  public init?(of location: SourceLocation, in file: SourceFile, context: Int = 0, width: Int = 120)
  {
    let range = location.range
    guard let marked = file.line(range.start.line)?.unicodeScalars else { return nil }
    let count = marked.count
    let start = min(range.start.column - 1, count)
    let end = range.end.line > range.start.line ? count : min(range.end.column - 1, count)
    let window = Window(around: start, width: width)
    let before = marked.prefix(start).dropFirst(window.first).map(Self.printable)
    let within = marked.prefix(min(end, window.end)).dropFirst(start).map(Self.printable)
    self.location = location
    lines = (range.start.line - context...range.start.line + context).compactMap { number in
      file.line(number).map { Line(number: number, text: window.shown($0)) }
    }
    caretColumn = Self.cells(before) + (window.first > 0 ? 1 : 0)
    caretCount = max(1, Self.cells(within))
  }

  /// The columns of the lines that are shown, from 0.
  private struct Window {
    let first: Int
    let end: Int

    init(around start: Int, width: Int) {
      first = start > width * 3 / 4 ? start - width / 4 : 0
      end = first + width
    }

    func shown(_ line: Substring) -> String {
      let rest = line.unicodeScalars.dropFirst(first)
      let kept = rest.prefix(end - first)
      var text = String(String.UnicodeScalarView(kept.map(Excerpt.printable)))
      if kept.endIndex < rest.endIndex { text.append("…") }
      return first > 0 ? "…" + text : text
    }
  }

  private static func cells(_ scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { $0 + $1.cellCount }
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return "·"
    default: return scalar
    }
  }
}
