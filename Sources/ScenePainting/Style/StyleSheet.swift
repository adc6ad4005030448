import DiagramScene
import MarkupText
import SolutionModel

/// The style sheet of a picture.
///
/// All rules hold below the class of the mode only, so that pictures inside one page neither touch
/// the page nor each other. Whatever is cloned by `use` inherits its style from the clone's place, so
/// such rules stand on groups and never on the shapes.
struct StyleSheet {
  let mode: ThemeMode
  var text = SVG()
  let scope: String

  init(mode: ThemeMode) {
    self.mode = mode
    scope = "." + Self.className(of: mode)
    text.reserve(9_000)
    variables()
    typography()
    cards()
    accents()
    borders()
    frames()
    lines()
    labels()
    legend()
    findings()
    pointer()
  }

  /// The class of the picture's root that its rules hold below.
  static func className(of mode: ThemeMode) -> String { "diagram-" + mode.name }

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

  /// The colours of all themes, the reader's choice before the forced one before the printer's.
  private mutating func variables() {
    guard case .adaptive(let light, let dark, let print) = mode else { return }
    let dim = colors(of: dark)
    text += "\(scope){\(colors(of: light))}"
    text += """
      @media(prefers-color-scheme:dark){\
      \(scope):not([data-theme=light],[data-theme=light] *,[data-theme=print],[data-theme=print] *){\
      \(dim)}}
      """
    text += "\(scope)[data-theme=dark],[data-theme=dark] \(scope){\(dim)}"
    let paper = colors(of: print)
    text += "\(scope)[data-theme=print],[data-theme=print] \(scope){\(paper)}"
    text += "@media print{\(scope)\(scope)\(scope){\(paper)}}"
  }

  private func colors(of theme: Theme) -> SVG {
    ColorRole.all.map { role in "--\(role.variable):\(theme[role].hex)" as SVG }
      .joined(separator: ";")
  }

  private mutating func typography() {
    rule("text", Self.fontFamily, paint("fill", .ink), "font-size:12px")
    for style in TextStyle.allCases {
      var declarations: [SVG] = ["font-size:\(style.size)px"]
      if style.isBold { declarations.append("font-weight:700") }
      if !style.isProminent { declarations.append(paint("fill", .mutedInk)) }
      rule(".\(style.className)", declarations.joined(separator: ";"))
    }
    rule(".paper", paint("fill", .paper))
    rule(".middle", "text-anchor:middle")
  }

  /// Metrically equal fonts on the common systems; the scene was measured with these.
  private static let fontFamily: SVG =
    "font-family:Arial,Helvetica,'Liberation Sans','Nimbus Sans',sans-serif"
}

extension TextStyle {
  /// The class of text in this style.
  var className: SVG {
    switch self {
    case .pictureTitle: "title"
    case .pictureCaption: "caption"
    case .frameTitle: "frame-title"
    case .frameNote: "frame-note"
    case .boxTitle: "name"
    case .boxNote: "note"
    case .boxText: "summary"
    case .arrowLabel: "words"
    case .arrowOption: "option"
    case .badge: "chip-word"
    case .legend: "key"
    }
  }

  /// Whether it is written in full ink, not in the muted one.
  var isProminent: Bool {
    switch self {
    case .pictureTitle, .frameTitle, .boxTitle, .arrowLabel, .badge: true
    case .pictureCaption, .frameNote, .boxNote, .boxText, .arrowOption, .legend: false
    }
  }
}
