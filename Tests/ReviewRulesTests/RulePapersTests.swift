import ReviewEngine
import ReviewRules
import SolutionModel
import Testing

struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type

  var papers: RuleDescriptor { rule.descriptor }
  var testDescription: String { papers.id }

  static let all = RuleCatalog.rules.map(RuleCase.init)
}

@Suite struct RulePapersTests {
  @Test("ids are unique, former ones too, and none is the name of a family")
  func uniqueIDs() {
    let ids = RuleCase.all.flatMap { [$0.papers.id] + $0.papers.formerIDs }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: RuleFamily.allCases.map(\.rawValue)))
  }

  @Test("the catalog goes by family, then by id")
  func catalogOrder() {
    let order = Dictionary(uniqueKeysWithValues: zip(RuleFamily.allCases, 0...))
    let keys = RuleCase.all.map { (order[$0.papers.family] ?? 0, $0.papers.id) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("the id is in kebab case", arguments: RuleCase.all)
  func kebabCase(_ test: RuleCase) {
    #expect(test.papers.id.allSatisfy { $0.isLowercase && $0.isASCII || $0 == "-" })
  }

  @Test("the title is a headline", arguments: RuleCase.all)
  func title(_ test: RuleCase) {
    #expect(test.papers.title.first?.isUppercase == true)
    #expect(!test.papers.title.hasSuffix("."))
    #expect(test.papers.title.count <= 40)
  }

  @Test("the summary is one short sentence", arguments: RuleCase.all)
  func summary(_ test: RuleCase) {
    #expect(test.papers.summary.hasSuffix("."))
    #expect(!test.papers.summary.dropLast().contains(". "))
    #expect(test.papers.summary.count <= 120)
  }

  @Test(
    "every text is there, in whole sentences, and not too long to read", arguments: RuleCase.all)
  func texts(_ test: RuleCase) {
    let papers = test.papers
    let texts = [papers.rationale, papers.detection, papers.remedy, papers.falsePositives]
    for text in texts + [papers.question, papers.summary] {
      #expect(text.first?.isUppercase == true || text.hasPrefix("`"))
      #expect(!text.contains("  ") && !text.contains("\n"))
      #expect((10...700).contains(text.count))
    }
    for text in texts { #expect(text.hasSuffix(".")) }
    #expect(papers.question.hasSuffix("?"))
    #expect(!papers.since.isEmpty)
  }

  @Test(
    "just the rules with a note on the style of the review judge an example otherwise in another",
    arguments: RuleCase.all)
  func style(_ test: RuleCase) {
    func fingerprints(_ example: RuleExample, _ style: ReviewStyle) -> [String] {
      ExampleReview(of: example.markedModel, style: style).findings(of: test.rule)
        .map(\.fingerprint)
    }
    let differs = test.papers.examples.contains {
      fingerprints($0, .keepItSimple) != fingerprints($0, .messagingFirst)
    }
    #expect(differs == (test.papers.styleNote != nil))
    #expect(test.papers.styleNote?.hasSuffix(".") ?? true)
  }

  @Test("what may explain a rule's findings is a rule", arguments: RuleCase.all)
  func explanations(_ test: RuleCase) {
    let ids = Set(RuleCase.all.map(\.papers.id))
    #expect(ids.isSuperset(of: test.papers.explainedBy))
    #expect(Set(test.papers.explainedBy).count == test.papers.explainedBy.count)
  }

  @Test("there are references, each a title", arguments: RuleCase.all)
  func references(_ test: RuleCase) {
    #expect(!test.papers.references.isEmpty)
    for reference in test.papers.references {
      #expect(reference.count >= 10 && !reference.hasSuffix("."))
    }
  }

  @Test(
    "settings are named in kebab case, say what they mean, and take their defaults",
    arguments: RuleCase.all)
  func settings(_ test: RuleCase) {
    for setting in test.rule.vocabulary.settings {
      #expect(setting.key.allSatisfy { $0.isLowercase && $0.isASCII || $0 == "-" })
      #expect(setting.summary.first?.isUppercase == true)
      #expect(setting.summary.count >= 10)
    }
    expectDefaultsFit(test.rule)
  }

  private func expectDefaultsFit<R: Rule>(_ rule: R.Type) {
    for (setting, value) in zip(R.settings, R().settingValues) {
      switch (setting.kind, value.value) {
      case (.integer(let range), .integer(let number)): #expect(range.contains(number))
      case (.number(let range), .number(let number)): #expect(range.contains(number))
      case (.duration(let range), .duration(let time)): #expect(range.contains(time))
      case (.word(let words), .word(let word)): #expect(words.contains(word))
      case (.flag, .flag): break
      default: Issue.record("the default of '\(setting.key)' is of another kind")
      }
    }
  }

  @Test(
    "the first example shows the flaw, the second one shows it mended; both are for readers",
    arguments: RuleCase.all)
  func examples(_ test: RuleCase) throws {
    let examples = test.papers.examples
    try #require(examples.count >= 2)
    #expect(examples[0].markedText.contains("⟦"))
    #expect(!examples[1].markedText.contains("⟦"))
    #expect(!examples[0].isTestOnly && !examples[1].isTestOnly)
    for example in examples {
      #expect(!example.name.isEmpty && !example.name.hasSuffix("."))
      #expect(!example.markedText.hasSuffix("\n"))
    }
    #expect(Set(examples.map(\.name)).count == examples.count)
  }
}
