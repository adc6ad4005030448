/// What the text of a plain scalar means in the core schema of YAML 1.2 (section 10.3.2).
enum CoreSchema {
  static func isNull(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }

  static func truthValue(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// What YAML 1.1 takes for a truth value, and YAML 1.2 for a text.
  static func truthValueOfYAML11(_ text: String) -> Bool? {
    guard text.utf8.count <= 3 else { return nil }
    switch text.lowercased() {
    case "yes", "y", "on": return true
    case "no", "n", "off": return false
    default: return nil
    }
  }

  /// Nil also for an integer that does not fit into an `Int`.
  static func integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, isSign(first) || isDigit(first) else { return nil }
    if text.hasPrefix("0o") { return unsigned(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return unsigned(text.dropFirst(2), radix: 16) }
    return Int(text)
  }

  /// A finite number, whole or not.
  static func number(_ text: String) -> Double? {
    if let integer = integer(text) { return Double(integer) }
    guard looksLikeNumber(text), let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// Whether a plain scalar of this text is read as something else than this text.
  static func hasMeaning(_ text: String) -> Bool {
    isNull(text) || truthValue(text) != nil || looksLikeNumber(text) || integer(text) != nil
      || [".inf", ".nan"].contains(text.lowercased().drop { $0 == "-" || $0 == "+" })
  }

  private static func unsigned(_ text: Substring, radix: Int) -> Int? {
    text.utf8.first.map(isSign) == false ? Int(text, radix: radix) : nil
  }

  // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
  private static func looksLikeNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let digits = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(digits)
      return digits
    }
    func skip(if matches: (UInt8) -> Bool) -> Bool {
      guard let first = rest.first, matches(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip(if: isSign)
    let whole = skipDigits()
    let fraction = skip { $0 == UInt8(ascii: ".") } ? skipDigits() : 0
    guard whole + fraction > 0 else { return false }
    if skip(if: { $0 | 0x20 == UInt8(ascii: "e") }) {
      _ = skip(if: isSign)
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }
}
