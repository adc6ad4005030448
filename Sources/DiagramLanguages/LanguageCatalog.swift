/// Every language, a line each; a test compares the list with the folders.
public enum LanguageCatalog {
  public static let languages: [any DiagramLanguage.Type] = [
    MermaidLanguage.self,
    PlantUMLLanguage.self,
    D2Language.self,
    DrawIOLanguage.self,
  ]

  public static func language(named name: String) -> (any DiagramLanguage.Type)? {
    languages.first { $0.name == name }
  }
}
