import ReviewEngine
import ReviewRules
import SolutionModel
import SourceText
import TestSupport
import Testing

/// Every example again, written in another way: the same flaws, at the same things, must be found.
@Suite struct RuleTwistTests {
  @Test("with line breaks of another system", arguments: ExampleCase.all)
  func carriageReturns(_ test: ExampleCase) {
    expectSameFindings(test) { $0.split(separator: "\n").joined(separator: "\r\n") + "\r\n" }
  }

  @Test("with a comment after each line", arguments: ExampleCase.all)
  func comments(_ test: ExampleCase) {
    expectSameFindings(test) { text in
      text.split(separator: "\n").map { $0 + "  # a comment: {with} [signs]\n" }.joined()
    }
  }

  @Test("behind names of more than one byte a letter", arguments: ExampleCase.all)
  func wideNames(_ test: ExampleCase) {
    expectSameFindings(test) { text in
      let names = text.split(separator: "name: ", omittingEmptySubsequences: false)
      return "# Größe 店舗 🛒\n" + names.joined(separator: "name: Ü店🛒 ")
    }
  }

  @Test("with everything that has no order in reverse", arguments: ExampleCase.all)
  func reversed(_ test: ExampleCase) {
    expectSameFindings(test) { text in
      LineBlock.reversed(text.split(separator: "\n")).joined(separator: "\n") + "\n"
    }
  }

  @Test("in flow style, all on one line", arguments: ExampleCase.all)
  func flowStyle(_ test: ExampleCase) {
    let plain = test.example.markedModel.filter { $0 != "⟦" && $0 != "⟧" }
    let after = ExampleReview(of: FlowStyle.text(of: plain))
    #expect(after.mistakes == [])
    #expect(
      after.findings(of: test.rule).map(\.fingerprint).sorted()
        == ExampleReview(of: plain).findings(of: test.rule).map(\.fingerprint).sorted())
  }

  @Test("behind a page of comments", arguments: ExampleCase.all)
  func pushedDown(_ test: ExampleCase) {
    expectSameFindings(test) { String(repeating: "# nothing\n\n", count: 50) + $0 }
  }

  @Test(
    "with each section in a file of its own, in any order of the files", arguments: ExampleCase.all)
  func severalFiles(_ test: ExampleCase) {
    let before = ExampleReview(of: test.example.markedModel)
    let sections = LineBlock.sections(test.example.markedModel.split(separator: "\n"))
    let files = sections.enumerated().map { number, text in
      SourceFile(path: "part\(number).yaml", text: number == 0 ? text : "lintel: 1\n" + text)
    }
    let forwards = ExampleReview(of: files)
    let backwards = ExampleReview(of: files.reversed())
    #expect(forwards.mistakes == [])
    #expect(forwards.review.findings == backwards.review.findings)
    #expect(
      forwards.findings(of: test.rule).map(\.fingerprint).sorted()
        == before.findings(of: test.rule).map(\.fingerprint).sorted())
  }

  @Test(
    "with everything in another order in memory, the findings are the same to the last word",
    arguments: ExampleCase.all)
  func shuffled(_ test: ExampleCase) {
    let solution = ExampleReview(of: test.example.markedModel).review.solution
    var random = SeededRandom(seed: 7)
    let shuffled = solution.shuffled(using: &random)
    #expect(shuffled == solution)
    #expect(
      ExampleReview(of: shuffled).review.findings == ExampleReview(of: solution).review.findings)
  }

  @Test("waived, every finding is waived, but those about waivers", arguments: ExampleCase.all)
  func waived(_ test: ExampleCase) throws {
    let findings = ExampleReview(of: test.example.markedModel).findings(of: test.rule)
    let until = try #require(CalendarDate(year: 9999, month: 1, day: 1))
    let waivers = findings.map {
      Waiver(
        rule: $0.rule.id, on: .path($0.finding.place.subject), reason: "accepted",
        approvedBy: "board", until: until)
    }
    guard !test.rule.judgesWaivers else { return }
    let after = ExampleReview(of: test.example.markedModel, waivers: waivers)
    #expect(after.findings(of: test.rule).count == findings.count)
    #expect(after.findings(of: test.rule).allSatisfy { !$0.isOpen })
  }

  private func expectSameFindings(
    _ test: ExampleCase, twist: (String) -> String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let before = ExampleReview(of: test.example.markedModel)
    let after = ExampleReview(of: twist(test.example.markedModel))
    #expect(after.mistakes == [], sourceLocation: sourceLocation)
    let findings = after.findings(of: test.rule)
    #expect(
      findings.map { $0.location?.description } == after.marked.map { $0.description },
      sourceLocation: sourceLocation)
    #expect(
      findings.map(\.fingerprint).sorted()
        == before.findings(of: test.rule).map(\.fingerprint).sorted(),
      sourceLocation: sourceLocation)
  }
}

/// A line of a YAML text with the deeper lines below it.
private struct LineBlock {
  var lines: [Substring]

  /// The lines with every map and list turned round, but for the steps of flows, which have an order.
  static func reversed(_ lines: [Substring]) -> [Substring] {
    var blocks: [Self] = []
    let outermost = lines.map(indentation).min() ?? 0
    for line in lines {
      if indentation(line) == outermost || blocks.isEmpty {
        blocks.append(Self(lines: [line]))
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    // A mark around several lines, or a bracket that goes on, must stay in one piece.
    guard blocks.allSatisfy(\.isWhole) else { return lines }
    return blocks.reversed().flatMap(\.turned)
  }

  /// Each top-level key with what is below it as a text of its own; those that say what a model is,
  /// and single values, stay together in the first.
  static func sections(_ lines: [Substring]) -> [String] {
    var sections = [""]
    for line in lines {
      let text = line.filter { $0 != "⟦" && $0 != "⟧" }
      let isKey = indentation(line) == 0 && !line.hasPrefix("#") && !line.hasPrefix("-")
      if isKey, text.hasSuffix(":") { sections.append("") }
      if isKey, !text.hasSuffix(":"), sections.last?.isEmpty == false, sections.count > 1 {
        sections[0] += text + "\n"
      } else {
        sections[sections.count - 1] += text + "\n"
      }
    }
    return sections
  }

  private var turned: [Substring] {
    let isOrdered = lines[0].hasSuffix("steps:") || lines[0].hasSuffix("|")
    return isOrdered ? lines : [lines[0]] + Self.reversed(Array(lines.dropFirst()))
  }

  private var isWhole: Bool {
    [("⟦", "⟧"), ("{", "}"), ("[", "]")].allSatisfy { open, close in
      count(of: open) == count(of: close)
    }
  }

  private func count(of sign: Character) -> Int {
    lines.reduce(0) { $0 + $1.count { $0 == sign } }
  }

  private static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
}

extension Solution {
  /// The same solution from lists in another order.
  fileprivate func shuffled(using random: inout SeededRandom) -> Solution {
    var copy = Solution(
      name: name, teams: teams.shuffled(using: &random), domains: domains.shuffled(using: &random),
      zones: zones.shuffled(using: &random), elements: elements.shuffled(using: &random),
      data: data.shuffled(using: &random), links: links.shuffled(using: &random),
      flows: flows.shuffled(using: &random), views: views.shuffled(using: &random))
    copy.summary = summary
    copy.description = description
    copy.owner = owner
    copy.criticality = criticality
    copy.publication = publication
    copy.todo = todo
    copy.tags = tags
    copy.review = review
    return copy
  }
}
