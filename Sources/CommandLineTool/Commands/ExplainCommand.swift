import ArgumentGrammar
import FindingReports
import LintelKit
import MachinePorts
import ReviewEngine

/// Prints the papers of a rule or a family, or why one finding is there.
struct ExplainCommand: Command {
  static let spec = CommandSpec(
    "explain", "explains a rule, a family of rules, or why one finding is there",
    discussion: [
      "A finding is named by its fingerprint, of which the first digits are enough. The model is reviewed again, and the answer tells the facts with their places, the formula with the numbers put in, how the level came about, and what each remedy would really change."
    ],
    positionals: [
      PositionalSpec(
        "RULE", "the id of a rule, a family, or the fingerprint of a finding", isOptional: false),
      ModelOptions.path,
    ],
    options: [
      OptionSpec(
        "format", short: "f", .word(["text", "json", "markdown"]), "how to write it",
        defaultText: "text")
    ] + ModelOptions.review + ModelOptions.options,
    examples: [
      .init("lintel explain single-point-of-failure", "prints all about one rule"),
      .init("lintel explain availability", "prints a family, and what it leaves out"),
      .init("lintel explain 1f3a09bc Models/webshop", "says why a finding is there"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    guard let word = arguments.positionals.first else { return .notDone }
    let medium = ReportMedium(isColored: manners.colorsOutput, width: manners.width)
    let format = arguments.value("format")
    if let family = RuleShelf.family(word) {
      manners.result(try page(of: family, format, medium))
    } else if isFingerprint(word) {
      return try explainFinding(word, arguments, on: machine, manners, medium)
    } else {
      manners.result(page(of: try RuleShelf.rule(word), format, medium))
    }
    return .passed
  }

  private static func page(of rule: any Rule.Type, _ format: String?, _ medium: ReportMedium)
    -> String
  {
    switch format {
    case "json": RuleList.json(of: rule)
    case "markdown": RulePage.markdown(rule)
    default: RulePage.text(rule, on: medium)
    }
  }

  private static func page(of family: FamilyPapers, _ format: String?, _ medium: ReportMedium)
    throws -> String
  {
    let rules = try RuleShelf.rules()
    return switch format {
    case "json": FamilyPage.json(family, rules)
    case "markdown": FamilyPage.markdown(family, rules)
    default: FamilyPage.text(family, rules, on: medium)
    }
  }

  /// Four to 32 hexadecimal digits that are not the id of a rule.
  private static func isFingerprint(_ word: String) -> Bool {
    (4...32).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isHexDigit }
      && (try? RuleShelf.rule(word)) == nil
  }

  private static func explainFinding(
    _ fingerprint: String, _ arguments: ParsedArguments, on machine: Machine, _ manners: Manners,
    _ medium: ReportMedium
  ) throws -> ExitCode {
    let workspace = try ModelOptions.open(
      arguments.positionals.dropFirst().first, arguments, on: machine, manners)
    let review = try workspace.review(ModelOptions.reviewChoices(arguments), on: machine)
    let place = try workspace.finding(fingerprint, in: review)
    let report = workspace.report(
      of: review, trials: workspace.cureTrials(for: review, findings: [place]))
    switch arguments.value("format") {
    case "json": manners.result(FindingPage.json(report, findingAt: place))
    case "markdown": manners.result(FindingPage.markdown(report, findingAt: place))
    default: manners.result(FindingPage.text(report, findingAt: place, on: medium))
    }
    return workspace.hasErrors ? .notDone : .passed
  }
}
