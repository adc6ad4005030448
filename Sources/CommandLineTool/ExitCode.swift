/// How a run ends.
///
/// Never a count.
public enum ExitCode: Int32, Hashable, Sendable {
  /// The gate passed, or there was none.
  case passed = 0
  /// The gate failed.
  case failed = 1
  /// The job could not be done: wrong usage, unreadable input, a broken rule.
  case notDone = 2

  /// The graver of two.
  func and(_ other: ExitCode) -> ExitCode { rawValue >= other.rawValue ? self : other }
}
