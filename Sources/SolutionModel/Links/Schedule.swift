/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// When something runs again and again, on the clock of the solution, whose hours all have sixty
/// minutes.
public struct Schedule: Hashable, Sendable, CustomStringConvertible {
  /// The days on which it runs.
  public enum Days: Hashable, Sendable {
    /// Each of these, at least one, Monday first.
    case weekdays([Weekday])
    /// Days of the calendar, at most so many days apart; they fall on every weekday in time.
    case calendar(longestGap: Int)
    /// One day in so many at most; the model does not say which.
    case someDay(in: Int)
  }

  /// How starts follow one another.
  public enum Rhythm: Hashable, Sendable {
    /// So long after each other, wherever the first one falls.
    case interval(Duration)
    /// At times of day, as ascending minutes after midnight; none where the model does not say.
    case clock(Days, times: [Int])
  }

  /// As the model writes it.
  public let text: String
  public let rhythm: Rhythm

  public init(_ text: String, _ rhythm: Rhythm) {
    self.text = text
    self.rhythm = rhythm
  }

  public var description: String { text }

  /// The minutes of a week.
  public static let minutesOfWeek = 7 * minutesOfDay
  private static let minutesOfDay = 1440

  /// The starts in a week as ascending minutes after Monday 00:00.
  ///
  /// Empty where the model says too little. What runs on days of the calendar may start on each
  /// weekday.
  public var startsOfWeek: [Int] {
    switch rhythm {
    case .interval, .clock(.someDay, _): []
    case .clock(.weekdays(let days), let times): Self.starts(on: days, at: times)
    case .clock(.calendar, let times): Self.starts(on: Weekday.allCases, at: times)
    }
  }

  /// The longest time between one start and the next.
  public var longestInterval: Duration {
    switch rhythm {
    case .interval(let interval): interval
    case .clock(.weekdays(let days), let times):
      Self.longestGap(Self.starts(on: days, at: times.isEmpty ? [0] : times))
    case .clock(.calendar(let gap), let times), .clock(.someDay(let gap), let times):
      Self.longestGap(times, over: max(1, gap) * Self.minutesOfDay)
    }
  }

  private static func starts(on days: [Weekday], at times: [Int]) -> [Int] {
    days.flatMap { day in times.map { day.rawValue * minutesOfDay + $0 } }
  }

  private static func longestGap(_ starts: [Int]) -> Duration {
    longestGap(starts, over: minutesOfWeek)
  }

  /// Between starts that come again after so many minutes.
  private static func longestGap(_ starts: [Int], over cycle: Int) -> Duration {
    guard let first = starts.first, let last = starts.last else { return .seconds(cycle * 60) }
    let gaps = zip(starts, starts.dropFirst()).map { $1 - $0 }
    return .seconds(max(gaps.max() ?? 0, first + cycle - last) * 60)
  }
}
