import ArgumentGrammar
import MachinePorts

/// Prints the manual page.
struct ManualCommand: Command {
  static let spec = CommandSpec(
    "manual", "prints the manual page, for man",
    examples: [
      .init("lintel manual > lintel.1 && man ./lintel.1", "reads it"),
      .init("lintel manual > ~/.local/share/man/man1/lintel.1", "installs it"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners)
    -> ExitCode
  {
    manners.result(ManPage(CommandCatalog.tool).text)
    return .passed
  }
}
