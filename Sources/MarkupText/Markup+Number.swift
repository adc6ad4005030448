extension Markup.Interpolation {
  /// A coordinate or a length: one decimal at the most, and no `.0`; what is not finite becomes 0.
  public mutating func appendInterpolation(_ number: Double) {
    Decimal.append(Decimal.tenths(number), to: &bytes)
  }

  /// Two numbers with a blank between them, as in a point of a path.
  public mutating func appendInterpolation(_ x: Double, _ y: Double) {
    Decimal.append(Decimal.tenths(x), to: &bytes)
    let second = Decimal.tenths(y)
    // The sign parts the numbers as well as a blank would.
    if second >= 0 { bytes.append(UInt8(ascii: " ")) }
    Decimal.append(second, to: &bytes)
  }

  public mutating func appendInterpolation(_ number: Int) {
    Decimal.append(whole: number, to: &bytes)
  }
}

/// Numbers as short as a picture needs them.
private enum Decimal {
  /// Beyond this a coordinate is a mistake, and `Int` would overflow.
  private static let limit = 1e12

  static func tenths(_ number: Double) -> Int {
    number.isFinite ? Int((min(max(number, -limit), limit) * 10).rounded()) : 0
  }

  static func append(_ tenths: Int, to bytes: inout [UInt8]) {
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    append(digitsOf: whole, to: &bytes)
    if rest != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(rest))
    }
  }

  static func append(whole number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude, to: &bytes)
  }

  private static func append(digitsOf number: UInt, to bytes: inout [UInt8]) {
    var unit: UInt = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }
}
