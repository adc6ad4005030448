import ReviewEngine
import SolutionGraph
import SolutionModel
import Testing

/// What a finding is about may move its level by one step.
@Suite struct LevelContextTests {
  /// Finds every app, weighed by criticality alone.
  private struct CriticalApp: Rule {
    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      for element in subject.solution.elements where element.kind == .application {
        verdicts.fail(
          Finding(Self.descriptor, "'\(element.id)' is there", at: .element(element.id)))
      }
    }

    static let descriptor = RuleDescriptor.fake("critical-app", weighs: [.criticality])
  }

  /// Finds every link, weighed by everything.
  private struct WeighedLink: Rule {
    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      for link in subject.solution.links {
        verdicts.fail(Finding(Self.descriptor, "'\(link.id)' is there", at: .link(link.id)))
      }
    }

    static let descriptor = RuleDescriptor.fake(
      "weighed-link", weighs: [.criticality, .exposure])
  }

  /// Finds the solution, weighed by its flows.
  private struct WeighedByFlows: Rule {
    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      verdicts.fail(
        Finding(
          Self.descriptor, "flows stop", at: ElementPath(.solution),
          weighs: subject.solution.flows.map { .flow($0.id) }))
    }

    static let descriptor = RuleDescriptor.fake("weighed-by-flows", weighs: [.criticality])
  }

  private func review(
    _ solution: Solution, by rule: any Rule.Type, _ policy: ReviewPolicy = ReviewPolicy()
  ) -> [LocatedFinding] {
    Review(of: ReviewSubject(graph: SolutionGraph(solution)), by: [rule], policy: policy).findings
  }

  private func app(_ id: String, _ criticality: Criticality?, zone: String? = nil) -> Element {
    var element = Element.app(id)
    element.criticality = criticality
    element.zone = zone.map { ZoneID($0) }
    return element
  }

  @Test(
    "what the business depends on weighs one level more, what it does not need one less",
    arguments: [
      (Criticality?.none, Level.warning), (.low, .note), (.medium, .warning), (.high, .warning),
      (.core, .error), (.businessCritical, .error),
    ])
  func criticality(criticality: Criticality?, level: Level) throws {
    let solution = Solution(name: "S", elements: [app("shop", criticality)])
    let finding = try #require(review(solution, by: CriticalApp.self).first)
    #expect(finding.level == level)
    #expect(finding.levelBasis.base == .warning)
    #expect(finding.evidence.figures.isEmpty == (level == .warning))
  }

  @Test("the reader sees why, and the finding of the rule stays as it is")
  func figure() throws {
    let solution = Solution(name: "S", elements: [app("shop", .businessCritical)])
    let finding = try #require(review(solution, by: CriticalApp.self).first)
    #expect(
      finding.evidence.figures == [
        .init("level", "error", basis: "raised from warning: 'shop' is business-critical")
      ])
    #expect(finding.finding.evidence.figures.isEmpty)
  }

  @Test("criticality of what is around an element counts as its own")
  func inherited() {
    var system = Element(id: ElementID("s"), kind: .system)
    system.criticality = .core
    let inside = Element(id: ElementID("s.shop"), kind: .application, parent: ElementID("s"))
    let solution = Solution(name: "S", elements: [system, inside])
    #expect(review(solution, by: CriticalApp.self).map(\.level) == [.error])
  }

  @Test(
    "that the whole solution is critical raises nothing, that it is not lowers",
    arguments: [
      (Criticality.core, Level.warning), (.low, .note),
    ])
  func ofTheSolution(_ criticality: Criticality, _ level: Level) {
    var solution = Solution(name: "S", elements: [app("shop", nil)])
    solution.criticality = criticality
    #expect(review(solution, by: CriticalApp.self).map(\.level) == [level])
  }

  @Test("a level that a policy sets is never moved")
  func policy() {
    let solution = Solution(name: "S", elements: [app("shop", .core)])
    var policy = ReviewPolicy()
    policy.levels = [.init(rule: "critical-app", level: .on(.note))]
    let finding = review(solution, by: CriticalApp.self, policy).first
    #expect(finding?.level == .note)
    #expect(finding?.levelBasis.source == .policy)
  }

  @Test("a rule that declares nothing is not weighed")
  func undeclared() {
    let solution = Solution(name: "S", elements: [app("shopping", .core)])
    #expect(review(solution, by: LongName.self).map(\.level) == [.warning])
  }

  @Test("a link counts by the more critical end, and is low only when both ends are")
  func links() {
    func level(_ source: Criticality?, _ destination: Criticality?) -> Level? {
      let solution = Solution(
        name: "S", elements: [app("a", source), app("b", destination)],
        links: [.from("a", to: "b")])
      return review(solution, by: WeighedLink.self).first?.level
    }
    #expect(level(.low, .core) == .error)
    #expect(level(.low, .low) == .note)
    #expect(level(.low, nil) == .warning)
    #expect(level(.low, .medium) == .warning)
  }

  @Test("a border to less trust exposes a link, one to more does not")
  func borders() {
    func reasons(_ source: Zone.Trust, _ destination: Zone.Trust) -> [String] {
      var inner = Zone(id: ZoneID("inner"))
      inner.trust = source
      var outer = Zone(id: ZoneID("outer"))
      outer.trust = destination
      let nested = Zone(id: ZoneID("nested"), parent: ZoneID("outer"))
      let solution = Solution(
        name: "S", zones: [inner, outer, nested],
        elements: [app("a", nil, zone: "inner"), app("b", nil, zone: "nested")],
        links: [.from("a", to: "b")])
      return review(solution, by: WeighedLink.self).flatMap(\.levelBasis.reasons)
    }
    #expect(reasons(.internal, .dmz) == ["it leaves zone 'inner' for 'nested' of less trust"])
    #expect(reasons(.dmz, .internal).isEmpty)
    #expect(reasons(.dmz, .dmz).isEmpty)
    #expect(reasons(.internet, .internal) == ["'a' faces the internet"])
  }

  @Test("all factors together move a level by one step, and against each other by none")
  func oneStep() {
    func level(_ criticality: Criticality, _ base: Level) -> Level? {
      var partner = app("partner", criticality)
      partner.isExternal = true
      let solution = Solution(
        name: "S", elements: [app("a", criticality), partner], links: [.from("a", to: "partner")])
      return review(solution, by: WeighedLink.self).first?.level
    }
    #expect(level(.core, .warning) == .error)
    #expect(level(.low, .warning) == .warning)
  }

  @Test("a rule may weigh by what its finding affects")
  func affected() {
    func level(_ criticalities: [Criticality?]) -> Level? {
      let flows = criticalities.enumerated().map { number, criticality in
        var flow = Flow(id: FlowID("f\(number)"))
        flow.criticality = criticality
        return flow
      }
      return review(Solution(name: "S", flows: flows), by: WeighedByFlows.self).first?.level
    }
    #expect(level([.low, .core]) == .error)
    #expect(level([.low, .low]) == .note)
    #expect(level([.low, nil]) == .warning)
    #expect(level([]) == .warning)
  }
}
