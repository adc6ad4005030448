import ArgumentGrammar
import CommandLineTool
import MachinePorts

/// Reviews the model of this house.
struct CheckHouseCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "check-house", "reviews the model of Lintel's own rooms: nothing may weigh more than a note")

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    LintelTool.run(["review", "Models/lintel", "--fail-on", "warning"], on: machine) == .passed
  }
}
