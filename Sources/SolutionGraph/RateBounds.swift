/// What is known of a rate, in events per second: at least so much and, where nothing is unknown,
/// at most so much.
public struct RateBounds: Hashable, Sendable {
  public let low: Double
  /// Nil where parts are unknown.
  public let high: Double?

  /// No declaration makes a sum overflow.
  private static let most = 1e15

  public init(low: Double, high: Double?) {
    self.low = min(low, Self.most)
    self.high = high.map { min($0, Self.most) }
  }

  public init(exactly rate: Double) { self.init(low: rate, high: rate) }

  public static let zero = Self(exactly: 0)
  public static let unknown = Self(low: 0, high: nil)

  public var isExact: Bool { low == high }
  public var isUnknown: Bool { low == 0 && high == nil }

  public func scaled(by factor: Double) -> Self {
    Self(low: low * factor, high: high.map { $0 * factor })
  }

  public static func + (left: Self, right: Self) -> Self {
    let high: Double? =
      if let one = left.high, let other = right.high { one + other } else { nil }
    return Self(low: left.low + right.low, high: high)
  }
}
