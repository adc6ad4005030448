/// The hours of a week in which something serves, where a model's wording tells them.
public struct ServiceHours: Hashable, Sendable {
  /// From 1 to 24.
  public let hoursPerDay: Int
  /// From 1 to 7.
  public let daysPerWeek: Int

  public var hoursPerWeek: Int { hoursPerDay * daysPerWeek }

  /// Reads `24x7`, `24/7` or `12x5`, and `business-hours` as 8x5; fails for other wordings, which a
  /// model is free to use.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "business-hours", "business hours", "office-hours", "office hours":
      (hoursPerDay, daysPerWeek) = (8, 5)
    case let other:
      let parts = other.split(omittingEmptySubsequences: false) {
        $0 == "x" || $0 == "×" || $0 == "/"
      }
      guard parts.count == 2, let hours = Int(parts[0]), let days = Int(parts[1]),
        (1...24).contains(hours), (1...7).contains(days)
      else { return nil }
      (hoursPerDay, daysPerWeek) = (hours, days)
    }
  }

  /// Whether something may ask for `other` of what serves in these hours.
  public func covers(_ other: Self) -> Bool {
    hoursPerDay >= other.hoursPerDay && daysPerWeek >= other.daysPerWeek
  }
}
