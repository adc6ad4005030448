/// How wide text is in a picture, without any font at hand.
///
/// Signs of the Arial metric family are measured by its own table, kerning left out, so that a text
/// is never wider than measured. What the family lacks is drawn by a font that nobody knows
/// beforehand, and gets the width that its kind of sign has in common fonts, rather more than less.
public enum LabelMetrics {
  /// The width of a text on one line, in pixels.
  ///
  /// - Complexity: O(n) in the scalars of the text.
  public static func width(of text: some StringProtocol, in style: TextStyle) -> Double {
    let ascii = style.isBold ? AdvanceWidths.boldASCII : AdvanceWidths.regularASCII
    var units = 0
    var joins = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        units += Int(ascii[Int(scalar.value) - 0x20])
        joins = false
      } else if scalar.value == 0x200D {
        joins = true
      } else {
        // A zero width joiner makes one picture of two.
        if !joins || !isPicture(scalar.value) { units += self.units(of: scalar, style.isBold) }
        joins = false
      }
    }
    return Double(units) * style.size / AdvanceWidths.unitsPerEm
  }

  /// A text as one line of a picture.
  public static func line(
    _ text: some StringProtocol, _ style: TextStyle, goesOn: Bool = false
  ) -> TextLine {
    TextLine(text: String(text), style: style, width: width(of: text, in: style), goesOn: goesOn)
  }

  private static func units(of scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
    for run in AdvanceWidths.runs where scalar.value >= run.first {
      let widths = isBold ? run.bold : run.regular
      let place = Int(scalar.value - run.first)
      if place < widths.count, widths[place] > 0 { return Int(widths[place]) }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return 0
    case 0x1F1E6...0x1F1FF: return 1400
    case _ where isPicture(scalar.value): return 2662
    case _ where isWide(scalar.value): return 2048
    default: return 1700
    }
  }

  /// Emoji and other pictures.
  private static func isPicture(_ value: UInt32) -> Bool {
    switch value {
    case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// The East Asian signs that fill a square.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
