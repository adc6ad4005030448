import SolutionModel
import SourceText
import YAMLSyntax

/// What one run of the reader knows: the names that are declared, where it stands in the texts, and
/// all that was wrong so far.
struct Reading: Sendable {
  /// The path of each file of the model.
  let paths: [String]
  let rules: RuleBook
  var names = Names()
  var profile = Profile()
  /// Whether a part of the model could not be read, so that a name may be declared there.
  var isIncomplete = false
  /// The place in `paths` of the file that is being read.
  var file = 0
  /// The key whose value is being read.
  var key = ""
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var leftOut = 0
  /// Comparisons of words that are left for suggestions.
  private var patience = 200_000

  /// More mistakes than anybody reads; the rest is counted only.
  static let diagnosticLimit = 1_000

  init(paths: [String], rules: RuleBook = RuleBook([])) {
    self.paths = paths
    self.rules = rules
  }

  /// A reading of one text that is no file, with the names of another reading.
  ///
  /// Notes go on to show places in the files of that one.
  init(asking other: Reading, from path: String) {
    self.init(paths: other.paths + [path], rules: other.rules)
    names = other.names
    profile = other.profile
    file = other.paths.count
  }

  /// All that was wrong, with a last one that counts what is not shown.
  var allDiagnostics: [Diagnostic] {
    guard leftOut > 0, let last = diagnostics.map(\.location).max() else { return diagnostics }
    return diagnostics + [
      Diagnostic(
        "too-many-mistakes", .error,
        "\(leftOut) more mistakes are not shown (limit \(Self.diagnosticLimit))", at: last)
    ]
  }

  func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: paths[file], range: range)
  }

  func location(of passage: Passage) -> SourceLocation {
    SourceLocation(path: paths[passage.file], range: passage.key.range)
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.diagnosticLimit {
      diagnostics.append(diagnostic)
    } else {
      leftOut += 1
    }
  }

  /// Reports a mistake in the current file.
  mutating func report(
    _ id: String, _ message: String, label: String = "", at range: SourceRange,
    notes: [Diagnostic.Note] = [], help: [String] = []
  ) {
    add(
      Diagnostic(id, .error, message, label: label, at: location(range), notes: notes, help: help))
  }

  /// The known word that was probably meant; nil when none is near, and in a text with so many
  /// mistakes that looking on would take long.
  mutating func nearest(to mistake: String, in words: some Collection<String>) -> String? {
    takePatience(words.count) ? NearestWord.nearest(to: mistake, in: words) : nil
  }

  /// Whether looking through so many words or links for a suggestion is still worth it.
  mutating func takePatience(_ count: Int) -> Bool {
    guard diagnostics.count < Self.diagnosticLimit, patience >= count else { return false }
    patience -= count
    return true
  }

  /// Help for a mistaken word: what was probably meant, and what is allowed.
  mutating func help(for mistake: String, among words: [String], title: String) -> [String] {
    guard let near = nearest(to: mistake, in: words) else {
      return words.isEmpty ? [] : ["\(title): \(words.joined(separator: ", "))"]
    }
    let suggestion = "did you mean \(near.quoted)?"
    return words.count <= 12
      ? [suggestion, "\(title): \(words.joined(separator: ", "))"] : [suggestion]
  }
}
