import ArgumentGrammar
import MachinePorts

/// How a run speaks: what goes to which stream, in which colours, and how much of it.
///
/// The result goes to standard output and nothing else does; progress, warnings and the closing
/// line go to standard error.
struct Manners: Sendable {
  let console: any Console
  let isQuiet: Bool
  let isVerbose: Bool
  let colorsOutput: Bool
  let colorsError: Bool

  init(_ arguments: ParsedArguments, on machine: Machine) {
    console = machine.console
    isQuiet = arguments.has("quiet")
    isVerbose = arguments.has("verbose") && !isQuiet
    let choice = arguments.value("color") ?? "auto"
    func colors(_ isTerminal: Bool) -> Bool {
      switch choice {
      case "always": true
      case "never": false
      default: Self.colorsByDefault(isTerminal: isTerminal, machine.environment)
      }
    }
    colorsOutput = colors(machine.console.outputIsTerminal)
    colorsError = colors(machine.console.errorIsTerminal)
  }

  /// `NO_COLOR`, then `FORCE_COLOR` or `CLICOLOR_FORCE`, then whether it is a terminal that can.
  private static func colorsByDefault(isTerminal: Bool, _ environment: [String: String]) -> Bool {
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment[name], !value.isEmpty, value != "0" { return true }
    }
    return isTerminal && environment["TERM"] != "dumb"
  }

  /// Characters a line of standard output.
  var width: Int { max(60, min(console.width ?? 100, 160)) }

  func result(_ text: String) { console.writeOutput(text) }

  /// A word on how it went; left out when quiet.
  func tell(_ text: String) {
    if !isQuiet { console.writeError(text + "\n") }
  }

  /// A detail that only `-v` shows.
  func tellMore(_ text: String) {
    if isVerbose { console.writeError(text + "\n") }
  }

  /// What went wrong, with what would be right.
  ///
  /// Shown even when quiet.
  func complain(_ message: String, help: String? = nil) {
    let word = colorsError ? "\u{1B}[1;31merror\u{1B}[0m" : "error"
    console.writeError("\(word): \(message)\n")
    if let help { console.writeError("  help: \(help)\n") }
  }

  func warn(_ message: String) {
    let word = colorsError ? "\u{1B}[1;33mwarning\u{1B}[0m" : "warning"
    if !isQuiet { console.writeError("\(word): \(message)\n") }
  }

  /// A line that the next one replaces, on a terminal only.
  func progress(_ text: String) {
    guard !isQuiet, console.errorIsTerminal else { return }
    console.writeError("\r\u{1B}[K\(text)")
  }

  func endProgress() { progress("") }
}
