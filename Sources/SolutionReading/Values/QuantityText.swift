import SolutionModel

/// Reads percentages, rates, sizes and efforts.
enum QuantityText {
  /// `99.9%`, at most 100%.
  static func availability(_ text: String) -> Result<Availability, UnitMistake> {
    guard let number = number(text, before: "%") else {
      return .failure(percentageMistake(in: text, sharesAreLikely: true))
    }
    guard let value = Availability(fraction: number.double(shiftedBy: -2)) else {
      return .failure(UnitMistake(limit: "at most 100%"))
    }
    return .success(value)
  }

  /// `120%`.
  static func growth(_ text: String) -> Result<Ratio, UnitMistake> {
    guard let number = number(text, before: "%"),
      let value = Ratio(fraction: number.double(shiftedBy: -2))
    else { return .failure(percentageMistake(in: text, sharesAreLikely: false)) }
    return .success(value)
  }

  /// `200/s`.
  static func rate(_ text: String) -> Result<Rate, UnitMistake> {
    let bytes = text.utf8.span
    let slash = bytes.endOfNumber(from: 0)
    if let number = DecimalNumber(bytes.extracting(0..<slash)),
      let seconds = seconds(of: slash..<bytes.count, in: bytes),
      let rate = Rate(perSecond: number.double() / seconds)
    {
      return .success(rate)
    }
    guard let single = LooseQuantities(text)?.single else { return .failure(UnitMistake()) }
    let unit = single.unit.isEmpty ? "/s" : rateSpellings[single.unit.filter { $0.isLetter }]
    return .failure(UnitMistake(correction: unit.map { single.numberText + $0 }))
  }

  /// `20 KB`; 1 KB is 1,024 bytes.
  static func size(_ text: String) -> Result<ByteCount, UnitMistake> {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = text[number.endIndex...]
    if unit.first == " " { unit = unit.dropFirst() }
    if let decimal = DecimalNumber(number), let factor = bytes[String(unit)] {
      guard let count = decimal.scaled(by: factor), let size = ByteCount(bytes: count) else {
        return .failure(UnitMistake(limit: "at most 1000000 TB"))
      }
      return .success(size)
    }
    guard let single = LooseQuantities(text)?.single else { return .failure(UnitMistake()) }
    let meant = single.unit.isEmpty ? "KB" : sizeSpellings[single.unit]
    return .failure(UnitMistake(correction: meant.map { "\(single.numberText) \($0)" }))
  }

  /// `3d`, person-days.
  static func effort(_ text: String) -> Result<Double, UnitMistake> {
    if let number = number(text, before: "d") { return .success(number.double()) }
    guard let single = LooseQuantities(text)?.single,
      single.unit.isEmpty || single.unit.hasPrefix("d") || single.unit == "pd"
    else { return .failure(UnitMistake()) }
    return .failure(UnitMistake(correction: single.numberText + "d"))
  }

  private static func number(_ text: String, before unit: StaticString) -> DecimalNumber? {
    let bytes = text.utf8.span
    let end = bytes.count - unit.utf8CodeUnitCount
    guard end > 0, bytes.reads(unit, in: end..<bytes.count) else { return nil }
    return DecimalNumber(bytes.extracting(0..<end))
  }

  private static func percentageMistake(in text: String, sharesAreLikely: Bool) -> UnitMistake {
    guard let single = LooseQuantities(text)?.single,
      ["", "%", "percent", "pct"].contains(single.unit)
    else { return UnitMistake() }
    let isShare =
      single.unit.isEmpty && (sharesAreLikely || single.number.places > 0)
      && single.number.double() <= 1 && single.number.digits > 0
    return UnitMistake(
      correction: (isShare ? single.number.percentText : single.numberText) + "%")
  }

  private static func seconds(of unit: Range<Int>, in bytes: Span<UInt8>) -> Double? {
    if bytes.reads("/s", in: unit) { return 1 }
    if bytes.reads("/min", in: unit) { return 60 }
    if bytes.reads("/h", in: unit) { return 3_600 }
    if bytes.reads("/day", in: unit) { return 86_400 }
    return nil
  }

  private static let rateSpellings = [
    "s": "/s", "sec": "/s", "second": "/s", "rps": "/s", "tps": "/s", "qps": "/s", "hz": "/s",
    "persecond": "/s", "m": "/min", "min": "/min", "minute": "/min", "rpm": "/min",
    "perminute": "/min", "h": "/h", "hr": "/h", "hour": "/h", "perhour": "/h", "d": "/day",
    "day": "/day", "perday": "/day", "daily": "/day",
  ]

  private static let bytes = [
    "B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40,
  ]

  private static let sizeSpellings = [
    "b": "B", "byte": "B", "bytes": "B", "k": "KB", "kb": "KB", "kib": "KB", "m": "MB",
    "mb": "MB", "mib": "MB", "g": "GB", "gb": "GB", "gib": "GB", "t": "TB", "tb": "TB",
    "tib": "TB",
  ]
}

extension DecimalNumber {
  /// A share written as a percentage, digit for digit: 0.999 is `99.9`.
  fileprivate var percentText: String {
    let text = String(digits)
    guard places > 2 else { return text + String(repeating: "0", count: 2 - places) }
    let fraction = places - 2
    let padded = String(repeating: "0", count: max(0, fraction + 1 - text.count)) + text
    return "\(padded.dropLast(fraction)).\(padded.suffix(fraction))"
  }
}
