import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// A text with one mistake, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// With the place of the mistake and the places of the notes marked.
  let markedText: String
  /// Which mark is the place of the mistake; the others are the notes', in their order.
  let place: Int
  let id: String
  let message: String
  let label: String
  let notes: [String]
  let help: [String]

  init(
    _ markedText: String, place: Int = 0, _ id: String, _ message: String, _ label: String,
    notes: [String] = [], help: [String] = []
  ) {
    self.markedText = markedText
    self.place = place
    self.id = id
    self.message = message
    self.label = label
    self.notes = notes
    self.help = help
  }

  var testDescription: String { "\(id): \(markedText)" }

  /// Reads the text and expects just this to be said.
  func expectDiagnostic() {
    let marked = MarkedText(markedText)
    let file = SourceFile(path: "model.yaml", text: marked.text)
    var places = marked.ranges.map(file.location)
    let location = places.remove(at: place)
    let diagnostic = Diagnostic(
      id, .error, message, label: label, at: location,
      notes: zip(notes, places).map { Diagnostic.Note($0, at: $1) }, help: help)
    #expect(YAMLParser.parse(file).diagnostics == [diagnostic])
    #expect(notes.count == places.count)
    #expect(message.count <= 120)
  }
}
