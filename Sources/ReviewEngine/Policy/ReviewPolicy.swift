public import SolutionModel

/// A team's choice of rules, levels and settings, and what makes a review fail.
public struct ReviewPolicy: Hashable, Sendable {
  public var profile: ReviewProfile = .recommended
  public var style: ReviewStyle = .keepItSimple
  /// Later entries count over earlier ones.
  public var levels: [ReviewSettings.LevelChange] = []
  /// By rule id, then by the key of the setting.
  public var settings: [String: [String: SettingValue]] = [:]
  /// In the order of the model, which names them by their place.
  public var waivers: [Waiver] = []
  /// Only these rules or families; empty means those of the profile.
  public var select: [String] = []
  /// Never these rules or families.
  public var ignore: [String] = []
  /// An open finding of this level or above fails the gate; nil never fails.
  public var failOn: Level? = .error

  public init() {}

  /// What a model says about its own review.
  public init(_ settings: ReviewSettings) {
    profile = settings.profile ?? .recommended
    style = settings.style ?? .keepItSimple
    levels = settings.levels
    self.settings = settings.settings
    waivers = settings.waivers
  }
}
