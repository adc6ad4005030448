/// Reads durations such as `1500ms` and `1h30min`.
enum DurationText {
  private static let nanoseconds: [(unit: String, count: Int)] = [
    ("ms", 1_000_000), ("min", 60_000_000_000), ("s", 1_000_000_000), ("h", 3_600_000_000_000),
    ("d", 86_400_000_000_000),
  ]

  /// The longest duration that a model can give: 100,000 days.
  private static let longest = 100_000 * 86_400_000_000_000

  static func parse(_ text: String, usualUnit: String = "s") -> Result<Duration, UnitMistake> {
    var rest = Substring(text)
    var sum = 0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest[number.endIndex...]
      guard let decimal = DecimalNumber(number),
        let unit = nanoseconds.first(where: { hasUnit($0.unit, rest) })
      else { return .failure(mistake(in: text, usualUnit: usualUnit)) }
      rest = rest.dropFirst(unit.unit.count)
      guard let part = decimal.scaled(by: unit.count), part <= longest - sum else {
        return .failure(UnitMistake(limit: "at most 100000d"))
      }
      sum += part
    }
    guard !text.isEmpty else { return .failure(UnitMistake()) }
    return .success(.nanoseconds(sum))
  }

  /// Whether a text begins with a unit that ends there.
  private static func hasUnit(_ unit: String, _ text: Substring) -> Bool {
    guard text.hasPrefix(unit) else { return false }
    guard let next = text.dropFirst(unit.count).first else { return true }
    return next.isASCII && next.isNumber
  }

  private static func mistake(in text: String, usualUnit: String) -> UnitMistake {
    guard let loose = LooseQuantities(text) else { return UnitMistake() }
    if let single = loose.single, single.unit.isEmpty {
      let isLong = usualUnit == "s" && single.number.double() >= 100
      return UnitMistake(correction: single.numberText + (isLong ? "ms" : usualUnit))
    }
    let parts = loose.quantities.compactMap { quantity -> String? in
      if let days = calendarDays[quantity.unit] {
        return quantity.number.scaled(by: days).map { "\($0)d" }
      }
      return spellings[quantity.unit].map { quantity.numberText + $0 }
    }
    let isWhole = parts.count == loose.quantities.count
    return UnitMistake(correction: isWhole ? parts.joined() : nil)
  }

  /// Other spellings of the units.
  private static let spellings: [String: String] = [
    "ms": "ms", "msec": "ms", "msecs": "ms", "millis": "ms", "millisecond": "ms",
    "milliseconds": "ms", "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "m": "min", "min": "min", "mins": "min", "minute": "min", "minutes": "min", "h": "h",
    "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "d": "d", "day": "d", "days": "d",
  ]

  /// Units that are no fixed time, as the days they are taken for.
  private static let calendarDays: [String: Int] = [
    "w": 7, "week": 7, "weeks": 7, "mo": 30, "month": 30, "months": 30, "y": 365, "yr": 365,
    "year": 365, "years": 365,
  ]
}
