import MarkupText

/// Sentences of a rule's papers, in which `code` stands between backticks.
enum Prose {
  /// The sentences with their code set as such; an odd backtick stays text.
  static func html(_ text: String) -> HTML {
    parts(text).map { part in
      part.isCode ? HTML("<code>\(part.text)</code>") : HTML(escaping: part.text)
    }.joined()
  }

  static func markdown(_ text: String) -> String {
    parts(text).map { $0.isCode ? MarkdownText.code($0.text) : MarkdownText.plain($0.text) }
      .joined()
  }

  private static func parts(_ text: String) -> [(text: String, isCode: Bool)] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count % 2 == 1 else { return [(text, false)] }
    return pieces.enumerated().map { ($1, $0 % 2 == 1) }.filter { !$0.0.isEmpty }
  }
}
