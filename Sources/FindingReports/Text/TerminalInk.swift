import SolutionModel

/// Terminal colours, or none.
///
/// Meaning never rests on them alone.
struct TerminalInk {
  let isColored: Bool

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func dim(_ text: String) -> String { wrapped(text, "2") }
  func frame(_ text: String) -> String { wrapped(text, "34") }
  func good(_ text: String) -> String { wrapped(text, "1;32") }
  func bad(_ text: String) -> String { wrapped(text, "1;31") }

  func level(_ level: Level, _ text: String) -> String {
    switch level {
    case .error: wrapped(text, "1;31")
    case .warning: wrapped(text, "1;33")
    case .note: wrapped(text, "1;36")
    }
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
