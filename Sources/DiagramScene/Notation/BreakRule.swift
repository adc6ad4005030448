/// Where a line may break between two scalars.
enum BreakRule {
  /// Between East Asian signs, besides the spaces between words.
  static func usual(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if left.isASCII, right.isASCII { return false }
    guard isEastAsian(left) || isEastAsian(right) else { return false }
    return !belongsToSignBefore(right) && left.value != 0x200D && !startsNoLine.contains(right)
      && !endsNoLine.contains(left)
  }

  /// Inside a word that is too long for a line.
  static func withinWord(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    switch left {
    case "_", ".", ":", ",", ";", "@", "&", "=", "+", "\\", "-", "/", "~": startsWord(right)
    default: left.properties.isLowercase && right.properties.isUppercase
    }
  }

  /// Closing marks and small kana, after the Japanese rules of line composition (JIS X 4051).
  private static let startsNoLine = Set(
    "、。，．・：；？！）］｝〉》」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々)]}.,:;!?…".unicodeScalars)
  private static let endsNoLine = Set("（［｛〈《「『【〔([{".unicodeScalars)

  private static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: scalar.value > 0x7F && scalar.properties.isAlphabetic
    }
  }

  /// Marks and joiners, which make one sign with what stands before them.
  private static func belongsToSignBefore(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .modifierSymbol: true
    default: false
    }
  }

  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
