import MarkupText
import SolutionModel

extension TerminalInk {
  func level(_ level: Level, _ text: String) -> String {
    switch level {
    case .error: bad(text)
    case .warning: warm(text)
    case .note: cool(text)
    }
  }
}
