import ArgumentGrammar
import MachinePorts
import YAMLSyntax

/// Parses a file by the YAML library alone: what every reader of the file must pay.
struct CountEventsCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "count-events", "counts the YAML events of a file, as the measure of the benchmark",
    positionals: [PositionalSpec("FILE", "a YAML file", isOptional: false)])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    let bytes = try machine.files.bytes(at: arguments.positionals[0], limit: 1 << 28)
    machine.console.writeOutput("\(YAMLParser.countEvents(bytes) ?? 0) events\n")
    return true
  }
}
