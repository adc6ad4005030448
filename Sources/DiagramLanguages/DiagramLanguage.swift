public import DiagramScene

/// A language of another drawing tool.
///
/// Every box, frame and arrow of a picture is in its text; whatever stands in a model, the text is
/// valid and nothing in it is taken for code.
public protocol DiagramLanguage: Sendable {
  /// The word of `--format`.
  static var name: String { get }
  /// What its files end in, without the dot.
  static var fileEnding: String { get }
  /// What reads it, as a phrase.
  static var summary: String { get }

  /// The whole document; ends with a line break.
  static func text(of drawing: PlacedScene) -> String
}
