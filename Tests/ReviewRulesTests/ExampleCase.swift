import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import SolutionReading
import SourceText
import Testing
import TestSupport

/// One example of one rule.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: RuleExample

  var testDescription: String { "\(rule.descriptor.id): \(example.name)" }

  static let all = RuleCatalog.rules.flatMap { rule in
    rule.descriptor.examples.map { ExampleCase(rule: rule, example: $0) }
  }
}

/// A marked text, read and reviewed by every rule there is.
struct ExampleReview {
  /// What is wrong with the text.
  let mistakes: [String]
  let review: Review
  /// What the marks enclose, in reading order.
  let marked: [SourceText.SourceLocation]

  /// All rules are asked, because a waiver is judged by what the others find.
  init(of markedModel: String, waivers: [Waiver]? = nil, style: ReviewStyle? = nil) {
    let text = MarkedText(markedModel)
    let file = SourceFile(path: "example.yaml", text: text.text)
    marked = text.ranges.map(file.location).sorted()
    let reader = SolutionReader(rules: RuleCatalog.rules.map { $0.vocabulary })
    let document = reader.read([file])
    mistakes = document.diagnostics.map(\.message)
    var policy = ReviewPolicy(document.solution.review)
    policy.profile = .board
    if let style { policy.style = style }
    if let waivers { policy.waivers = waivers }
    let subject = ReviewSubject(
      graph: SolutionGraph(document.solution), today: document.solution.review.reviewed)
    let locate = document.location
    review = Review(of: subject, by: RuleCatalog.rules, policy: policy, locate: { locate($0) })
  }

  func findings(of rule: any Rule.Type) -> [LocatedFinding] {
    review.findings.filter { $0.rule.id == rule.descriptor.id }
  }
}
