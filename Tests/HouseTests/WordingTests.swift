import ArgumentGrammar
import CommandLineTool
import ReviewEngine
import ReviewRules
import Testing

@Suite struct WordingTests {
  @Test(
    "the papers of every rule say everything", arguments: RuleCatalog.rules.map { $0.descriptor })
  func papers(rule: RuleDescriptor) {
    for sentence in [
      rule.summary, rule.rationale, rule.detection, rule.remedy, rule.falsePositives, rule.question,
    ] {
      #expect(
        sentence.count > 20 && sentence.last.map { ".?".contains($0) } == true,
        "\(rule.id): \(sentence)")
    }
    #expect(!rule.title.hasSuffix(".") && rule.title.count <= 60)
    #expect(!rule.references.isEmpty, "\(rule.id) names no source")
  }

  @Test("the summaries of commands and options are phrases")
  func phrases() {
    let tool = CommandCatalog.tool
    for command in tool.visibleCommands {
      #expect(!command.examples.isEmpty, "\(command.name) has no example")
      for phrase in [command.summary] + command.options.map(\.summary)
        + command.positionals.map(\.summary)
      {
        #expect(
          !phrase.hasSuffix(".") && phrase.first?.isLowercase == true || phrase.first == "'",
          "\(phrase)")
      }
    }
  }

  @Test("messages do not blame and do not shout")
  func tone() throws {
    for file in House.files(below: "Sources", ending: ".swift") {
      for line in try House.text(file).split(separator: "\n") {
        let words = line.trimmingPrefix(/\s*/)
        // A message of a library that is matched is not ours.
        guard !words.hasPrefix("//"), !words.hasPrefix("\"found "), line.contains("\"") else {
          continue
        }
        let isBlaming = line.contains(/"[^"]*\b(?:invalid|illegal|Invalid|Illegal)\b[^"]*"/)
        #expect(!isBlaming, "\(file): \(line)")
      }
    }
  }
}
