import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

/// A model with mistakes at the marked places.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  let name: String
  let marked: String
  /// The message at each mark, in the order of the marks.
  let messages: [String]
  /// The help of the first one.
  let help: [String]
  var rules: [RuleVocabulary] = []

  /// A case whose text follows after a head with two apps, `a` and `b`.
  init(_ name: String, _ marked: String, _ messages: [String], help: [String]) {
    self.name = name
    self.marked = "lintel: 1\nsolution: Test\napps: { a: A, b: B }\n" + marked
    self.messages = messages
    self.help = help
  }

  /// One mistake.
  init(_ name: String, _ marked: String, _ message: String, _ help: String...) {
    self.init(name, marked, [message], help: help)
  }

  var testDescription: String { name }

  func check() {
    let text = MarkedText(marked)
    let document = SolutionReader(rules: rules).read([SourceFile(path: "m.yaml", text: text.text)])
    #expect(document.diagnostics.map(\.message) == messages)
    #expect(document.diagnostics.map(\.location.range) == text.ranges)
    #expect(document.diagnostics.first?.help ?? [] == help)
    for diagnostic in document.diagnostics {
      #expect(!diagnostic.message.hasSuffix("."))
      #expect(diagnostic.message.prefix { $0 != ":" }.count <= 120)
    }
  }
}

/// The texts of a model, read in memory.
func read(_ files: KeyValuePairs<String, String>, rules: [RuleVocabulary] = []) -> SolutionDocument
{
  SolutionReader(rules: rules).read(files.map { SourceFile(path: $0, text: $1) })
}

/// One text, read in memory.
func read(_ text: String) -> SolutionDocument { read(["m.yaml": text]) }
