/// The share of time in which a part answers as agreed, from 0 to 1.
public struct Availability: Hashable, Comparable, Sendable {
  public let fraction: Double

  /// Fails outside 0...1.
  public init?(fraction: Double) {
    guard (0...1).contains(fraction) else { return nil }
    self.fraction = fraction
  }

  /// Fails outside 0...100.
  public init?(percent: Double) { self.init(fraction: percent / 100) }

  public static func < (left: Self, right: Self) -> Bool { left.fraction < right.fraction }

  /// Always up.
  public static let certain = Self(unchecked: 1)
  private init(unchecked fraction: Double) { self.fraction = fraction }

  /// All of several independent parts are up.
  public static func * (left: Self, right: Self) -> Self {
    Self(unchecked: left.fraction * right.fraction)
  }

  /// At least `needed` of `count` independent parts are up, each with this availability.
  ///
  /// The binomial tail; 1 − (1−a)ⁿ when one of n is enough. It is summed from the likeliest number
  /// outwards and divided by the sum of all terms, so that no term of a large fleet underflows.
  ///
  /// - Complexity: O(√count): it ends where a further term adds nothing.
  public func redundant(count: Int, needed: Int = 1) -> Self {
    guard needed > 0 else { return .certain }
    guard count >= needed, fraction > 0 else { return Self(unchecked: 0) }
    guard fraction < 1 else { return .certain }
    let odds = fraction / (1 - fraction)
    let likeliest = min(count, Int(Double(count + 1) * fraction))
    var sums = (enough: likeliest >= needed ? 1.0 : 0, all: 1.0)
    func add(_ term: Double, up: Int) -> Bool {
      sums.all += term
      if up >= needed { sums.enough += term }
      return term > sums.all * 1e-18
    }
    var term = 1.0
    for up in likeliest..<count {
      term *= Double(count - up) / Double(up + 1) * odds
      if !add(term, up: up + 1) { break }
    }
    term = 1.0
    for up in stride(from: likeliest, to: 0, by: -1) {
      term *= Double(up) / Double(count - up + 1) / odds
      if !add(term, up: up - 1) { break }
    }
    return Self(unchecked: min(1, sums.enough / sums.all))
  }

  /// The time lost in `period`, on average.
  public func downtime(in period: Duration) -> Duration { period * (1 - fraction) }
}
