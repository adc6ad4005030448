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
  private let reading: Reading
  private let provenance: Provenance
  /// What the model's profile adds to the language.
  var profile: Profile { reading.profile }

  init(
    solution: Solution, diagnostics: [Diagnostic], files: [SourceFile],
    skipped: [(path: String, reason: String)], reading: Reading
  ) {
    self.solution = solution
    self.diagnostics = diagnostics.sorted {
      ($0.location, $0.message) < ($1.location, $1.message)
    }
    self.files = files
    self.skipped = skipped
    self.reading = reading
    provenance = Provenance(paths: reading.paths, names: reading.names, solution: solution)
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Where the text says what a path names.
  ///
  /// That is the value of the attribute, or its key where the value is a collection; without an
  /// attribute the key that declares the subject. An attribute that the text does not have gives
  /// the subject's place; a subject that it does not have gives nil.
  ///
  /// - Complexity: O(keys of the subject).
  public func location(of path: ElementPath) -> SourceLocation? {
    provenance.location(of: path)
  }

  /// The selector that a text stands for, with names resolved in this solution.
  ///
  /// In the diagnostic, `path` stands for a file, such as `<argument>`.
  public func selector(_ text: String, from path: String = "<selector>")
    -> Result<Selector, Diagnostic>
  {
    resolve(text, from: path) { reading, place in reading.selector(text, at: place) }
  }

  /// What a text names: an element, link, flow, data entity or team by its id, by a part of its
  /// path that nothing else has, as `a -> b`, or with its kind as in `data:order`.
  public func subject(_ text: String, from path: String = "<name>")
    -> Result<ElementPath.Subject, Diagnostic>
  {
    resolve(text, from: path) { reading, place in reading.subject(named: text, at: place) }
  }

  private func resolve<Value>(
    _ text: String, from path: String,
    _ read: (inout Reading, (Range<Int>) -> SourceRange) -> Value?
  ) -> Result<Value, Diagnostic> {
    var asking = Reading(asking: reading, from: path)
    let value = read(&asking) { part in
      SourceRange(
        start: SourcePosition(line: 1, column: part.lowerBound + 1),
        end: SourcePosition(line: 1, column: part.upperBound + 1))
    }
    if let value { return .success(value) }
    return .failure(
      asking.diagnostics.first
        ?? Diagnostic(
          "unknown-reference", .error, "\(text.quoted) could not be read",
          at: SourceLocation(path: path, range: .fileStart)))
  }
}
