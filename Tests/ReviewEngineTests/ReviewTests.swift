import ReviewEngine
import SolutionGraph
import SolutionModel
import SourceText
import Testing

@Suite struct ReviewTests {
  private func location(_ line: Int, _ path: String = "a.yaml") -> SourceText.SourceLocation {
    SourceText.SourceLocation(
      path: path, range: SourceRange(at: SourcePosition(line: line, column: 1)))
  }

  @Test("findings stand in reading order, those without a place last")
  func readingOrder() {
    let lines = ["element:shop/name": 9, "element:bank/name": 2, "link:shop->bank": 9]
    let review = Review(
      of: [.app("shop"), .app("bank"), .app("hotel")], links: [.from("shop", to: "bank")],
      by: [LongName.self, AnyLink.self],
      locate: { path in lines[path.description].map { location($0) } })
    #expect(
      review.messages
        == [
          "'bank' is long", "'shop->bank' is a link", "'shop' is long", "'hotel' is long",
        ])
  }

  @Test("whatever order the rules are asked in, the review is the same")
  func anyOrder() {
    let elements = [Element.app("a"), .app("b"), .app("c")]
    let links = [Link.from("a", to: "b"), .from("b", to: "c")]
    let subject = ReviewSubject(
      graph: SolutionGraph(Solution(name: "Sample", elements: elements, links: links)))
    let rules: [any Rule.Type] = [LongName.self, AnyLink.self]
    let inTurn = Review(of: subject, by: rules)
    let backwards = Review(
      of: subject, by: rules,
      share: { count, piece in for number in (0..<count).reversed() { piece(number) } })
    #expect(!inTurn.findings.isEmpty)
    #expect(inTurn.findings == backwards.findings)
    #expect(inTurn.rules.map(\.rule.id) == backwards.rules.map(\.rule.id))
    #expect(inTurn.completeness == backwards.completeness)
  }

  @Test("related places are located too")
  func relatedPlaces() {
    let review = Review(
      of: [.app("shop")], by: [LongName.self],
      locate: { $0.attribute == nil ? location(3) : location(4) })
    #expect(review.findings.map(\.location) == [location(4)])
    #expect(review.findings.flatMap(\.related).map(\.location) == [location(3)])
  }

  @Test("a finding has its rule's level, its own, or that of the policy, the last one first")
  func levels() {
    let elements = [Element.app("a"), .app("b")]
    let links = [Link.from("a", to: "b"), .from("b", to: "a", label: "labelled")]
    func levels(_ policy: ReviewPolicy) -> [String: Level] {
      let review = Review(of: elements, links: links, by: [AnyLink.self], policy: policy)
      return Dictionary(
        uniqueKeysWithValues: review.findings.map { ($0.finding.place.subject.name, $0.level) })
    }
    #expect(levels(ReviewPolicy()) == ["a->b": .error, "b->a": .note])
    var policy = ReviewPolicy()
    policy.levels = [.init(rule: "any-link", level: .on(.warning))]
    #expect(levels(policy) == ["a->b": .warning, "b->a": .warning])
  }

  @Test("settings reach the rule, and the result shows those that were used")
  func settings() {
    var policy = ReviewPolicy()
    policy.settings = ["long-name": ["limit": .integer(4), "unheard-of": .flag(true)]]
    let review = Review(of: [.app("shop"), .app("hotel")], by: [LongName.self], policy: policy)
    #expect(review.messages == ["'hotel' is long"])
    #expect(review.rules[0].settings.map(\.key) == ["limit", "scale", "wait", "strict"])
    #expect(review.rules[0].settings[0].value == .integer(4))
  }

  @Test("a rule that cannot judge leaves no findings, and the review has errors")
  func ruleError() {
    let review = Review(by: [Hopeless.self])
    #expect(review.findings.isEmpty)
    #expect(review.hasErrors)
    #expect(review.rules[0].verdicts.error == "no time")
    #expect(!Review(by: [LongName.self]).hasErrors)
  }

  @Test("every outcome is told apart")
  func outcomes() {
    func outcome(_ elements: [Element]) -> RuleOutcome {
      Review(of: elements, by: [LongName.self]).rules[0].outcome
    }
    #expect(outcome([]) == .notApplicable)
    #expect(outcome([.app("a", summary: "short")]) == .pass)
    #expect(outcome([.app("a", summary: "short"), .app("b")]) == .unknown)
    #expect(outcome([.app("a"), .app("long")]) == .fail)
    #expect(Review(by: [Hopeless.self]).ruleCount(.error) == 1)
  }

  @Test("the gate counts open findings at its level and above")
  func gate() {
    let elements = [Element.app("shop"), .app("bank")]
    func gate(_ failOn: Level?, waivers: [Waiver] = []) -> Gate {
      var policy = ReviewPolicy()
      policy.failOn = failOn
      return Review(
        of: elements, links: [.from("shop", to: "bank")], by: [LongName.self, AnyLink.self],
        policy: policy, waivers: waivers
      ).gate
    }
    #expect(gate(.error) == Gate(failOn: .error, count: 1))
    #expect(gate(.warning).figure == "3 open findings of level warning or above")
    #expect(gate(.error).figure == "1 open finding of level error")
    #expect(gate(nil).passes)
    let waiver = Waiver.of("any-link", on: .element(ElementID("shop")))
    #expect(gate(.error, waivers: [waiver]).passes)
  }

  @Test("counts tell levels and waived findings apart")
  func counts() {
    let review = Review(
      of: [.app("shop"), .app("bank")], links: [.from("shop", to: "bank")],
      by: [LongName.self, AnyLink.self],
      waivers: [.of("long-name", on: .element(ElementID("shop")), until: .day(20))])
    #expect(review.counts.open == 2)
    #expect(Level.allCases.map(review.counts.open(at:)) == [0, 1, 1])
    #expect(review.counts.waived == 1)
    #expect(review.counts.nextWaiverEnd == .day(20))
    #expect(review.counts.rules == 2)
  }

  @Test("marks show open findings on everything they are about, the gravest first")
  func marks() {
    let review = Review(
      of: [.app("shop"), .app("bank"), .app("erp")], links: [.from("shop", to: "bank")],
      by: [LongName.self, AnyLink.self],
      waivers: [.of("long-name", on: .element(ElementID("shop")))])
    #expect(
      review.marks.map(\.subject.description)
        == ["element:bank", "element:shop", "link:shop->bank"])
    #expect(review.marks.map(\.level) == [.error, .error, .error])
    #expect(review.marks[0].messages == ["'shop->bank' is a link", "'bank' is long"])
    #expect(review.marks[1].count == 1)
  }

  @Test("a finding's own remedy goes before that of the papers")
  func remedy() {
    let review = Review(
      of: [.app("shop"), .app("a")], links: [.from("a", to: "shop")],
      by: [LongName.self, AnyLink.self])
    #expect(Set(review.findings.map(\.remedy)) == ["papers", "cut it"])
  }

  @Test("a policy takes over what a model says of its review")
  func policyOfModel() {
    var settings = ReviewSettings()
    settings.profile = .board
    settings.waivers = [.of("a", on: .solution)]
    settings.levels = [.init(rule: "a", level: .off)]
    settings.settings = ["a": ["b": .flag(true)]]
    let policy = ReviewPolicy(settings)
    #expect(policy.profile == .board)
    #expect(policy.waivers == settings.waivers)
    #expect(policy.levels == settings.levels)
    #expect(policy.settings == settings.settings)
    #expect(ReviewPolicy(ReviewSettings()) == ReviewPolicy())
  }
}
