/// Text made safe to stand in HTML, SVG or XML, as content or in a double-quoted attribute.
///
/// Besides the five markup characters it replaces what XML 1.0 forbids (most control characters,
/// unpaired surrogates cannot occur) by U+FFFD, so that every document stays well-formed.
enum Escaping {
  static func append(_ text: String, to output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value & 0xFFFE == 0xFFFE:
        output.unicodeScalars.append("\u{FFFD}")
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}
