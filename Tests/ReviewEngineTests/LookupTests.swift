import ReviewEngine
import SolutionModel
import Testing

/// Findings by the beginning of their fingerprints.
@Suite struct LookupTests {
  private let review = Review(
    of: (0..<40).map { .app("shop\($0)") }, by: [LongName.self])

  @Test("a whole fingerprint, and a beginning that only one has, lead to the finding")
  func found() throws {
    for place in review.findings.indices {
      let digits = review.findings[place].fingerprint
      #expect(review.lookUp(digits) == .found(place))
      #expect(review.lookUp(digits.uppercased()) == .found(place))
      let unique = (1...32).first { length in
        review.fingerprints.count { $0.hasPrefix(digits.prefix(length)) } == 1
      }
      #expect(review.lookUp(String(digits.prefix(try #require(unique)))) == .found(place))
    }
  }

  @Test("a beginning that several have names them all")
  func ambiguous() throws {
    // Forty fingerprints and sixteen digits: some begin alike.
    let first = try #require(
      "0123456789abcdef".first { digit in
        review.fingerprints.count { $0.first == digit } > 1
      })
    guard case .ambiguous(let places) = review.lookUp(String(first)) else {
      Issue.record("one alone begins so")
      return
    }
    #expect(places.allSatisfy { review.findings[$0].fingerprint.first == first })
    #expect(places.count == review.fingerprints.count { $0.first == first })
  }

  @Test("one that nothing has leads to those that begin most alike")
  func missing() {
    let digits = review.findings[7].fingerprint
    let wrong = digits.prefix(31) + (digits.last == "0" ? "1" : "0")
    guard case .missing(let nearest) = review.lookUp(String(wrong)) else {
      Issue.record("it was found")
      return
    }
    #expect(nearest.first == 7 && nearest.count == 3)
    #expect(Review(by: [LongName.self]).lookUp("abcd") == .missing(nearest: []))
  }
}
