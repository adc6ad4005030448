public import SourceText

/// A text read as YAML 1.2, with all that is wrong with it.
public struct YAMLDocument: Sendable {
  public let file: SourceFile
  /// Nil for an empty text and for one that cannot be read at all.
  public let root: YAMLNode?
  /// In reading order.
  public let diagnostics: [Diagnostic]
  /// Whether the tree holds the whole text.
  ///
  /// If not, a diagnostic says why, and what seems to be missing may well stand in the text.
  public let isComplete: Bool

  public init(
    file: SourceFile, root: YAMLNode?, diagnostics: [Diagnostic], isComplete: Bool = true
  ) {
    self.file = file
    self.root = root
    self.diagnostics = diagnostics
    self.isComplete = isComplete
  }
}
