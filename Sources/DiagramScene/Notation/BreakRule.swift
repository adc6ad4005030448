/// Where a line may break between two signs.
enum BreakRule {
  /// After a hyphen or slash inside a word, and between East Asian signs.
  static func usual(_ left: Character, _ right: Character) -> Bool {
    if left == "-" || left == "/" { return right.isLetter || right.isNumber }
    guard isEastAsian(left) || isEastAsian(right) else { return false }
    return !startsNoLine.contains(right) && !endsNoLine.contains(left)
  }

  /// Inside a word that is too long for a line.
  static func withinWord(_ left: Character, _ right: Character) -> Bool {
    switch left {
    case "_", ".", ":", ",", ";", "@", "&", "=", "+", "\\", "-", "/", "~":
      right.isLetter || right.isNumber
    default: left.isLowercase && right.isUppercase
    }
  }

  /// Closing marks and small kana, after the Japanese rules of line composition (JIS X 4051).
  private static let startsNoLine = Set("、。，．・：；？！）］｝〉》」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々)]}.,:;!?…")
  private static let endsNoLine = Set("（［｛〈《「『【〔([{")

  private static func isEastAsian(_ sign: Character) -> Bool {
    guard let first = sign.unicodeScalars.first else { return false }
    return switch first.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
