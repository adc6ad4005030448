import ArgumentGrammar
import LintelKit
public import MachinePorts

/// The command-line tool on any machine.
public enum LintelTool {
  /// Runs one command line.
  ///
  /// `words` is the arguments behind the tool's own name.
  public static func run(_ words: [String], on machine: Machine) -> ExitCode {
    let tool = CommandCatalog.tool
    if let code = answerWithoutCommand(words, tool, machine) { return code }
    let arguments: ParsedArguments
    do {
      arguments = try ArgumentParser(tool).parse(words)
    } catch {
      return complain(of: error, tool, machine)
    }
    let manners = Manners(arguments, on: machine)
    guard let command = CommandCatalog.commands.first(where: { $0.spec.name == arguments.command })
    else { return .notDone }
    if arguments.has("help") {
      manners.result(UsageText(tool, width: manners.width).help(for: command.spec))
      return .passed
    }
    do {
      return try command.run(arguments, on: machine, manners)
    } catch {
      manners.endProgress()
      let words = ErrorWording.words(for: error)
      manners.complain(words.message, help: words.help)
      return .notDone
    }
  }

  /// `lintel`, `lintel --help`, `lintel help [COMMAND]`, `lintel --version`.
  private static func answerWithoutCommand(_ words: [String], _ tool: ToolSpec, _ machine: Machine)
    -> ExitCode?
  {
    let usage = UsageText(tool, width: machine.console.width ?? 100)
    switch words.first {
    case nil:
      machine.console.writeError(usage.overview)
      return .notDone
    case "--version":
      machine.console.writeOutput(version(tool))
      return .passed
    case "--help", "-h", "help":
      guard let name = words.dropFirst().first else {
        machine.console.writeOutput(usage.overview)
        return .passed
      }
      guard let command = tool.command(name) else { return nil }
      machine.console.writeOutput(usage.help(for: command))
      return .passed
    default:
      if words.contains("--version"), !words.contains("--") {
        machine.console.writeOutput(version(tool))
        return .passed
      }
      return nil
    }
  }

  private static func version(_ tool: ToolSpec) -> String {
    "\(tool.name) \(tool.version) (\(LintelVersion.layoutEngine))\n"
  }

  private static func complain(of error: ArgumentError, _ tool: ToolSpec, _ machine: Machine)
    -> ExitCode
  {
    machine.console.writeError("error: \(error.message)\n")
    if let help = error.help { machine.console.writeError("  help: \(help)\n") }
    machine.console.writeError("  more: \(tool.name) --help\n")
    return .notDone
  }
}
