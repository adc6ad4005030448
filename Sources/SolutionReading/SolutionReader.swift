public import MachinePorts
public import SolutionModel
public import SourceText

/// Reads the files of a model as one solution.
public struct SolutionReader: Sendable {
  /// What to know of the rules, so that a model's review settings can be checked.
  public var rules: [RuleVocabulary]
  /// Whether imports may leave the root folder.
  public var allowsOutside = false

  public init(rules: [RuleVocabulary] = []) {
    self.rules = rules
  }

  /// Reads texts that are in memory already; imports are looked up among them.
  public func read(_ files: [SourceFile]) -> SolutionDocument {
    SolutionDocument(solution: Solution(name: ""), diagnostics: [], files: files, skipped: [])
  }

  /// Reads a model file, or a folder as one model, with its imports. (Stub.)
  ///
  /// Paths in the answer are relative to the current folder where they lie below it.
  public func read(at path: String, from store: any FileStore) throws(FileError)
    -> SolutionDocument
  {
    SolutionDocument(solution: Solution(name: ""), diagnostics: [], files: [], skipped: [])
  }
}
