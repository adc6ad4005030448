/// Text from outside made safe to stand in Markdown.
package enum MarkdownText {
  /// The text on one line, with everything escaped that CommonMark, GitHub's tables or raw HTML
  /// would read; `@` gets a zero-width joint so that nobody is called.
  package static func plain(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": escaped += "\\\(character)"
      case "@": escaped += "@\u{200B}"
      case _ where character.isNewline: escaped += " "
      default: escaped += TerminalText.plain(String(character))
      }
    }
    return escaped
  }

  /// The text as code on one line: a fence longer than any run of backticks in it.
  package static func code(_ text: String) -> String {
    let plain = TerminalText.plain(text)
    var longest = 0
    var run = 0
    for character in plain {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let gap = plain.hasPrefix("`") || plain.hasSuffix("`") ? " " : ""
    return fence + gap + plain + gap + fence
  }
}
