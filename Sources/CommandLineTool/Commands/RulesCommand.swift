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
      .init("lintel rules 'availability/*'", "lists one family, and what it leaves out"),
      .init("lintel rules --format json", "writes every rule with its papers, for programs"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let words = arguments.positionals
    let rules = try rules(words)
    let families = words.compactMap(RuleShelf.family)
    let areFamilies = !words.isEmpty && families.count == words.count
    let medium = ReportMedium(isColored: manners.colorsOutput, width: manners.width)
    let text =
      switch arguments.value("format") {
      case "json": RuleList.json(rules, RuleShelf.families)
      case "markdown" where areFamilies:
        families.map { FamilyPage.markdown($0, rules) }.joined(separator: "\n")
      case "markdown": RuleList.markdown(rules)
      case _ where areFamilies:
        families.map { FamilyPage.text($0, rules, on: medium) }.joined(separator: "\n")
      default: RuleList.text(rules, on: medium)
      }
    manners.result(text)
    return .passed
  }

  /// A family that has no rules yet is still a family.
  private static func rules(_ words: [String]) throws -> [any Rule.Type] {
    let others = words.filter { RuleShelf.family($0) == nil }
    let named = others.isEmpty && !words.isEmpty ? [] : try RuleShelf.rules(others)
    guard !words.isEmpty else { return named }
    let families = words.compactMap { RuleShelf.family($0)?.family }
    let ids = Set(named.map { $0.descriptor.id })
    return try RuleShelf.rules().filter {
      ids.contains($0.descriptor.id) || families.contains($0.descriptor.family)
    }
  }
}
