/// The themes that Lintel brings along, by name.
public enum ThemeCatalog {
  public static let light = Theme(name: "light", color: LightTheme.color)
  public static let dark = Theme(name: "dark", color: DarkTheme.color)
  /// Black, white and grey, told apart by shape alone.
  public static let print = Theme(name: "print", color: PrintTheme.color)

  public static let auto = ThemeMode.adaptive(light: light, dark: dark, print: print)

  public static let themes = [light, dark, print]
  public static let modes = [auto] + themes.map(ThemeMode.resolved)

  /// Nil for a name that is not in the catalog.
  public static func mode(named name: String) -> ThemeMode? { modes.first { $0.name == name } }
}
