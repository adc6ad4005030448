/// Writes values as YAML.
public enum YAMLWriter {
  /// A scalar that every YAML reader reads as this text, on one line, in block and in flow style.
  ///
  /// Plain where that is safe, also for readers of YAML 1.1; else in quotes.
  public static func scalar(_ text: String) -> String {
    if isSafePlain(text) { return text }
    let scalars = text.unicodeScalars
    let needsEscapes = scalars.contains { escape($0) != nil && $0 != "\"" && $0 != "\\" }
    let hasDoubles = scalars.contains("\"") || scalars.contains("\\")
    if !needsEscapes, hasDoubles, !scalars.contains("'") { return "'\(text)'" }
    return doubleQuoted(text)
  }

  private static func isSafePlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    guard isWordScalar(first), last != " ", last != ":" else { return false }
    let hasMeaning =
      CoreSchema.hasMeaning(text) || CoreSchema.truthValueOfYAML11(text) != nil
      || first.properties.numericType != nil && text.contains { $0 == ":" || $0 == "_" }
    guard !hasMeaning else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if escape(scalar) != nil || ",[]{}".unicodeScalars.contains(scalar) { return false }
      if previous == ":" && scalar == " " || previous == " " && scalar == "#" { return false }
      previous = scalar
    }
    return true
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      || scalar == "/" || scalar == "("
  }

  private static func doubleQuoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) {
        written += escape
      } else {
        written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// How a scalar is written in double quotes, or nil for one that stands for itself.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      return hexadecimalEscape(scalar.value)
    default: return nil
    }
  }

  private static func hexadecimalEscape(_ value: UInt32) -> String {
    let (sign, count) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16, uppercase: true)
    return "\\\(sign)" + String(repeating: "0", count: count - digits.count) + digits
  }
}
