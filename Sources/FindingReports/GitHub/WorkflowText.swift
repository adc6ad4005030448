import MarkupText

/// Text made safe for the commands that GitHub Actions reads from a log.
enum WorkflowText {
  /// What stands after the last `::`; a line break stays one.
  static func message(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { escaped(TerminalText.plain(String($0))) }.joined(separator: "%0A")
  }

  /// The value of a property, in which colons and commas would end it.
  static func property(_ text: String) -> String {
    escaped(TerminalText.plain(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// Without a per cent sign that could begin an escape.
  private static func escaped(_ text: String) -> String { text.replacing("%", with: "%25") }
}
