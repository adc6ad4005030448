public import SolutionModel

/// How one rule came out.
public struct RuleResult: Sendable {
  public let rule: RuleDescriptor
  /// The level of what it finds here, but for findings with a level of their own.
  public let level: Level
  /// Whether the policy chose the level, so that it counts for every finding.
  public let isLevelSet: Bool
  /// Its settings as they were used, in the order of the papers.
  public let settings: [(key: String, value: SettingValue)]
  public let verdicts: Verdicts

  public init(
    rule: RuleDescriptor, level: Level, isLevelSet: Bool = false,
    settings: [(key: String, value: SettingValue)] = [], verdicts: Verdicts
  ) {
    self.rule = rule
    self.level = level
    self.isLevelSet = isLevelSet
    self.settings = settings
    self.verdicts = verdicts
  }

  public var outcome: RuleOutcome { verdicts.outcome }
}
