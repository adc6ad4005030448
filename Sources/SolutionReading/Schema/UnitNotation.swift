/// How a value with a unit is written.
enum UnitNotation: String, Hashable, Sendable, CaseIterable {
  /// A share of 100.
  case percentage
  /// A share that may be over 100.
  case growth
  case duration, rate, size
  /// Person-days.
  case effort
  case date
  case timeOfDay
  /// When something runs, again and again.
  case schedule

  /// With its article, for messages: `a duration`.
  var phrase: String {
    switch self {
    case .percentage: "a percentage"
    case .growth: "a percentage"
    case .duration: "a duration"
    case .rate: "a rate"
    case .size: "a size"
    case .effort: "an effort in person-days"
    case .date: "a date"
    case .timeOfDay: "a time of day"
    case .schedule: "a schedule"
    }
  }

  /// Whether a number alone lacks something.
  var hasUnit: Bool {
    switch self {
    case .percentage, .growth, .duration, .rate, .size, .effort: true
    case .date, .timeOfDay, .schedule: false
    }
  }

  var examples: [String] {
    switch self {
    case .percentage: ["99.9%", "100%"]
    case .growth: ["15%", "120%"]
    case .duration: ["1500ms", "3s", "5min", "2h", "30d", "1h30min"]
    case .rate: ["200/s", "10/min", "5/h", "1000/day"]
    case .size: ["200 B", "20 KB", "5 MB", "2 GB"]
    case .effort: ["3d", "0.5d"]
    case .date: ["2027-06-30"]
    case .timeOfDay: ["01:00", "22:30"]
    case .schedule:
      [
        "hourly", "every 15min", "daily 02:00", "weekdays 06:00, 18:00", "sunday 23:30",
        "mon-thu 22:00", "monthly last 20:00", "30 2 * * 1-5",
      ]
    }
  }

  /// One sentence for the reference page.
  var summary: String {
    switch self {
    case .percentage: "A share from 0% to 100%."
    case .growth: "A share from 0% upwards; 120% means more than twice as much."
    case .duration: "One or more numbers, each with `ms`, `s`, `min`, `h` or `d`, without spaces."
    case .rate: "A number for each `/s`, `/min`, `/h` or `/day`."
    case .size: "A number of `B`, `KB`, `MB`, `GB` or `TB`; 1 KB is 1,024 bytes."
    case .effort: "Person-days, with `d`."
    case .date: "Year, month and day as in ISO 8601."
    case .timeOfDay: "Hours and minutes, from 00:00 to 23:59."
    case .schedule:
      """
      `hourly`, or `every` with a duration; or days with times of day: `daily`, `weekdays`, \
      `weekend`, days of the week, `monthly` with a day or `last`, and `weekly`, `quarterly` or \
      `yearly` where nobody knows the day; or five fields of cron.
      """
    }
  }

  /// A regular expression of ECMA-262 for what the reader takes.
  var pattern: String {
    let number = "[0-9]+(\\.[0-9]+)?"
    return switch self {
    case .percentage: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"
    case .growth: "^\(number)%$"
    case .duration: "^(\(number)(ms|s|min|h|d))+$"
    case .rate: "^\(number)/(s|min|h|day)$"
    case .size: "^\(number) ?(B|KB|MB|GB|TB)$"
    case .effort: "^\(number)d$"
    case .date: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    case .timeOfDay: "^([01][0-9]|2[0-3]):[0-5][0-9]$"
    case .schedule: Self.schedulePattern
    }
  }

  private static let schedulePattern: String = {
    let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
    let day = "(mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)"
    let words = "daily|weekdays|weekend|weekly|quarterly|yearly"
    let days = "\(words)|monthly( ([1-9]|[12][0-9]|3[01]|last))?|\(day)((, ?|-)\(day))*"
    let field = "[0-9A-Z*/,-]+"
    return "^(hourly|every ([0-9]+(\\.[0-9]+)?(ms|s|min|h|d))+"
      + "|(\(days))( \(time)(, ?\(time))*)?|\(field)( \(field)){4})$"
  }()
}
