/// A number as a model writes it: digits, perhaps with a point and more digits.
struct DecimalNumber: Hashable, Sendable {
  /// All digits, without the point.
  let digits: Int
  /// How many of them stand behind the point.
  let places: Int

  /// More digits than a model needs, and few enough for a floating-point number to hold them all.
  private static let mostDigits = 15

  /// Fails for a sign, an exponent, separators, and for too many digits.
  init?(_ text: some StringProtocol) { self.init(String(text).utf8.span) }

  /// Fails for a sign, an exponent, separators, and for too many digits.
  init?(_ text: Span<UInt8>) {
    var digits = 0
    var count = 0
    var point: Int?
    for place in text.indices {
      let byte = text[place]
      if byte.isDigit {
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        count += 1
      } else if byte == UInt8(ascii: "."), point == nil, count > 0 {
        point = count
      } else {
        return nil
      }
      guard count <= Self.mostDigits else { return nil }
    }
    guard count > 0, point != count else { return nil }
    self.digits = digits
    places = point.map { count - $0 } ?? 0
  }

  /// The nearest floating-point number, shifted by powers of ten: 99.9 shifted by −2 is the very
  /// number that 0.999 is.
  func double(shiftedBy power: Int = 0) -> Double {
    // Both operands are exact up to 10²², so the one rounding is that of the division.
    let shift = power - places
    let factor = (0..<min(abs(shift), 22)).reduce(1.0) { product, _ in product * 10 }
    return shift < 0 ? Double(digits) / factor : Double(digits) * factor
  }

  /// The number times `factor`, to the nearest whole; nil when that is too large.
  func scaled(by factor: Int) -> Int? {
    var divisor = 1
    for _ in 0..<places { divisor *= 10 }
    let whole = (digits / divisor).multipliedReportingOverflow(by: factor)
    let rest = (digits % divisor).multipliedReportingOverflow(by: factor)
    guard !whole.overflow, !rest.overflow else { return nil }
    let sum = whole.partialValue.addingReportingOverflow(
      (rest.partialValue + divisor / 2) / divisor)
    return sum.overflow ? nil : sum.partialValue
  }
}

extension StringProtocol {
  /// Whether it has nothing but the digits 0 to 9.
  var isDigits: Bool { utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}

extension Span<UInt8> {
  /// The end of the digits and points from a place on.
  func endOfNumber(from start: Int) -> Int {
    var place = start
    while place < count, self[place].isDigit || self[place] == UInt8(ascii: ".") { place += 1 }
    return place
  }

  /// The end of what stands before the next digit.
  func endOfUnit(from start: Int) -> Int {
    var place = start
    while place < count, !self[place].isDigit { place += 1 }
    return place
  }

  /// Whether a range has just the bytes of a word.
  func reads(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard word.utf8CodeUnitCount == range.count else { return false }
    return word.withUTF8Buffer { bytes in
      for (offset, place) in range.enumerated() where self[place] != bytes[offset] { return false }
      return true
    }
  }
}
