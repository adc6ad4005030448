import ArgumentGrammar
import MachinePorts
import ReviewEngine

/// Writes the first draft of a rule.
struct NewRuleCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "new-rule", "writes the first draft of a rule and its line in the catalog",
    positionals: [
      PositionalSpec(
        "FAMILY", "the family", isOptional: false, words: RuleFamily.allCases.map(\.rawValue)),
      PositionalSpec("ID", "the kebab-case name of the flaw", isOptional: false),
    ],
    examples: [
      .init(
        "lintel-dev new-rule data stale-copy", "starts Sources/ReviewRules/Data/StaleCopy.swift")
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    guard let family = RuleFamily(rawValue: arguments.positionals[0]) else { return false }
    let id = arguments.positionals[1]
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    guard words.allSatisfy({ $0.first?.isLowercase == true && $0.allSatisfy(\.isLetter) }) else {
      throw WorkshopError("'\(id)' is not in kebab case")
    }
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let path = "Sources/ReviewRules/\(family.title)/\(name).swift"
    guard machine.files.kind(at: path) == nil else {
      throw WorkshopError("'\(path)' is there already")
    }
    try machine.files.write(Array(draft(name, id, family).utf8), to: path)
    machine.console.writeOutput(
      "wrote \(path)\nadd '\(name).self,' to the family's list in Sources/ReviewRules/RuleCatalog.swift\n"
    )
    return true
  }

  private static func draft(_ name: String, _ id: String, _ family: RuleFamily) -> String {
    """
    import ReviewEngine
    import SolutionModel

    /// Finds ….
    struct \(name): Rule {
      init() {}

      func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
        for element in subject.solution.elements {
          verdicts.pass()
        }
      }

      static let descriptor = RuleDescriptor(
        id: "\(id)",
        title: "…",
        family: .\(family.rawValue),
        level: .warning,
        quality: .reliability,
        summary: "…",
        rationale: "…",
        detection: "…",
        remedy: "…",
        falsePositives: "…",
        question: "…",
        references: [],
        examples: [
          RuleExample("it fires", "…⟦here⟧"),
          RuleExample("it stays silent", "…"),
        ])
    }

    extension Finding.Message {
    }

    """
  }
}
