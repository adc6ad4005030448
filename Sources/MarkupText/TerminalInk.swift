/// Terminal colours, or none.
///
/// Meaning never rests on them alone.
package struct TerminalInk: Sendable {
  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package func bold(_ text: String) -> String { wrapped(text, "1") }
  package func dim(_ text: String) -> String { wrapped(text, "2") }
  package func frame(_ text: String) -> String { wrapped(text, "34") }
  package func good(_ text: String) -> String { wrapped(text, "1;32") }
  package func bad(_ text: String) -> String { wrapped(text, "1;31") }
  package func warm(_ text: String) -> String { wrapped(text, "1;33") }
  package func cool(_ text: String) -> String { wrapped(text, "1;36") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
