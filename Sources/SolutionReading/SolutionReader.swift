public import MachinePorts
public import SolutionModel
public import SourceText
import YAMLSyntax

/// Reads the files of a model as one solution.
public struct SolutionReader: Sendable {
  /// What to know of the rules, so that a model's review settings can be checked.
  public var rules: [RuleVocabulary]
  /// Whether imports may leave the root folder.
  public var allowsOutside = false
  /// Reads parts of a large file side by side; nil reads it in one piece.
  public var work: (any WorkSharing)?

  /// - Parameter rules: where it is empty, rule ids and settings are not checked.
  public init(rules: [RuleVocabulary] = []) {
    self.rules = rules
  }

  /// Reads texts that are in memory already; imports are looked up among them.
  ///
  /// - Complexity: O(size of the texts), and O(n log n) in the number of elements and of links.
  public func read(_ files: [SourceFile]) -> SolutionDocument {
    document(of: TextFinder.find(files))
  }

  /// Reads a model file, or a folder as one model, with its imports.
  ///
  /// Paths in the answer are relative to the current folder where they lie below it. What is wrong
  /// with any other file than the one at `path` is a diagnostic.
  ///
  /// - Throws: when nothing can be read at `path`.
  public func read(at path: String, from store: any FileStore) throws(FileError)
    -> SolutionDocument
  {
    document(
      of: try FileFinder.find(
        at: path, in: store, allowsOutside: allowsOutside, work: work))
  }

  private func document(of found: ModelFiles) -> SolutionDocument {
    let documents = found.documents
    let profileFile = found.profile.map { [$0.file] } ?? []
    let files = documents.map(\.file) + profileFile
    var reading = Reading(paths: files.map(\.path), rules: RuleBook(rules))
    reading.isIncomplete = found.isIncomplete
    if let profile = found.profile?.root {
      reading.file = documents.count
      var draft = Profile()
      ProfileSchema.schema.read(profile, into: &draft, &reading)
      reading.profile = draft
    }
    let roots = documents.indices.compactMap { index in
      documents[index].root.map { Passage(file: index, key: $0, value: $0) }
    }.filter { $0.value.kind == .mapping }
    reading.checkRoots(of: documents)
    var assembly = SolutionAssembly(reading, roots: roots)
    let solution = assembly.assemble()
    return SolutionDocument(
      solution: solution,
      diagnostics: found.diagnostics + assembly.reading.allDiagnostics,
      files: files.sorted { $0.path < $1.path }, skipped: found.skipped,
      reading: assembly.reading)
  }
}

extension Reading {
  /// Reports texts without anything in them, and files that do not say which language they are in.
  fileprivate mutating func checkRoots(of documents: [YAMLDocument]) {
    for (index, document) in documents.enumerated() {
      file = index
      guard let root = document.root else {
        if document.diagnostics.isEmpty {
          report(
            "empty-file", "the file is empty", at: .fileStart,
            help: ["a model begins with lintel: 1 and solution: its name"])
        }
        continue
      }
      guard root.kind == .mapping else {
        reportWrongShape(root, of: SolutionSchema.schema.form)
        isIncomplete = true
        continue
      }
      guard root.value(of: "lintel") == nil, document.isComplete else { continue }
      report(
        "missing-key", "a model file says 'lintel: \(SolutionSchema.version)' at its top level",
        at: root.entries.first?.key.range ?? root.range,
        help: ["write lintel: \(SolutionSchema.version) as its first line"])
    }
  }
}
