public import SolutionModel

/// One thing about a rule that a team may set, such as a threshold.
public struct RuleSetting<Owner>: Sendable {
  /// The key in `review.settings.<rule>`.
  public let key: String
  public let kind: RuleVocabulary.SettingKind
  /// What it means, with the unit.
  public let summary: String
  private let read: @Sendable (Owner) -> SettingValue
  private let write: @Sendable (inout Owner, SettingValue) -> Void

  /// The value that a rule has now.
  public func value(of rule: Owner) -> SettingValue { read(rule) }

  /// Sets it; a value of another kind or out of range changes nothing.
  public func set(_ value: SettingValue, on rule: inout Owner) { write(&rule, value) }

  public static func integer(
    _ key: String, _ path: any WritableKeyPath<Owner, Int> & Sendable, in range: ClosedRange<Int>,
    _ summary: String
  ) -> Self {
    Self(
      key: key, kind: .integer(range), summary: summary, read: { .integer($0[keyPath: path]) },
      write: {
        if case .integer(let value) = $1, range.contains(value) { $0[keyPath: path] = value }
      })
  }

  public static func number(
    _ key: String, _ path: any WritableKeyPath<Owner, Double> & Sendable,
    in range: ClosedRange<Double>, _ summary: String
  ) -> Self {
    Self(
      key: key, kind: .number(range), summary: summary, read: { .number($0[keyPath: path]) },
      write: {
        if case .number(let value) = $1, range.contains(value) { $0[keyPath: path] = value }
      })
  }

  public static func duration(
    _ key: String, _ path: any WritableKeyPath<Owner, Duration> & Sendable,
    in range: ClosedRange<Duration>, _ summary: String
  ) -> Self {
    Self(
      key: key, kind: .duration(range), summary: summary, read: { .duration($0[keyPath: path]) },
      write: {
        if case .duration(let value) = $1, range.contains(value) { $0[keyPath: path] = value }
      })
  }

  public static func flag(
    _ key: String, _ path: any WritableKeyPath<Owner, Bool> & Sendable, _ summary: String
  ) -> Self {
    Self(
      key: key, kind: .flag, summary: summary, read: { .flag($0[keyPath: path]) },
      write: { if case .flag(let value) = $1 { $0[keyPath: path] = value } })
  }
}
