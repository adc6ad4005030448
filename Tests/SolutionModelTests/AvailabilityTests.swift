import SolutionModel
import Testing

@Suite struct AvailabilityTests {
  /// The binomial tail, term by term.
  private func plain(_ share: Double, count: Int, needed: Int) -> Double {
    (needed...count).reduce(0.0) { sum, up in
      var term = 1.0
      for index in 0..<up { term *= Double(count - index) / Double(index + 1) * share }
      for _ in up..<count { term *= 1 - share }
      return sum + term
    }
  }

  @Test("redundancy is the binomial tail", arguments: [0.1, 0.5, 0.9, 0.99, 0.999], 1...12)
  func redundancy(share: Double, count: Int) throws {
    let one = try #require(Availability(fraction: share))
    for needed in 1...count {
      let found = one.redundant(count: count, needed: needed).fraction
      #expect(abs(found - plain(share, count: count, needed: needed)) < 1e-14)
    }
  }

  @Test("two of two nines are four nines")
  func twoOfOne() throws {
    let one = try #require(Availability(fraction: 0.99))
    #expect(abs(one.redundant(count: 2).fraction - 0.9999) < 1e-15)
  }

  @Test("certainty, impossibility and large fleets stay within bounds")
  func bounds() throws {
    let one = try #require(Availability(fraction: 0.95))
    #expect(Availability.certain.redundant(count: 3, needed: 3) == .certain)
    #expect(Availability(fraction: 0)?.redundant(count: 3) == Availability(fraction: 0))
    #expect(one.redundant(count: 2, needed: 3) == Availability(fraction: 0))
    #expect(one.redundant(count: 2, needed: 0) == .certain)
    let fleet = one.redundant(count: 100_000, needed: 95_000).fraction
    #expect(fleet > 0.5 && fleet < 0.51)
  }
}
