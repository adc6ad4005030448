/// What plain scalars mean in the core schema of YAML 1.2 (section 10.3.2).
extension YAMLNode {
  /// Whether it is a plain scalar that reads as nothing: empty, `~` or `null`.
  public var isNull: Bool {
    isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The truth value that a plain `true` or `false` stands for.
  public var truthValue: Bool? {
    guard isPlain else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The truth value that YAML 1.1 reads where YAML 1.2 reads a text, as in `yes` or `off`.
  ///
  /// For help only.
  public var truthValueOfYAML11: Bool? {
    guard isPlain, text.utf8.count <= 3 else { return nil }
    switch text.lowercased() {
    case "yes", "y", "on": return true
    case "no", "n", "off": return false
    default: return nil
    }
  }

  /// The integer that a plain scalar stands for: decimal, `0o17` or `0xFF`.
  ///
  /// Nil also for one that does not fit into an `Int`.
  public var integer: Int? {
    guard isPlain else { return nil }
    let text = self.text
    if text.hasPrefix("0o") { return Self.digits(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return Self.digits(text.dropFirst(2), radix: 16) }
    guard let first = text.utf8.first, first == 0x2B || first == 0x2D || Self.isDigit(first) else {
      return nil
    }
    return Int(text)
  }

  /// The number that a plain scalar stands for, whole or not; infinities are not read.
  public var number: Double? {
    guard isPlain else { return nil }
    let text = self.text
    if let integer { return Double(integer) }
    guard Self.looksLikeNumber(text) else { return nil }
    let number = Double(text.hasSuffix(".") ? String(text.dropLast()) : text)
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func digits(_ text: Substring, radix: Int) -> Int? {
    guard let first = text.utf8.first, first != 0x2B, first != 0x2D else { return nil }
    return Int(text, radix: radix)
  }

  // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
  private static func looksLikeNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ bytes: [UInt8]) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip([0x2B, 0x2D])
    let whole = skipDigits()
    let fraction = skip([0x2E]) ? skipDigits() : 0
    guard whole + fraction > 0 else { return false }
    if skip([0x45, 0x65]) {
      _ = skip([0x2B, 0x2D])
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
