import ArgumentGrammar
import FindingReports
import LintelKit
import MachinePorts

/// Prints the papers of a rule.
struct ExplainCommand: Command {
  static let spec = CommandSpec(
    "explain", "explains a rule: why it matters, how it is found, what to do, when it is wrong",
    positionals: [PositionalSpec("RULE", "the id of a rule", isOptional: false)],
    options: [
      OptionSpec(
        "format", short: "f", .word(["text", "markdown"]), "how to write it", defaultText: "text")
    ],
    examples: [
      .init("lintel explain single-point-of-failure", "prints all about one rule")
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    guard let id = arguments.positionals.first else { return .notDone }
    let rule = try RuleShelf.rule(id)
    let medium = ReportMedium(isColored: manners.colorsOutput, width: manners.width)
    manners.result(
      arguments.value("format") == "markdown"
        ? RulePage.markdown(rule) : RulePage.text(rule, on: medium))
    return .passed
  }
}
