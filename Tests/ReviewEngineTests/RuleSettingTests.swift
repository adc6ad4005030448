import ReviewEngine
import SolutionModel
import Testing

@Suite struct RuleSettingTests {
  @Test("a rule takes values of the right kind within the range")
  func takes() {
    let rule = LongName(settings: [
      "limit": .integer(7), "scale": .number(1.5), "wait": .duration(.seconds(2)),
      "strict": .flag(true),
    ])
    #expect(rule.limit == 7)
    #expect(rule.scale == 1.5)
    #expect(rule.wait == .seconds(2))
    #expect(rule.isStrict)
  }

  @Test(
    "a rule leaves out values of another kind and those out of range",
    arguments: [SettingValue.integer(11), .integer(0), .number(4), .flag(true), .word("4")])
  func leavesOut(value: SettingValue) {
    #expect(LongName(settings: ["limit": value]).limit == 3)
  }

  @Test("the vocabulary of a rule has every setting with its kind")
  func vocabulary() {
    #expect(LongName.vocabulary.id == "long-name")
    #expect(LongName.vocabulary.family == "model")
    #expect(
      LongName.vocabulary.settings.map(\.kind)
        == [.integer(1...10), .number(0...2), .duration(.zero ... .seconds(9)), .flag])
  }
}
