import ReviewEngine
import SolutionModel
import Testing

@Suite struct AttributeCompletenessTests {
  /// Misses the summary of every element, and an attribute of the solution.
  private struct Nosy: Rule {
    static let descriptor = RuleDescriptor.fake("nosy")

    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      for element in subject.solution.elements where element.name != "b" {
        verdicts.unknown(missing: [.element(element.id, "summary")])
      }
      verdicts.lacks(ElementPath(.solution, "owner"))
      verdicts.used(.link(LinkID("a->b"), "timeout"))
      verdicts.used(.link(LinkID("a->b"), "timeout"))
    }
  }

  @Test("a fact counts once however many rules ask, by attribute, the missing ones sorted")
  func countsOnce() {
    let review = Review(
      of: [.app("z"), .app("a"), .app("b", summary: "x"), .app("c", summary: "x")],
      by: [LongName.self, Nosy.self])
    #expect(
      review.completeness.map(\.attribute) == ["element.summary", "link.timeout", "solution.owner"])
    #expect(review.completeness.map(\.known) == [2, 1, 0])
    #expect(
      review.completeness.map(\.missing) == [
        [.element(ElementID("a"), "summary"), .element(ElementID("z"), "summary")], [],
        [ElementPath(.solution, "owner")],
      ])
    #expect(review.completeness.map(\.share) == [0.5, 1, 0])
  }
}
