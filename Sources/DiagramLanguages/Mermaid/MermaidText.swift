import JSONText

/// Text made safe for Mermaid, which reads HTML, Markdown and entities of its own in labels.
enum MermaidText {
  /// A string of the YAML at the head, which takes those of JSON.
  static func yaml(_ text: String) -> String {
    JSONWriter(style: .compact).text(.string(text))
  }

  /// Lines as one label in double quotes; empty ones are left out.
  static func quoted(_ lines: [String]) -> String {
    "\"" + lines.filter { !$0.isEmpty }.map(escaped).joined(separator: "<br/>") + "\""
  }

  /// Words that stand without quotes.
  static func plain(_ text: String) -> String {
    // The word alone would end a block.
    text.split(separator: " ").map { $0.lowercased() == "end" ? "en#100;" : escaped(String($0)) }
      .joined(separator: " ")
  }

  /// Every character that Mermaid, Markdown or HTML could take for markup as an entity.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "*", "_", "~", "\\", "[", "]", "{", "}", "|", ";", "@",
        "$":
        escaped += "#\(scalar.value);"
      case "." where isNumber(escaped), "-" where isStart, "+" where isStart:
        // Otherwise a list of Markdown begins, which Mermaid refuses.
        escaped += "#\(scalar.value);"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
      isStart = false
    }
    return escaped
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
