import SolutionModel

/// Reads schedules such as `daily 02:00`, `every 15min` and cron lines.
enum ScheduleText {
  static func parse(_ text: String) -> Result<Schedule, UnitMistake> {
    // A text that is longer says more than a schedule can.
    guard text.utf8.count <= 400 else { return .failure(UnitMistake()) }
    if let cron = CronLine(text) {
      return cron.rhythm.map { .success(Schedule(text, $0)) }
        ?? .failure(UnitMistake(limit: "a time that comes at least once in 28 years"))
    }
    if let rhythm = rhythm(of: text) { return .success(Schedule(text, rhythm)) }
    return .failure(UnitMistake(correction: likely(text)))
  }

  private static func rhythm(of text: String) -> Schedule.Rhythm? {
    var words = words(of: text)
    guard !words.isEmpty else { return nil }
    let first = words.removeFirst()
    switch first {
    case "hourly": return words.isEmpty ? .interval(.seconds(3600)) : nil
    case "every":
      guard words.count == 1, case .success(let interval) = DurationText.parse(words[0]),
        interval > .zero
      else { return nil }
      return .interval(interval)
    case "monthly":
      guard let day = words.first, !day.contains(":") else {
        return clock(.someDay(in: 31), words)
      }
      return monthly(on: day).flatMap { clock($0, words.dropFirst()) }
    default: return days(first).flatMap { clock($0, words[...]) }
    }
  }

  /// Cut at spaces, but for those behind a comma.
  private static func words(of text: String) -> [String] {
    text.split(separator: " ", omittingEmptySubsequences: false).reduce(into: []) { words, word in
      if let last = words.last, last.hasSuffix(","), !word.isEmpty {
        words[words.count - 1] = last + word
      } else {
        words.append(String(word))
      }
    }
  }

  private static func clock(_ days: Schedule.Days, _ words: some Collection<String>)
    -> Schedule.Rhythm?
  {
    guard let list = words.first else { return .clock(days, times: []) }
    let times = list.split(separator: ",", omittingEmptySubsequences: false).map {
      try? DateText.minutes(String($0)).get()
    }
    let known = Set(times.compactMap(\.self))
    return words.count == 1 && known.count == times.count
      ? .clock(days, times: known.sorted()) : nil
  }

  private static func days(_ word: String) -> Schedule.Days? {
    switch word {
    case "daily": .weekdays(Weekday.allCases)
    case "weekdays": .weekdays([.monday, .tuesday, .wednesday, .thursday, .friday])
    case "weekend": .weekdays([.saturday, .sunday])
    case "weekly": .someDay(in: 7)
    case "quarterly": .someDay(in: 92)
    case "yearly": .someDay(in: 366)
    default: weekdays(word).map { .weekdays($0) }
    }
  }

  /// `monday`, `mon,thu` or `mon-fri`; a range may run over the end of the week.
  private static func weekdays(_ list: String) -> [Weekday]? {
    var days: Set<Weekday> = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(weekday)
      guard ends.count <= 2, let first = ends.first.flatMap(\.self),
        let last = ends.last.flatMap(\.self)
      else { return nil }
      for step in 0...(last.rawValue - first.rawValue + 7) % 7 {
        days.insert(Weekday.allCases[(first.rawValue + step) % 7])
      }
    }
    return days.sorted()
  }

  private static func weekday(_ word: Substring) -> Weekday? {
    Weekday.allCases.first { word == $0.name || word == $0.name.prefix(3) }
  }

  private static func monthly(on day: String) -> Schedule.Days? {
    if day == "last" { return .calendar(longestGap: 31) }
    guard day.isDigits, day.first != "0", let number = Int(day), (1...31).contains(number) else {
      return nil
    }
    return CalendarDays(months: Set(1...12), days: [number]).longestGap.map {
      .calendar(longestGap: $0)
    }
  }

  /// What the author of another spelling probably meant.
  private static func likely(_ text: String) -> String? {
    let noise: Set<Substring> = ["at", "on", "the", "each", "run", "runs", "o'clock"]
    var words = text.lowercased().split { " @".contains($0) }.filter { !noise.contains($0) }
      .map { likelyWords[String($0)] ?? likelyTime($0) ?? String($0) }
    if words.count > 1, words[0] == "every" {
      if let whole = likelyRhythms[words[1]] {
        words.replaceSubrange(0...1, with: [whole])
      } else if Self.days(words[1]) != nil {
        words.removeFirst()
      } else if case .failure(let mistake) = DurationText.parse(words.dropFirst().joined()) {
        words = ["every", mistake.correction ?? ""]
      } else {
        words = ["every", words.dropFirst().joined()]
      }
    }
    let likely = words.joined(separator: " ")
    return likely != text && rhythm(of: likely) != nil ? likely : nil
  }

  private static let likelyWords: [String: String] = [
    "nightly": "daily", "everyday": "daily", "midnight": "00:00", "noon": "12:00",
    "workdays": "weekdays", "weekday": "weekdays", "weekends": "weekend", "annually": "yearly",
    "mondays": "monday", "tuesdays": "tuesday", "wednesdays": "wednesday",
    "thursdays": "thursday", "fridays": "friday", "saturdays": "saturday", "sundays": "sunday",
  ]

  private static let likelyRhythms: [String: String] = [
    "day": "daily", "night": "daily", "hour": "hourly", "week": "weekly", "month": "monthly",
    "quarter": "quarterly", "year": "yearly",
  ]

  /// `2:00`, `2am` and `10pm` with two digits each.
  private static func likelyTime(_ word: Substring) -> String? {
    let isAfternoon = word.hasSuffix("pm")
    let clock = word.hasSuffix("am") || isAfternoon ? word.dropLast(2) : word
    guard clock.count < word.count || clock.contains(":") else { return nil }
    let parts = clock.split(separator: ":")
    guard let first = parts.first, let hour = Int(first), parts.count <= 2, (0...24).contains(hour)
    else { return nil }
    let hours = clock.count < word.count ? hour % 12 + (isAfternoon ? 12 : 0) : hour
    return (hours < 10 ? "0" : "") + "\(hours):" + (parts.count == 2 ? parts[1] : "00")
  }
}

extension Weekday {
  fileprivate var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}
