import ArgumentGrammar
import LintelKit
import MachinePorts

/// Lists what a selector chooses.
struct QueryCommand: Command {
  static let spec = CommandSpec(
    "query", "lists the elements and links that a selector chooses",
    discussion: [
      "The selector language is that of views and waivers: a name, 'a.*', '-> a', 'a -> b', '*', or a condition over the keys of the language. The page on the language describes it."
    ],
    positionals: [
      ModelOptions.path,
      PositionalSpec("SELECTOR", "what to choose, as one argument", isOptional: false),
    ],
    options: FigureTarget.options + ModelOptions.options,
    examples: [
      .init("lintel query Models/webshop '-> stock'", "lists what uses an element"),
      .init("lintel query 'kind = store and not has owner' -f json", "lists stores without owner"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let target = FigureTarget(arguments)
    guard let selector = arguments.positionals.last else {
      throw UsageError("'query' needs a SELECTOR", help: "lintel query 'type = web'")
    }
    let path = arguments.positionals.count > 1 ? arguments.positionals[0] : nil
    let workspace = try ModelOptions.open(path, arguments, on: machine, manners)
    try target.write(try workspace.selection(selector), on: machine, manners)
    return ModelOptions.exitCode(of: workspace, "asked", manners)
  }
}
