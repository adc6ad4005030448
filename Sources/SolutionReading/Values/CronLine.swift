import SolutionModel

/// Five fields: minute, hour, day of the month, month, day of the week (POSIX `crontab`), with
/// lists, ranges, steps, and names in capital letters.
struct CronLine {
  private let minutes: Set<Int>
  private let hours: Set<Int>
  private let days: Set<Int>?
  private let months: Set<Int>
  private let weekdays: Set<Int>?

  /// Fails for what is no such line.
  init?(_ text: String) {
    let fields = text.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 5, let minutes = Self.values(fields[0], in: 0...59),
      let hours = Self.values(fields[1], in: 0...23),
      let days = Self.values(fields[2], in: 1...31),
      let months = Self.values(fields[3], in: 1...12, names: Self.monthNames, from: 1),
      let weekdays = Self.values(fields[4], in: 0...7, names: Self.dayNames, from: 0)
    else { return nil }
    self.minutes = minutes
    self.hours = hours
    self.days = fields[2].hasPrefix("*") && days.count == 31 ? nil : days
    self.months = months
    // Sunday is 0 and 7; ours is 6, behind Saturday.
    let ours = Set(weekdays.map { ($0 + 6) % 7 })
    self.weekdays = ours.count == 7 ? nil : ours
  }

  /// Nil where it never runs.
  var rhythm: Schedule.Rhythm? {
    let times = hours.sorted().flatMap { hour in minutes.sorted().map { hour * 60 + $0 } }
    if days == nil, months.count == 12 {
      let chosen = Weekday.allCases.filter { weekdays?.contains($0.rawValue) ?? true }
      return .clock(.weekdays(chosen), times: times)
    }
    return CalendarDays(months: months, days: days, weekdays: weekdays).longestGap.map {
      .clock(.calendar(longestGap: $0), times: times)
    }
  }

  private static let monthNames: [Substring] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
  private static let dayNames: [Substring] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

  /// The values of one field; nil for what is none.
  private static func values(
    _ field: Substring, in range: ClosedRange<Int>, names: [Substring] = [], from first: Int = 0
  ) -> Set<Int>? {
    func number(_ text: Substring) -> Int? {
      if let place = names.firstIndex(of: text) { return first + place }
      guard text.isDigits, let number = Int(text), range.contains(number) else { return nil }
      return number
    }
    var values: Set<Int> = []
    for part in field.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "/", omittingEmptySubsequences: false)
      guard let span = halves.first, halves.count <= 2 else { return nil }
      let step = halves.count == 2 ? Int(halves[1]) : 1
      let ends = span == "*" ? [] : span.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = ends.map(number)
      guard let step, step > 0, step <= range.upperBound, numbers.count <= 2,
        numbers.allSatisfy({ $0 != nil })
      else { return nil }
      let low = numbers.first.flatMap(\.self) ?? range.lowerBound
      let single = halves.count == 2 ? range.upperBound : low
      let high =
        numbers.isEmpty ? range.upperBound : numbers.count == 2 ? numbers[1] ?? low : single
      guard low <= high else { return nil }
      values.formUnion(stride(from: low, through: high, by: step))
    }
    return values
  }
}

/// Days chosen from the calendar.
struct CalendarDays {
  let months: Set<Int>
  /// Of the month; nil for all.
  let days: Set<Int>?
  /// From 0 for Monday; nil for all.
  ///
  /// Where days of the month are chosen, too, either will do.
  let weekdays: Set<Int>?

  init(months: Set<Int>, days: Set<Int>?, weekdays: Set<Int>? = nil) {
    self.months = months
    self.days = days
    self.weekdays = weekdays
  }

  /// The most days between one chosen day and the next; nil when there is none.
  ///
  /// The calendar repeats after four years, and after twenty-eight with its weekdays.
  var longestGap: Int? {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = 0
    var first: Int?
    var last = 0
    var longest = 0
    for year in 1...(weekdays == nil ? 4 : 28) {
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && year.isMultiple(of: 4) ? 1 : 0)
        for day in 1...length {
          if isChosen(month: month, day: day, weekday: number % 7) {
            if first == nil { first = number } else { longest = max(longest, number - last) }
            last = number
          }
          number += 1
        }
      }
    }
    return first.map { max(longest, $0 + number - last) }
  }

  private func isChosen(month: Int, day: Int, weekday: Int) -> Bool {
    guard months.contains(month) else { return false }
    switch (days, weekdays) {
    case (nil, nil): return true
    case (let days?, nil): return days.contains(day)
    case (nil, let weekdays?): return weekdays.contains(weekday)
    case (let days?, let weekdays?): return days.contains(day) || weekdays.contains(weekday)
    }
  }
}
