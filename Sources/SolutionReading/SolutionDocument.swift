public import SolutionModel
public import SourceText

/// A solution with the texts that it was read from and all that is wrong with them.
public struct SolutionDocument: Sendable {
  /// As far as the texts could be read.
  public let solution: Solution
  /// In reading order.
  public let diagnostics: [Diagnostic]
  /// Every file that is part of the model, in reading order.
  public let files: [SourceFile]
  /// Files of the folder that are no part of the model, each with the reason.
  public let skipped: [(path: String, reason: String)]

  init(
    solution: Solution, diagnostics: [Diagnostic], files: [SourceFile],
    skipped: [(path: String, reason: String)]
  ) {
    self.solution = solution
    self.diagnostics = diagnostics
    self.files = files
    self.skipped = skipped
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Where the text says what a path names: the value of the attribute, or its key where the
  /// value is a collection; without an attribute the key that declares the subject. An attribute that
  /// the text does not have gives the subject's place; a subject that it does not have gives nil.
  public func location(of path: ElementPath) -> SourceLocation? { nil }
}
