/// Text made safe to stand in HTML, SVG or XML, as content or in a double-quoted attribute.
///
/// Besides the five markup characters it replaces what XML 1.0 forbids (most control characters,
/// unpaired surrogates cannot occur) by U+FFFD, so that every document stays well-formed.
enum Escaping {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    if isPlain(text) {
      bytes += text.utf8
    } else {
      bytes += escaped(text).utf8
    }
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value & 0xFFFE == 0xFFFE:
        output.unicodeScalars.append("\u{FFFD}")
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Whether nothing in the text can need a replacement.
  ///
  /// Lead bytes of what may be a forbidden character count as a need, so the slow way decides about them.
  private static func isPlain(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2, 0xEF, 0xF0...: return false
      case ..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: return false
      default: continue
      }
    }
    return true
  }
}
