import ArgumentGrammar
import FindingReports
import LintelKit
import MachinePorts
import ReviewEngine

/// Lists the rules.
struct RulesCommand: Command {
  static let spec = CommandSpec(
    "rules", "lists the rules, by family",
    positionals: [
      PositionalSpec("SELECTOR", "a rule, or a family as in 'coupling/*'", isRepeatable: true)
    ],
    options: [
      OptionSpec(
        "format", short: "f", .word(["text", "json", "markdown"]), "how to write them",
        defaultText: "text")
    ],
    examples: [
      .init("lintel rules", "lists them all"),
      .init("lintel rules 'availability/*'", "lists one family"),
      .init("lintel rules --format json", "writes every rule with its papers, for programs"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let rules = try RuleShelf.rules(arguments.positionals)
    let text =
      switch arguments.value("format") {
      case "json": RuleList.json(rules)
      case "markdown": RuleList.markdown(rules)
      default:
        RuleList.text(
          rules, on: ReportMedium(isColored: manners.colorsOutput, width: manners.width))
      }
    manners.result(text)
    return .passed
  }
}
