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
  /// The binomial tail; 1 − (1−a)ⁿ when one of n is enough.
  public func redundant(count: Int, needed: Int = 1) -> Self {
    guard needed > 0 else { return .certain }
    guard count >= needed else { return Self(unchecked: 0) }
    var sum = 0.0
    for up in needed...count {
      var term = 1.0
      for index in 0..<up { term *= Double(count - index) / Double(index + 1) * fraction }
      for _ in up..<count { term *= 1 - fraction }
      sum += term
    }
    return Self(unchecked: min(1, sum))
  }

  /// The time lost in `period`, on average.
  public func downtime(in period: Duration) -> Duration { period * (1 - fraction) }
}
