public import SolutionModel

/// How a finding came by its level.
public struct LevelBasis: Hashable, Sendable {
  /// Who set the level that its surroundings may move.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// The papers of the rule.
    case rule
    /// The rule, for this finding.
    case finding
    /// The policy; then nothing moves it.
    case policy
  }

  public let source: Source
  /// Before the surroundings weighed.
  public let base: Level
  public let level: Level
  /// What moved it, each as a clause: `'shop' is business-critical`; empty where nothing did.
  public let reasons: [String]

  public init(source: Source, base: Level, level: Level? = nil, reasons: [String] = []) {
    self.source = source
    self.base = base
    self.level = level ?? base
    self.reasons = self.level == base ? [] : reasons
  }

  /// What a reader is told where the level was moved: `level` `error`, because of the reasons.
  public var figure: Evidence.Figure? {
    guard level != base else { return nil }
    let verb = level > base ? "raised" : "lowered"
    return Evidence.Figure(
      "level", level.rawValue,
      basis: "\(verb) from \(base.rawValue): \(reasons.joined(separator: ", "))")
  }
}
