import FindingReports
import JSONText
import ReviewEngine
import SolutionModel
import Testing

/// Why one finding is there.
@Suite struct FindingPageTests {
  private let report = SampleReport.report(
    names: ["a": "Alpha", "b": SampleReport.hostile], waived: ["b"],
    rules: [NamedElement.self, FollowingElement.self], triesCures: true)

  @Test("it says what was found, what its level is, what it rests on, and what would clear it")
  func text() {
    let text = FindingPage.text(report, findingAt: 0, on: .file)
    for line in [
      "warning[named-element]: 'a' is called Alpha", "  warning by the papers of the rule",
      "  timeout 3 s (default of via: rest)", "  Failures are independent.",
      "  Take the name away.", "  second instance of 'a': does not clear this one",
      "    at a: instances: 2, failover: automatic",
      "  fingerprint \(report.review.findings[0].fingerprint)",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
    #expect(text.contains("What follows from it\n  error[following-element] 'zz' follows Alpha"))
  }

  @Test("a finding that follows from another one, and a waived one, say so")
  func causeAndWaiver() throws {
    let folded = try #require(
      report.review.findings.indices.first { report.review.rootCauses.cause(of: $0) != nil })
    let text = FindingPage.text(report, findingAt: folded, on: .file)
    #expect(text.contains("What it follows from\n  warning[named-element] 'a' is called Alpha"))
    let waived = try #require(report.review.findings.firstIndex { !$0.isOpen })
    #expect(
      FindingPage.text(report, findingAt: waived, on: .file).contains("waived until 2030-01-01"))
  }

  @Test("no control sequence and no markup of the model gets through")
  func hostile() throws {
    for place in report.review.findings.indices {
      let text = FindingPage.text(report, findingAt: place, on: .file)
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
      #expect(!FindingPage.markdown(report, findingAt: place).contains("<script"))
      let json = try JSONReader().value(FindingPage.json(report, findingAt: place))
      #expect(json["fingerprint"] == .string(report.review.findings[place].fingerprint))
      #expect(json["facts"] != nil)
    }
  }
}
