import ArgumentGrammar
import LintelKit
import MachinePorts

/// Tells who feels it when elements change or fail.
struct ImpactCommand: Command {
  static let spec = CommandSpec(
    "impact", "tells who feels it when elements change or fail: elements, flows, teams and data",
    discussion: [
      "Follows dependencies back to whoever has them: hard where they cannot do their work without, soft where they can for a while. Several elements change or fail together. The first argument is the model when something lies there, else an element of the nearest model."
    ],
    positionals: [
      ModelOptions.path,
      PositionalSpec(
        "ELEMENT", "an element, by as much of its path as it takes", isOptional: false,
        isRepeatable: true),
    ],
    options: FigureTarget.options + ModelOptions.options,
    examples: [
      .init("lintel impact Models/webshop payment", "shows whom the loss of one element hits"),
      .init("lintel impact stock erp --all -f markdown", "shows all of it, for two together"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let target = FigureTarget(arguments)
    let (path, names) = ModelOptions.split(arguments.positionals, on: machine)
    guard !names.isEmpty else {
      throw UsageError("'impact' needs an ELEMENT", help: "lintel impact payment")
    }
    let workspace = try ModelOptions.open(path, arguments, on: machine, manners)
    try target.write(try workspace.impact(of: names), on: machine, manners)
    return ModelOptions.exitCode(of: workspace, "asked", manners)
  }
}
