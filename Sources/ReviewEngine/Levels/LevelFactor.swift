/// What around a finding moves its level, where the papers of its rule say so.
public enum LevelFactor: String, Hashable, Sendable, CaseIterable {
  /// How much the business depends on what the finding is about.
  case criticality
  /// Whether somebody whom nobody here controls can reach it.
  case exposure

  /// How it moves a level, as a whole sentence; `code` stands between backticks.
  public var rule: String {
    switch self {
    case .criticality:
      """
      One level up where what it is about is `core` or `business-critical`, by itself or by what \
      is around it, one down where all of it is `low`. That the solution as a whole is critical \
      raises nothing, for it tells no part from another.
      """
    case .exposure:
      """
      One level up where what it is about is external, faces the internet, or leaves its zone for \
      one of less trust.
      """
    }
  }
}
