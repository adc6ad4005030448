public import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The clock of the system.
public struct SystemClock: WallClock {
  public init() {}

  public var today: (year: Int, month: Int, day: Int) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.date(daysSince1970: Int(now.tv_sec) / 86_400)
  }

  public var elapsed: Duration {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return .seconds(Int64(now.tv_sec)) + .nanoseconds(Int64(now.tv_nsec))
  }

  /// The Gregorian date of a day counted from 1 January 1970.
  ///
  /// Years are taken to begin in March, so that the leap day is the last one: a month then begins
  /// on day (153 m + 2) / 5, and 400 years have 146,097 days.
  static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let daysOfEra = 146_097
    let shifted = days + 719_468  // from 1 March of the year 0
    let era = (shifted >= 0 ? shifted : shifted - daysOfEra + 1) / daysOfEra
    let dayOfEra = shifted - era * daysOfEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
