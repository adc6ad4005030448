/// A stretch of text from `start` up to, but not including, `end`.
public struct SourceRange: Hashable, Sendable {
  public let start: SourcePosition
  public let end: SourcePosition

  /// An `end` before `start` gives an empty range at `start`.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// An empty range at one point.
  public init(at position: SourcePosition) {
    self.init(start: position, end: position)
  }

  /// The start of any text, where nothing better is known.
  public static let fileStart = SourceRange(at: .start)
}
