/// Reads durations such as `1500ms` and `1h30min`.
enum DurationText {
  /// The longest duration that a model can give: 100,000 days.
  private static let longest = 100_000 * 86_400_000_000_000

  static func parse(_ text: String, usualUnit: String = "s") -> Result<Duration, UnitMistake> {
    let bytes = text.utf8.span
    var place = 0
    var sum = 0
    while place < bytes.count {
      let unit = bytes.endOfNumber(from: place)
      let end = bytes.endOfUnit(from: unit)
      guard let decimal = DecimalNumber(bytes.extracting(place..<unit)),
        let nanoseconds = nanoseconds(of: unit..<end, in: bytes)
      else { return .failure(mistake(in: text, usualUnit: usualUnit)) }
      guard let part = decimal.scaled(by: nanoseconds), part <= longest - sum else {
        return .failure(UnitMistake(limit: "at most 100000d"))
      }
      sum += part
      place = end
    }
    guard !text.isEmpty else { return .failure(UnitMistake()) }
    return .success(.nanoseconds(sum))
  }

  private static func nanoseconds(of unit: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    if bytes.reads("ms", in: unit) { return 1_000_000 }
    if bytes.reads("s", in: unit) { return 1_000_000_000 }
    if bytes.reads("min", in: unit) { return 60_000_000_000 }
    if bytes.reads("h", in: unit) { return 3_600_000_000_000 }
    if bytes.reads("d", in: unit) { return 86_400_000_000_000 }
    return nil
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
