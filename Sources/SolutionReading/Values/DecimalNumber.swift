/// A number as a model writes it: digits, perhaps with a point and more digits.
struct DecimalNumber: Hashable, Sendable {
  /// All digits, without the point.
  let digits: Int
  /// How many of them stand behind the point.
  let places: Int

  /// Fails for a sign, an exponent, separators, and for more digits than a model needs.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.isDigits }),
      text.utf8.count <= 16, let digits = Int(parts.joined())
    else { return nil }
    self.digits = digits
    places = parts.count == 2 ? parts[1].utf8.count : 0
  }

  /// The nearest floating-point number, shifted by powers of ten: 99.9 shifted by −2 is the very
  /// number that 0.999 is.
  func double(shiftedBy power: Int = 0) -> Double {
    Double("\(digits)e\(power - places)") ?? 0
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
