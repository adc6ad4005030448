import ReviewEngine
import ReviewRules
import Testing

/// What rules say about their examples, held against `Documentation/Wording.md`.
@Suite struct FindingWordingTests {
  @Test("a message is a headline", arguments: ExampleCase.all)
  func messages(_ test: ExampleCase) {
    for finding in ExampleReview(of: test.example.markedModel).findings(of: test.rule) {
      let message = finding.finding.message.text
      #expect(!message.hasSuffix("."))
      #expect(!message.contains("\n") && !message.contains("  "))
      #expect(message.first?.isUppercase == false)
      #expect(message.count { $0 == "'" }.isMultiple(of: 2))
      #expect(message.prefix { $0 != ":" }.count <= 120)
      for word in ["should", "please", "invalid", "illegal", "Error", "!", "`"] {
        #expect(!message.contains(word))
      }
    }
  }

  @Test("a remedy is in whole sentences, notes and figures are phrases", arguments: ExampleCase.all)
  func otherWords(_ test: ExampleCase) {
    for finding in ExampleReview(of: test.example.markedModel).findings(of: test.rule) {
      #expect(finding.remedy.hasSuffix("."))
      #expect(!finding.remedy.contains("\n"))
      for assumption in finding.finding.evidence.assumptions { #expect(assumption.hasSuffix(".")) }
      for note in finding.finding.related.map(\.note) + finding.finding.evidence.path.map(\.note) {
        #expect(!note.hasSuffix("."))
      }
      for figure in finding.finding.evidence.figures {
        #expect(!figure.name.isEmpty && !figure.value.isEmpty)
      }
    }
  }
}
