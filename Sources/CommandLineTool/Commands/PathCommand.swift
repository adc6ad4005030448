import ArgumentGrammar
import LintelKit
import MachinePorts

/// Tells how one element leads to another.
struct PathCommand: Command {
  static let spec = CommandSpec(
    "path", "tells the ways from one element to another, with their links",
    discussion: [
      "Follows links in use from the side that starts the interaction, through channels to those who receive. Ways come shortest first; two numbers say how many of them share no link and no element."
    ],
    positionals: [
      ModelOptions.path, PositionalSpec("A", "where to start", isOptional: false),
      PositionalSpec("B", "where to go", isOptional: false),
    ],
    options: [
      OptionSpec("hard", .flag, "take only links without which A cannot do its work"),
      OptionSpec(
        "most", .number(placeholder: "N", 1...1000), "how many ways to show", defaultText: "20"),
    ] + FigureTarget.options + ModelOptions.options,
    examples: [
      .init("lintel path Models/webshop shop stock", "shows the ways from one to the other"),
      .init("lintel path shop erp --hard --most 3", "shows three, over hard links only"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let target = FigureTarget(arguments)
    let words = arguments.positionals
    let isModel = words.count == 2 && ModelOptions.split(words, on: machine).path != nil
    guard words.count > 1, !isModel else {
      throw UsageError("'path' needs A and B", help: "lintel path shop stock")
    }
    let path = words.count > 2 ? words[0] : nil
    let workspace = try ModelOptions.open(path, arguments, on: machine, manners)
    let sheet = try workspace.paths(
      from: words[words.count - 2], to: words[words.count - 1],
      onlyHard: arguments.has("hard"),
      limit: arguments.number("most").map { Int($0) } ?? 20)
    try target.write(sheet, on: machine, manners)
    return ModelOptions.exitCode(of: workspace, "asked", manners)
  }
}
