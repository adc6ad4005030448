import ReviewEngine
import SolutionModel
import Testing

/// One flaw is one headline, with what follows from it below.
@Suite struct RootCauseTests {
  /// Finds every app; explained by `any-link` at a link that its summary names.
  private struct Follower: Rule {
    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      for element in subject.solution.elements {
        verdicts.fail(
          Finding(
            Self.descriptor, "'\(element.id)' follows", at: .element(element.id),
            causes: element.summary.map { [.link(LinkID($0))] } ?? []))
      }
    }

    static let descriptor = RuleDescriptor.fake("follower", explainedBy: ["any-link", "follower"])
  }

  /// Finds every link; explained by `follower` at its source, which is explained by the link.
  private struct Circular: Rule {
    func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
      for link in subject.solution.links {
        verdicts.fail(
          Finding(
            Self.descriptor, "'\(link.id)' goes round", at: .link(link.id),
            causes: [.element(link.source)]))
      }
    }

    static let descriptor = RuleDescriptor.fake("any-link", explainedBy: ["follower"])
  }

  private static let links = [Link.from("a", to: "b")]

  /// Each headline with what is folded below it.
  private func folds(_ review: Review) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: review.rootCauses.headlines.map { headline in
        (
          review.findings[headline.finding].finding.message.text,
          headline.folded.map { review.findings[$0].finding.message.text }.sorted()
        )
      })
  }

  @Test("what names a cause that has a finding stands below it, and nothing else does")
  func folded() {
    let review = Review(
      of: [.app("a", summary: "a->b"), .app("b", summary: "b->a"), .app("c")], links: Self.links,
      by: [AnyLink.self, Follower.self])
    #expect(
      folds(review) == [
        "'a->b' is a link": ["'a' follows"], "'b' follows": [], "'c' follows": [],
      ])
    #expect(review.rootCauses.foldedCount == 1)
    #expect(review.counts.open == 4 && review.counts.folded == 1)
  }

  @Test("findings of one rule with a cause that has none stand below the first of them")
  func siblings() {
    let elements = [
      Element.app("a", summary: "x"), .app("b", summary: "x"), .app("c", summary: "y"),
    ]
    let review = Review(of: elements, by: [Follower.self])
    let all = folds(review)
    #expect(all.count == 2)
    #expect(all.values.map(\.count).sorted() == [0, 1])
    #expect(all["'c' follows"] == [])
  }

  @Test("a headline is as grave as the gravest below it, and the gate still counts each finding")
  func levels() throws {
    var policy = ReviewPolicy()
    policy.levels = [
      .init(rule: "any-link", level: .on(.note)), .init(rule: "follower", level: .on(.error)),
    ]
    let review = Review(
      of: [.app("a", summary: "a->b"), .app("b", summary: "a->b")], links: Self.links,
      by: [AnyLink.self, Follower.self], policy: policy)
    let headline = try #require(review.rootCauses.headlines.first)
    #expect(review.rootCauses.headlines.count == 1)
    #expect(headline.level == .error)
    #expect(review.findings[headline.finding].level == .note)
    #expect(review.gate.count == 2)
  }

  @Test("findings that explain each other do not hide each other")
  func circles() {
    let review = Review(
      of: [.app("a", summary: "a->b"), .app("b")], links: Self.links,
      by: [Circular.self, Follower.self])
    let shown = review.rootCauses.headlines.reduce(0) { $0 + 1 + $1.folded.count }
    #expect(shown == review.counts.open)
    #expect(review.rootCauses.headlines.count == 2)
  }

  @Test("a waived cause explains nothing, and a waived finding is below nothing")
  func waived() {
    let elements = [Element.app("a", summary: "a->b"), .app("b")]
    let cause = Review(
      of: elements, links: Self.links, by: [AnyLink.self, Follower.self],
      waivers: [.of("any-link", on: .link(LinkID("a->b")))])
    #expect(cause.rootCauses.foldedCount == 0 && cause.rootCauses.headlines.count == 2)
    let follower = Review(
      of: elements, links: Self.links, by: [AnyLink.self, Follower.self],
      waivers: [.of("follower", on: .element(ElementID("a")))])
    #expect(follower.rootCauses.foldedCount == 0)
    #expect(follower.findings.indices.allSatisfy { follower.rootCauses.cause(of: $0) == nil })
  }
}
