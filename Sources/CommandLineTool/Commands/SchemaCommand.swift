import ArgumentGrammar
import LintelKit
import MachinePorts

/// Prints a JSON Schema.
struct SchemaCommand: Command {
  static let spec = CommandSpec(
    "schema",
    "prints the JSON Schema of model files, of profiles, of the JSON report, of the figures or of what-if",
    discussion: [
      "Editors that know JSON Schema complete and check model files with it: put '# yaml-language-server: $schema=lintel.schema.json' on the first line."
    ],
    positionals: [
      PositionalSpec(
        "WHAT", "model (the default), profile, report, figures or what-if",
        words: ["model", "profile", "report", "figures", "what-if"])
    ],
    examples: [
      .init("lintel schema > lintel.schema.json", "writes the schema for an editor"),
      .init("lintel schema report", "prints what 'review --format json' writes"),
      .init("lintel schema figures", "prints what 'analyze --format json' writes"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners)
    -> ExitCode
  {
    switch arguments.positionals.first {
    case "report": manners.result(LintelSchema.report)
    case "figures": manners.result(LintelSchema.figures)
    case "what-if": manners.result(LintelSchema.whatIf)
    case "profile": manners.result(LintelSchema.profile)
    default: manners.result(LintelSchema.model)
    }
    return .passed
  }
}
