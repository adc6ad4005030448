/// An opaque colour of the sRGB space.
package struct Color: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// From a literal as in style sheets: `0x1B2433`.
  package init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// As style sheets write it, in three digits where that says the same.
  package var hex: String {
    let digits = Array("0123456789abcdef")
    let bytes = [red, green, blue]
    let isShort = bytes.allSatisfy { $0 >> 4 == $0 & 15 }
    var text = "#"
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      if !isShort { text.append(digits[Int(byte & 15)]) }
    }
    return text
  }

  /// The contrast to another colour, from 1 to 21 (WCAG 2.2, *contrast ratio*).
  package func contrast(to other: Color) -> Double {
    let (dark, light) = (
      min(luminance, other.luminance), max(luminance, other.luminance)
    )
    return (light + 0.05) / (dark + 0.05)
  }

  /// What is seen where this colour covers `share` of another, from 0 to 1.
  package func blended(over ground: Color, share: Double) -> Color {
    func mix(_ top: UInt8, _ bottom: UInt8) -> UInt32 {
      UInt32((Double(top) * share + Double(bottom) * (1 - share)).rounded())
    }
    return Color(
      mix(red, ground.red) << 16 | mix(green, ground.green) << 8 | mix(blue, ground.blue))
  }

  /// From 0 for black to 1 for white (WCAG 2.2, *relative luminance*).
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The light that a byte of sRGB stands for, from 0 to 1.
  package static func linear(_ byte: UInt8) -> Double {
    let share = Double(byte) / 255
    return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
  }

  /// x to the power of 2.4, without a mathematics library: x² · x^(2/5), the fifth root by Newton.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (root * fourth - square) / (5 * fourth)
    }
    return square * root
  }
}
