/// Breaks text into lines no wider than there is room for.
///
/// Lines come out about equally long. A break stands at a space or between East Asian signs; only a
/// word that fills a line by itself is broken elsewhere: after a hyphen, a slash, `_`, `.` and the
/// like, before a capital that follows a small letter, and at last between any two signs. No hyphen
/// is added, so that names can be searched for and copied.
public struct TextWrapping: Sendable {
  public let style: TextStyle
  /// In pixels.
  public let width: Double
  /// What is over is cut off, with an ellipsis; the least is 1.
  public let maximumLines: Int

  /// The usual most lines are more than a name of 200 signs takes.
  public init(_ style: TextStyle, width: Double, maximumLines: Int = 24) {
    self.style = style
    self.width = width
    self.maximumLines = max(1, maximumLines)
  }

  /// - Complexity: O(n) in the length of the text, which is read no further than the lines allow.
  public func lines(of text: String) -> [TextLine] {
    WrappableText(text, style, limit: maximumLines * 400)
      .lines(width: width, maximum: maximumLines)
  }

  /// Lines of several texts, as many on a line as fit with a dot between; a text that is too long for
  /// a line has lines of its own.
  ///
  /// - Complexity: O(n) in the length of the texts.
  public func lines(ofParts texts: [String]) -> [TextLine] {
    var rows: [String] = []
    for text in texts.map({ PictureText.clean($0, limit: maximumLines * 400) }) where !text.isEmpty
    {
      let joined = rows.last.map { $0 + Self.separator + text } ?? text
      if !rows.isEmpty, LabelMetrics.width(of: joined, in: style) <= width {
        rows[rows.count - 1] = joined
      } else {
        rows.append(text)
      }
    }
    return Array(rows.flatMap(lines).prefix(maximumLines))
  }

  private static let separator = " · "
}
