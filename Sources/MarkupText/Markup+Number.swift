extension Markup.Interpolation {
  /// A coordinate or a length: one decimal at the most, and no `.0`; what is not finite becomes 0.
  public mutating func appendInterpolation(_ number: Double) {
    Decimal.append(number, to: &text)
  }

  /// Two numbers with a blank between them, as in a point of a path.
  public mutating func appendInterpolation(_ x: Double, _ y: Double) {
    Decimal.append(x, to: &text)
    // The sign parts the numbers as well as a blank would.
    if (y * 10).rounded() >= 0 || !y.isFinite { text += " " }
    Decimal.append(y, to: &text)
  }
}

/// Numbers as short as a picture needs them.
private enum Decimal {
  /// Beyond this a coordinate is a mistake, and `Int` would overflow.
  private static let limit = 1e12

  static func append(_ number: Double, to text: inout String) {
    guard number.isFinite else {
      text += "0"
      return
    }
    var tenths = Int((min(max(number, -limit), limit) * 10).rounded())
    if tenths < 0 {
      text += "-"
      tenths = -tenths
    }
    text += String(tenths / 10)
    if tenths % 10 != 0 {
      text += "."
      text += String(tenths % 10)
    }
  }
}
