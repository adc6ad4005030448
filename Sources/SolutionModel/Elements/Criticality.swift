/// How much the business depends on something, from the least to the most.
public enum Criticality: String, Hashable, Comparable, Sendable, CaseIterable {
  case low, medium, high, core
  case businessCritical = "business-critical"

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// From 0 for `low` to 4 for `business-critical`.
  public var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .core: 3
    case .businessCritical: 4
    }
  }
}
