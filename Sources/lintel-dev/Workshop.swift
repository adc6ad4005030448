import ArgumentGrammar
import CommandLineTool
import Glibc
import LintelKit
import LocalMachine
import MachinePorts

/// The tools of those who build Lintel; it is never shipped.
@main struct Workshop {
  static let tool = ToolSpec(
    name: "lintel-dev", version: "0", summary: "the workshop of Lintel; call it in the root folder",
    commands: commands.map { $0.spec },
    commonOptions: [OptionSpec("help", short: "h", .flag, "print help and end")],
    exitCodes: [
      (0, "it is done, or in order"), (1, "it is not in order"), (2, "it could not be done"),
    ],
    environment: [])

  private static let commands: [any WorkshopCommand.Type] = [
    AcceptCommand.self,
    WriteReferenceCommand.self,
    NewRuleCommand.self,
    GenerateCommand.self,
    MeasureCommand.self,
    BenchCommand.self,
    CountEventsCommand.self,
    CheckHouseCommand.self,
  ]

  static func main() {
    let machine = LocalMachine.makeForOneRun()
    let words = Array(CommandLine.arguments.dropFirst())
    // What draws starts this very executable as its helper.
    if words.first == LayoutHelper.command {
      exit(LintelTool.run(words, on: machine).rawValue)
    }
    do {
      exit(try run(words, on: machine) ? 0 : 1)
    } catch let error as ArgumentError {
      machine.console.writeError("error: \(error.message)\n" + UsageText(tool).overview)
    } catch {
      machine.console.writeError("error: \(error)\n")
    }
    exit(2)
  }

  private static func run(_ words: [String], on machine: Machine) throws -> Bool {
    if words.first == "--help" || words.first == "-h" {
      machine.console.writeOutput(UsageText(tool).overview)
      return true
    }
    let arguments = try ArgumentParser(tool).parse(words)
    guard let command = commands.first(where: { $0.spec.name == arguments.command }) else {
      return false
    }
    if arguments.has("help") {
      machine.console.writeOutput(UsageText(tool).help(for: command.spec))
      return true
    }
    return try command.run(arguments, on: machine)
  }
}

/// A tool of the workshop.
protocol WorkshopCommand: Sendable {
  static var spec: CommandSpec { get }

  /// Whether everything is in order.
  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool
}

/// What keeps a tool of the workshop from its job.
struct WorkshopError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
