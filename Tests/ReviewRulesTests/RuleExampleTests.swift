import ReviewEngine
import ReviewRules
import SourceText
import Testing

@Suite struct RuleExampleTests {
  @Test("a rule finds just the marked places of its examples", arguments: ExampleCase.all)
  func findsTheMarkedPlaces(_ test: ExampleCase) {
    let outcome = ExampleReview(of: test.example.markedModel)
    #expect(outcome.mistakes == [])
    let findings = outcome.findings(of: test.rule)
    #expect(findings.map { $0.location?.description } == outcome.marked.map { $0.description })
    #expect(findings.map { $0.location?.range } == outcome.marked.map { $0.range })
  }

  @Test("no two findings of an example have one fingerprint", arguments: ExampleCase.all)
  func fingerprintsDiffer(_ test: ExampleCase) {
    #expect(ExampleReview(of: test.example.markedModel).review.repeatedFingerprints == [])
  }

  @Test("no rule gives up on an example", arguments: ExampleCase.all)
  func noRuleGivesUp(_ test: ExampleCase) {
    let review = ExampleReview(of: test.example.markedModel).review
    #expect(review.rules.compactMap(\.verdicts.error) == [])
  }
}
