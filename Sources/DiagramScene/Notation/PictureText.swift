/// Text of a model made fit for one line of a picture.
enum PictureText {
  /// White space and control characters become single spaces.
  ///
  /// Marks that turn the direction of
  /// writing are dropped, since they could make a label say something else than the model does, and
  /// so are soft hyphens and other signs that nobody sees. After `limit` scalars an ellipsis stands
  /// for the rest.
  static func clean(_ text: String, limit: Int = 20_000) -> String {
    if isClean(text, limit: limit) { return text }
    var result = String.UnicodeScalarView()
    var owesSpace = false
    var count = 0
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        owesSpace = !result.isEmpty
        continue
      }
      if isInvisible(scalar) { continue }
      if owesSpace { result.append(" ") }
      owesSpace = false
      count += 1
      guard count <= limit else {
        result.append("…")
        break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether cleaning would change nothing, as for nearly every text.
  private static func isClean(_ text: String, limit: Int) -> Bool {
    guard text.utf8.count <= limit, text.utf8.last != UInt8(ascii: " ") else { return false }
    var followsSpace = true
    for scalar in text.unicodeScalars {
      if scalar == " " {
        if followsSpace { return false }
        followsSpace = true
      } else {
        if isSpace(scalar) || isInvisible(scalar) { return false }
        followsSpace = false
      }
    }
    return true
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x202F: false
    case 0...0x20, 0x7F...0x9F: true
    case 0x21...0x167F: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
