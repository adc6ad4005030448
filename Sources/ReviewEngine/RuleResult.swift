public import SolutionModel

/// How one rule came out.
public struct RuleResult: Sendable {
  public let rule: RuleDescriptor
  /// The level of what it finds here.
  public let level: Level
  /// Its settings as they were used, in the order of the papers.
  public let settings: [(key: String, value: SettingValue)]
  public let verdicts: Verdicts

  public init(
    rule: RuleDescriptor, level: Level, settings: [(key: String, value: SettingValue)] = [],
    verdicts: Verdicts
  ) {
    self.rule = rule
    self.level = level
    self.settings = settings
    self.verdicts = verdicts
  }

  public var outcome: RuleOutcome { verdicts.outcome }
}
