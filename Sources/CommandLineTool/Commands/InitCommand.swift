import ArgumentGrammar
import MachinePorts
import MarkupText

/// Writes a first model.
struct InitCommand: Command {
  static let spec = CommandSpec(
    "init", "writes a first model into a folder",
    discussion: [
      "Each starter is small, complete and has a flaw or two, so that the first review has something to say."
    ],
    positionals: [PositionalSpec("DIR", "the folder; left out, the current one")],
    options: [
      OptionSpec(
        "starter", .word(Starter.all.map(\.name)), "which one", defaultText: Starter.all[0].name)
    ],
    examples: [
      .init("lintel init shop && lintel build shop", "writes, reviews and draws a first model"),
      .init("lintel init claims --starter landscape", "starts from an integration landscape"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let folder = arguments.positionals.first ?? "."
    let name = arguments.value("starter") ?? Starter.all[0].name
    guard let starter = Starter.all.first(where: { $0.name == name }) else { return .notDone }
    let file = folder == "." ? "lintel.yaml" : folder + "/lintel.yaml"
    guard machine.files.kind(at: file) == nil else {
      throw UsageError(
        "'\(TerminalText.plain(file))' is there already, and nothing was changed",
        help: "name another folder: lintel init DIR")
    }
    try machine.files.write(Array(starter.text.utf8), to: file)
    manners.tell(
      "wrote \(TerminalText.plain(file)): \(starter.summary)\n"
        + "next: lintel build\(folder == "." ? "" : " " + TerminalText.plain(folder))")
    return .passed
  }
}
