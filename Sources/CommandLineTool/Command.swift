import ArgumentGrammar
import MachinePorts

/// A command of the tool: its description and what it does.
protocol Command: Sendable {
  static var spec: CommandSpec { get }

  /// Does the job.
  ///
  /// - Throws: what keeps the job from being done; `LintelTool` turns it into words and exit code 2.
  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
}
