import DiagramScene
import MarkupText

/// The style sheet of a theme, in parts, so that a picture holds only what it needs.
struct StyleSheet {
  private let scope: SVG
  private let rules: [StylePart: SVG]
  /// The declarations of each part's colours, for each block that sets them.
  private let blocks: [(selector: SVG, end: SVG, colors: [StylePart: SVG])]

  init(mode: ThemeMode) {
    scope = ".\(Self.className(of: mode))"
    rules = Dictionary(
      uniqueKeysWithValues: StylePart.all.map { part in
        var writer = RuleWriter(mode: mode)
        writer.write(part)
        return (part, writer.text)
      })
    blocks = Self.blocks(of: mode, scope: scope)
  }

  /// The class of a picture's root, below which all its rules hold.
  ///
  /// So pictures inside one page neither touch the page nor those in other themes.
  static func className(of mode: ThemeMode) -> String { "d-" + mode.name }

  /// The rules of some parts, which must stand in the order of `StylePart.all`.
  func text(of parts: [StylePart]) -> SVG {
    var text = SVG()
    text.reserve(8_000)
    for block in blocks {
      text += block.selector
      for part in parts { text += block.colors[part] ?? "" }
      text += block.end
    }
    for part in parts { text += rules[part] ?? "" }
    return text
  }

  /// The colours of all themes: the reader's choice before the forced one before the printer's.
  private static func blocks(
    of mode: ThemeMode, scope: SVG
  ) -> [(selector: SVG, end: SVG, colors: [StylePart: SVG])] {
    guard case .adaptive(let light, let dark, let print) = mode else { return [] }
    let (lightColors, darkColors, printColors) = (
      colors(of: light), colors(of: dark), colors(of: print)
    )
    return [
      ("\(scope){", "}", lightColors),
      (
        """
        @media(prefers-color-scheme:dark){\
        \(scope):not([data-theme=light],[data-theme=light] *,[data-theme=print],[data-theme=print] *){
        """, "}}", darkColors
      ),
      ("\(scope)[data-theme=dark],[data-theme=dark] \(scope){", "}", darkColors),
      ("\(scope)[data-theme=print],[data-theme=print] \(scope){", "}", printColors),
      ("@media print{\(scope)\(scope)\(scope){", "}}", printColors),
    ]
  }

  private static func colors(of theme: Theme) -> [StylePart: SVG] {
    Dictionary(
      uniqueKeysWithValues: StylePart.all.map { part in
        (part, part.roles.map { "--\($0.variable):\(theme[$0].hex);" as SVG }.joined())
      })
  }
}
