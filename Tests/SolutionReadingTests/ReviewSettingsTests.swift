import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct ReviewSettingsTests {
  private static let rules = [
    RuleVocabulary(
      id: "synchronous-call-chain", family: "interaction", title: "Chain",
      settings: [
        .init(key: "maximum-depth", kind: .integer(1...10), summary: "Links"),
        .init(key: "share", kind: .number(0...1), summary: "Share"),
        .init(key: "longest", kind: .duration(.zero ... .seconds(60)), summary: "Time"),
        .init(key: "strict", kind: .flag, summary: "Strict"),
        .init(key: "count", kind: .word(["all", "hard"]), summary: "What"),
      ]),
    RuleVocabulary(id: "cyclic-dependency", family: "coupling", title: "Cycle", settings: []),
  ]

  private static func mistake(
    _ name: String, _ marked: String, _ message: String, _ help: String...
  )
    -> MistakeCase
  {
    var test = MistakeCase(name, "review:\n  " + marked, [message], help: help)
    test.rules = rules
    return test
  }

  @Test("settings are read by the vocabulary of the rules")
  func reads() throws {
    let document = read(
      [
        "m.yaml": """
        lintel: 1
        solution: X
        reviewed: 2026-01-15
        apps: { a: A, b: B }
        links: [a -> b]
        review:
          profile: board
          levels: { cyclic-dependency: error, "coupling/*": off }
          settings: { synchronous-call-chain: { maximum-depth: 4, share: 0.5, longest: 2s, strict: true, count: hard } }
          waivers:
            - { rule: cyclic-dependency, on: a -> b, reason: R, approved-by: B, until: 2027-06-30, ticket: T-1 }
            - { rule: "coupling/*", on: "kind = app", reason: R, approved-by: B, until: 2027-06-30 }
        """
      ], rules: Self.rules)
    #expect(document.diagnostics == [])
    let review = document.solution.review
    #expect(review.profile == .board)
    #expect(review.reviewed == CalendarDate(year: 2026, month: 1, day: 15))
    #expect(review.levels.map(\.rule) == ["coupling/*", "cyclic-dependency"])
    #expect(
      review.settings["synchronous-call-chain"] == [
        "maximum-depth": .integer(4), "share": .number(0.5), "longest": .duration(.seconds(2)),
        "strict": .flag(true), "count": .word("hard"),
      ])
    #expect(
      review.waivers.map(\.subject) == [
        .selection(.predicate(.compare(key: "kind", .equal, value: "app"))),
        .path(.link(LinkID("a->b"))),
      ])
    let place = try #require(document.location(of: ElementPath(.waiver(1), "until")))
    #expect(place.range.start.line == 11)
  }

  @Test(
    "what is wrong with the settings is marked",
    arguments: [
      mistake(
        "an unknown rule", "levels: { ⟦cyclic-dependancy⟧: off }",
        "'cyclic-dependancy' is not a known rule or family", "did you mean 'cyclic-dependency'?",
        "known rules: cyclic-dependency, synchronous-call-chain, coupling/*, interaction/*"),
      mistake(
        "an unknown level", "levels: { cyclic-dependency: ⟦warn⟧ }",
        "'warn' is not one of: off, note, warning, error", "did you mean 'warning'?"),
      mistake(
        "a level of YAML 1.1", "levels: { cyclic-dependency: ⟦no⟧ }",
        "'no' is not one of: off, note, warning, error"),
      mistake(
        "a setting out of its range",
        "settings: { synchronous-call-chain: { maximum-depth: ⟦11⟧ } }",
        "'maximum-depth' takes a whole number from 1 to 10, not '11'"),
      mistake(
        "an unknown setting", "settings: { synchronous-call-chain: { ⟦depth⟧: 4 } }",
        "'depth' is not a setting of 'synchronous-call-chain'",
        "its settings: maximum-depth, share, longest, strict, count"),
      mistake(
        "a setting of a rule that has none", "settings: { cyclic-dependency: { ⟦depth⟧: 4 } }",
        "'depth' is not a setting of 'cyclic-dependency'", "'cyclic-dependency' has no settings"),
      mistake(
        "a duration out of its range", "settings: { synchronous-call-chain: { longest: ⟦2min⟧ } }",
        "'longest' is from 0s to 60s, not '2min'"),
      mistake(
        "a waiver without a reason",
        "waivers: [{ ⟦rule⟧: cyclic-dependency, on: a, until: 2027-06-30 }]",
        "a waiver needs 'reason' and 'approved-by'"),
      mistake(
        "a waiver of an unknown element",
        "waivers: [{ rule: cyclic-dependency, on: ⟦shop⟧, reason: R, approved-by: B, until: 2027-06-30 }]",
        "'shop' is not a known element, link, flow, data entity or team"),
      mistake(
        "a waiver without an end that can be read",
        "waivers: [{ rule: cyclic-dependency, on: a, reason: R, approved-by: B, until: ⟦next year⟧ }]",
        "'until' takes a date, not 'next year'", "write it as in 2027-06-30"),
    ])
  func mistakes(_ test: MistakeCase) { test.check() }

  @Test("where no rules are known, their names and settings are not checked")
  func unchecked() {
    let document = read(
      """
      lintel: 1
      solution: X
      apps: { a: A }
      review: { levels: { anything: off }, settings: { anything: { depth: 4, time: 3s, on: true } } }
      """)
    #expect(document.diagnostics == [])
    #expect(document.solution.review.settings["anything"]?["time"] == .duration(.seconds(3)))
  }
}
