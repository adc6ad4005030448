/// A text cut into numbers and the words behind them, without regard to spaces or case.
struct LooseQuantities {
  struct Quantity {
    let number: DecimalNumber
    let numberText: String
    /// In lower case; empty where nothing follows the number.
    let unit: String
  }

  let quantities: [Quantity]

  /// Fails for a text that does not begin with a number.
  init?(_ text: String) {
    var rest = Substring(text)
    var found: [Quantity] = []
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "_" || $0 == "," }
      rest = rest[number.endIndex...]
      let unit = rest.prefix { !($0.isASCII && $0.isNumber) }
      rest = rest[unit.endIndex...]
      let digits = Self.withoutSeparators(number)
      guard let decimal = DecimalNumber(digits), found.count < 8 else { return nil }
      let word = unit.split(separator: " ").joined().lowercased()
      found.append(Quantity(number: decimal, numberText: digits, unit: word))
    }
    guard !found.isEmpty else { return nil }
    quantities = found
  }

  /// The only quantity there is.
  var single: Quantity? { quantities.count == 1 ? quantities[0] : nil }

  /// `1_000` and `1,000` are 1000; `0,5` is 0.5.
  private static func withoutSeparators(_ number: Substring) -> String {
    let parts = number.split(separator: ",", omittingEmptySubsequences: false)
    let isDecimalComma = parts.count == 2 && parts[1].count != 3 && !number.contains(".")
    return number.filter { $0 != "_" }.map { character in
      character == "," ? (isDecimalComma ? "." : "") : String(character)
    }.joined()
  }
}
