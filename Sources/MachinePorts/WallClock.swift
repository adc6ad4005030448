/// The time of day and a stopwatch.
///
/// Nothing that is written to a file may depend on it, but for what compares a date of the model
/// with today.
public protocol WallClock: Sendable {
  /// Today in UTC.
  var today: (year: Int, month: Int, day: Int) { get }
  /// Time since some fixed moment; never goes back.
  var elapsed: Duration { get }
}
