/// How often something happens, in events per second.
public struct Rate: Hashable, Comparable, Sendable {
  public let perSecond: Double

  /// Fails below 0 and for what is not a number.
  public init?(perSecond: Double) {
    guard perSecond >= 0, perSecond.isFinite else { return nil }
    self.perSecond = perSecond
  }

  public static func < (left: Self, right: Self) -> Bool { left.perSecond < right.perSecond }
}

/// A size in bytes.
///
/// A model writes `20 KB`; 1 KB is 1,024 bytes.
public struct ByteCount: Hashable, Comparable, Sendable {
  public let bytes: Int

  /// Fails below 0.
  public init?(bytes: Int) {
    guard bytes >= 0 else { return nil }
    self.bytes = bytes
  }

  public static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
}

/// A share, from 0 upwards; 1 is 100 %.
///
/// Growth may be over 1.
public struct Ratio: Hashable, Comparable, Sendable {
  public let fraction: Double

  /// Fails below 0 and for what is not a number.
  public init?(fraction: Double) {
    guard fraction >= 0, fraction.isFinite else { return nil }
    self.fraction = fraction
  }

  public static func < (left: Self, right: Self) -> Bool { left.fraction < right.fraction }
}
