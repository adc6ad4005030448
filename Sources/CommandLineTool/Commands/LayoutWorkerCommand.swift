import ArgumentGrammar
import MachinePorts

/// Lays scenes out for another process of this executable.
struct LayoutWorkerCommand: Command {
  static let spec = CommandSpec(
    "layout-worker", "lays pictures out for another lintel process", isHidden: true)

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners)
    -> ExitCode
  {
    .passed
  }
}
