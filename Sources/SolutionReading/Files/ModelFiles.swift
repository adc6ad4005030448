import SourceText
import YAMLSyntax

/// The files of a model with what was wrong while they were found and parsed.
struct ModelFiles {
  /// In the order of their paths.
  private(set) var documents: [YAMLDocument] = []
  /// The file that `profile` names.
  var profile: YAMLDocument?
  var skipped: [(path: String, reason: String)] = []
  var diagnostics: [Diagnostic] = []
  /// Whether a part of the model could not be read.
  var isIncomplete = false

  mutating func add(_ document: YAMLDocument) {
    documents.append(document)
    note(document)
  }

  /// Takes over what was wrong with a text.
  mutating func note(_ document: YAMLDocument) {
    diagnostics += document.diagnostics
    if !document.isComplete { isIncomplete = true }
  }

  /// Takes the profile out of the model's own files, and sorts these.
  mutating func settle() {
    documents.removeAll { $0.file.path == profile?.file.path }
    documents.sort { $0.file.path < $1.file.path }
    skipped.sort { $0.path < $1.path }
  }

  mutating func report(_ mistake: ImportMistake, at node: YAMLNode, in file: SourceFile) {
    diagnostics.append(
      Diagnostic(
        "wrong-import", .error, mistake.message, at: file.location(node.range),
        help: mistake.help.map { [$0] } ?? []))
    isIncomplete = true
  }
}

extension YAMLDocument {
  /// Whether the top level says that it is a model.
  var isModel: Bool { root?.value(of: "lintel") != nil }
}
