import SolutionModel

/// A value that has an order, in the smallest set of units.
struct Quantity: Hashable, Sendable {
  enum Dimension: Hashable, Sendable {
    case count
    /// From 0 to 1, or above for growth.
    case share
    /// In seconds.
    case duration
    /// A second.
    case rate
    /// In bytes.
    case size
    /// In days since 1970-01-01.
    case date
  }

  let dimension: Dimension
  let amount: Double

  init(_ dimension: Dimension, _ amount: Double) {
    self.dimension = dimension
    self.amount = amount
  }

  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(.duration, Double(seconds) + Double(attoseconds) / 1e18)
  }

  /// Reads `99.9%`, `1h30min`, `200/s`, `20 KB`, `2027-06-30` or `3`; fails for anything else.
  init?(word: String) {
    if let date = Self.date(word) {
      self.init(.date, Double(date.dayNumber))
      return
    }
    var rest = Substring(word)
    guard let number = Self.takeNumber(from: &rest) else { return nil }
    while rest.first == " " { rest.removeFirst() }
    if rest.isEmpty {
      self.init(.count, number)
    } else if rest == "%" {
      self.init(.share, number / 100)
    } else if let bytes = Self.bytes[String(rest)] {
      self.init(.size, number * bytes)
    } else if rest.first == "/", let seconds = Self.periods[String(rest.dropFirst())] {
      self.init(.rate, number / seconds)
    } else {
      guard let seconds = Self.seconds(in: Substring(word)) else { return nil }
      self.init(.duration, seconds)
    }
  }

  /// Nil for values of different dimensions; equal up to what rounding may do.
  func compare(_ comparison: Predicate.Comparison, _ other: Self) -> Bool? {
    guard dimension == other.dimension else { return nil }
    let isSame = abs(amount - other.amount) <= 1e-9 * max(abs(amount), abs(other.amount))
    return switch comparison {
    case .equal: isSame
    case .notEqual: !isSame
    case .less: !isSame && amount < other.amount
    case .lessOrEqual: isSame || amount < other.amount
    case .greater: !isSame && amount > other.amount
    case .greaterOrEqual: isSame || amount > other.amount
    }
  }

  private static let bytes: [String: Double] = [
    "B": 1, "KB": 1024, "MB": 1_048_576, "GB": 1_073_741_824, "TB": 1_099_511_627_776,
  ]
  private static let periods: [String: Double] = ["s": 1, "min": 60, "h": 3600, "day": 86_400]
  private static let durations: [String: Double] = [
    "ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86_400,
  ]

  private static func takeNumber(from text: inout Substring) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    text = text[digits.endIndex...]
    guard let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  private static func seconds(in text: Substring) -> Double? {
    var rest = text
    var sum = 0.0
    while !rest.isEmpty {
      guard let number = takeNumber(from: &rest) else { return nil }
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      guard let factor = durations[String(unit)] else { return nil }
      rest = rest[unit.endIndex...]
      sum += number * factor
    }
    return sum
  }

  private static func date(_ word: String) -> CalendarDate? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
