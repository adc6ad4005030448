import DiagramScene
import MarkupText

/// Writes the rules of a style sheet.
///
/// Whatever is cloned by `use` inherits its style from the clone's place, so such rules stand on the
/// references and the groups around them, never on the shapes.
struct RuleWriter {
  private let mode: ThemeMode
  let scope: SVG
  var text = SVG()

  init(mode: ThemeMode) {
    self.mode = mode
    scope = ".\(StyleSheet.className(of: mode))"
  }

  mutating func write(_ part: StylePart) {
    switch part {
    case .base:
      typography()
      cards()
      lines()
      labels()
      legend()
      pointer()
    case .frames: frames()
    case .steps: steps()
    case .sequence: sequence()
    case .tone(let tone): rule(".kind-\(tone.rawValue)", paint("color", .tone(tone)))
    case .external: external()
    case .lifecycle(let lifecycle): border(of: lifecycle)
    case .scale: scale()
    case .findings: findings()
    }
  }

  mutating func rule(_ selector: SVG, _ declarations: SVG...) {
    text += "\(scope) \(selector){\(declarations.joined(separator: ";"))}"
  }

  /// A declaration that takes its colour from the theme.
  ///
  /// Where there are variables, the light colour stands before it, for readers that know none.
  func paint(_ property: SVG, _ role: ColorRole) -> SVG {
    let plain: SVG = "\(property):\(mode.plainTheme[role].hex)"
    return switch mode {
    case .resolved: plain
    case .adaptive: "\(plain);\(property):var(--\(role.variable))"
    }
  }

  private mutating func typography() {
    rule(
      "text", Self.fontFamily, "font-size:\(TextStyle.boxText.size)px", paint("fill", .mutedInk))
    for style in TextStyle.allCases {
      guard let name = style.className else { continue }
      var declarations: [SVG] = ["font-size:\(style.size)px"]
      if style.isBold { declarations.append("font-weight:700") }
      if style.isCentered { declarations.append("text-anchor:middle") }
      if let ink = style.ink { declarations.append(paint("fill", ink)) }
      rule(".\(name)", declarations.joined(separator: ";"))
    }
    rule(".paper", paint("fill", .paper))
  }

  /// Metrically equal fonts on the common systems; the scene was measured with these.
  private static let fontFamily: SVG =
    "font-family:Arial,Helvetica,'Liberation Sans','Nimbus Sans',sans-serif"
}

extension TextStyle {
  /// The class of text in this style; nil for that of most words, which needs none.
  var className: SVG? {
    switch self {
    case .pictureTitle: "title"
    case .pictureCaption: "caption"
    case .frameTitle: "frame-title"
    case .frameNote: "frame-note"
    case .boxTitle: "name"
    case .boxNote: "note"
    case .boxText, .legend: nil
    case .arrowLabel: "words"
    case .arrowOption: "option"
    case .badge: "chip-word"
    }
  }

  /// Whether it stands around the place that it is given.
  fileprivate var isCentered: Bool { self == .arrowLabel || self == .arrowOption }

  /// Its colour; nil for the muted ink of most words.
  fileprivate var ink: ColorRole? {
    switch self {
    case .pictureTitle, .frameTitle, .boxTitle, .arrowLabel: .ink
    case .badge: .chipInk
    case .pictureCaption, .frameNote, .boxNote, .boxText, .arrowOption, .legend: nil
    }
  }
}
