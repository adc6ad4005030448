import SolutionReading
import Testing

@Suite struct NearestWordTests {
  private static let words = ["timeout", "retries", "dead-letter", "need", "description"]

  @Test(
    "slips of the finger, of case and of what joins words are found",
    arguments: [
      ("timout", "timeout"), ("timeuot", "timeout"), ("Timeout", "timeout"),
      ("time-out", "timeout"),
      ("dead_letter", "dead-letter"), ("deadLetter", "dead-letter"), ("desc", "description"),
      ("nede", "need"), ("retrys", "retries"), ("needs-of-all", "need"),
    ])
  func finds(mistake: String, word: String) {
    #expect(NearestWord.nearest(to: mistake, in: Self.words) == word)
  }

  @Test(
    "words that are quite different are not offered",
    arguments: ["x", "", "latency", "de", "payload"])
  func findsNothing(mistake: String) {
    #expect(NearestWord.nearest(to: mistake, in: Self.words) == nil)
  }

  @Test("of equally near words the first one counts")
  func first() {
    #expect(NearestWord.nearest(to: "cat", in: ["car", "bat"]) == "car")
    #expect(NearestWord.nearest(to: "cat", in: ["bat", "car"]) == "bat")
  }
}
