/// How much may be tried; counted in work and never in time, so that the same model gives the same
/// bytes on any machine.
public struct TrialBudget: Hashable, Sendable {
  /// How many cures.
  public let trials: Int
  /// How many elements and links may be reviewed again, all trials together.
  public let work: Int

  public init(trials: Int, work: Int) {
    self.trials = trials
    self.work = work
  }

  /// For somebody who asked for it and waits.
  public static let asked = Self(trials: 200, work: 500_000)
  /// For a report that is written anyway.
  public static let report = Self(trials: 60, work: 30_000)
}
