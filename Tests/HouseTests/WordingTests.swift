import ArgumentGrammar
import CommandLineTool
import Testing

@Suite struct WordingTests {
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
