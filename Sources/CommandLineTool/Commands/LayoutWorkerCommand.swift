import ArgumentGrammar
import LintelKit
import MachinePorts

/// Lays pictures out for another process of this executable.
struct LayoutWorkerCommand: Command {
  static let spec = CommandSpec(
    LayoutHelper.command, "lays pictures out for another lintel process", isHidden: true)

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    guard let parent = machine.processes.parent else {
      throw UsageError("'layout-worker' is for lintel itself; it answers to another lintel process")
    }
    LayoutHelper.run(for: parent)
    return .passed
  }
}
