/// Text made safe for PlantUML, whose preprocessor and markup work inside strings, too.
enum PlantUMLText {
  /// Arguments of a macro.
  static func list(_ texts: [String]) -> String {
    texts.map { "\"\(escaped($0))\"" }.joined(separator: ", ")
  }

  /// Letters, digits and harmless marks as they are, anything else by its number.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": escaped += " "
      case " ", ",", ":", "'", "+", "?", "(", ")", "a"..."z", "A"..."Z", "0"..."9":
        escaped.unicodeScalars.append(scalar)
      case "-" where last != "-" && !escaped.isEmpty, "/" where last != "/" && last != ":",
        "." where last != ".":
        // Two in a row would be markup.
        escaped.unicodeScalars.append(scalar)
      case "\u{A0}"...: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      }
    }
    return escaped
  }
}
