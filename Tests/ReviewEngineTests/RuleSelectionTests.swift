import ReviewEngine
import SolutionModel
import Testing

@Suite struct RuleSelectionTests {
  private static let rules: [any Rule.Type] = [
    LongName.self, AnyLink.self, StrictOne.self, Hopeless.self,
  ]

  private func chosen(_ change: (inout ReviewPolicy) -> Void) -> [String] {
    var policy = ReviewPolicy()
    change(&policy)
    return RuleSelection(from: Self.rules, by: policy).choices.map {
      "\($0.rule.descriptor.id) \($0.level)"
    }
  }

  @Test("a profile has its own rules and those of less demanding ones, by id")
  func profile() {
    #expect(chosen { $0.profile = .minimal } == ["any-link error"])
    #expect(chosen { _ in } == ["any-link error", "hopeless warning", "long-name warning"])
    #expect(
      chosen { $0.profile = .board }
        == ["any-link error", "hopeless warning", "long-name warning", "strict-one warning"])
  }

  @Test("the last level that names a rule counts")
  func lastLevelCounts() {
    let off = ReviewSettings.LevelChange(rule: "coupling/*", level: .off)
    let note = ReviewSettings.LevelChange(rule: "any-link", level: .on(.note))
    #expect(
      chosen { $0.levels = [off, note] }
        == ["any-link note", "hopeless warning", "long-name warning"])
    #expect(chosen { $0.levels = [note, off] } == ["hopeless warning", "long-name warning"])
  }

  @Test("a level by the rule's own id asks a rule that the profile has not; one by family does not")
  func levelAsks() {
    #expect(
      chosen {
        $0.profile = .minimal
        $0.levels = [.init(rule: "strict-one", level: .on(.note))]
      } == ["any-link error", "strict-one note"])
    #expect(
      chosen {
        $0.profile = .minimal
        $0.levels = [.init(rule: "coupling/*", level: .on(.note))]
      } == ["any-link note"])
  }

  @Test(
    "an id, a former id, a family and a beginning each select",
    arguments: [
      ("any-link", ["any-link error"]),
      ("coupling/any-link", ["any-link error"]),
      ("some-link", ["any-link error"]),
      ("coupling", ["any-link error", "strict-one warning"]),
      ("coupling/*", ["any-link error", "strict-one warning"]),
      ("long-*", ["long-name warning"]),
      ("coupling/st*", ["strict-one warning"]),
      ("long", []),
    ])
  func select(word: String, expected: [String]) {
    #expect(chosen { $0.select = [word] } == expected)
  }

  @Test("a rule that is off is asked when its id is selected, not when its family is")
  func selectOff() {
    let off = ReviewSettings.LevelChange(rule: "any-link", level: .off)
    #expect(
      chosen {
        $0.levels = [off]
        $0.select = ["any-link"]
      } == ["any-link error"])
    #expect(
      chosen {
        $0.levels = [off]
        $0.select = ["coupling"]
      } == ["strict-one warning"])
  }

  @Test("what is ignored is never asked")
  func ignore() {
    #expect(chosen { $0.ignore = ["model/*"] } == ["any-link error"])
    #expect(
      chosen {
        $0.select = ["any-link"]
        $0.ignore = ["*"]
      } == [])
  }

  @Test("a word that stands for no rule is reported, in its order")
  func unknownWords() {
    let words = ["coupling/*", "no-such", "long-name", "kopling", "x*", "some-link"]
    #expect(RuleSelection.unknown(words, among: Self.rules) == ["no-such", "kopling", "x*"])
    #expect(
      RuleSelection.words(for: Self.rules)
        == ["any-link", "coupling", "hopeless", "long-name", "model", "strict-one"])
  }
}
