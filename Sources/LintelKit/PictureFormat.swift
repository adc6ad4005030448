public import DiagramLanguages

/// What a picture can be written as.
public enum PictureFormat: Sendable {
  case svg, png, pdf, dot
  /// The language of another drawing tool.
  case language(any DiagramLanguage.Type)

  /// In the order in which help names them.
  public static let all: [PictureFormat] =
    [.svg, .png, .pdf, .dot] + LanguageCatalog.languages.map { .language($0) }

  /// The word of `--format`.
  public var name: String {
    switch self {
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    case .dot: "dot"
    case .language(let language): language.name
    }
  }

  /// What its files end in, without the dot.
  public var fileEnding: String {
    switch self {
    case .svg, .png, .pdf, .dot: name
    case .language(let language): language.fileEnding
    }
  }

  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  public init?(fileEnding: String) {
    guard let format = Self.all.first(where: { $0.fileEnding == fileEnding }) else { return nil }
    self = format
  }
}
