/// How the colours of a picture are written.
public enum ThemeMode: Hashable, Sendable, CustomStringConvertible {
  /// One picture for all: it follows the reader's setting and the printer by itself, and `data-theme`
  /// on the picture or on anything around it forces one. Readers that know no variables of style
  /// sheets see the light one.
  case adaptive(light: Theme, dark: Theme, print: Theme)
  /// Plain colours, which every reader of SVG knows.
  case resolved(Theme)

  /// As in `--theme`.
  public var name: String {
    switch self {
    case .adaptive: "auto"
    case .resolved(let theme): theme.name
    }
  }

  /// The theme of a reader that knows nothing of modes.
  public var plainTheme: Theme {
    switch self {
    case .adaptive(let light, _, _): light
    case .resolved(let theme): theme
    }
  }

  public var description: String { name }
}
