/// A range with the file it lies in.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file as the user would write it: relative to the model's root, with forward slashes.
  public let path: String
  public let range: SourceRange

  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }

  /// Reading order: by file, then by start, then by end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.path, left.range.start, left.range.end) < (right.path, right.range.start, right.range.end)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, which terminals and editors open on a click.
  public var description: String { "\(path):\(range.start.line):\(range.start.column)" }
}
