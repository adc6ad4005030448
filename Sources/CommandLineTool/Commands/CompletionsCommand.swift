import ArgumentGrammar
import MachinePorts

/// Prints a completion script.
struct CompletionsCommand: Command {
  static let spec = CommandSpec(
    "completions", "prints a script that completes lintel's command line in a shell",
    positionals: [
      PositionalSpec(
        "SHELL", "bash, zsh or fish", isOptional: false,
        words: ShellCompletion.allCases.map(\.rawValue))
    ],
    examples: [
      .init(
        "lintel completions bash > ~/.local/share/bash-completion/completions/lintel",
        "installs them for bash")
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners)
    -> ExitCode
  {
    guard let shell = arguments.positionals.first.flatMap(ShellCompletion.init) else {
      return .notDone
    }
    manners.result(shell.script(for: CommandCatalog.tool))
    return .passed
  }
}
