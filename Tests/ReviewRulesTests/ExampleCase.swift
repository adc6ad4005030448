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

  init(of markedModel: String, waivers: [Waiver]? = nil, style: ReviewStyle? = nil) {
    let text = MarkedText(markedModel)
    let file = SourceFile(path: "example.yaml", text: text.text)
    let document = Self.document(of: [file])
    marked = text.ranges.map(file.location).sorted()
    mistakes = document.diagnostics.map(\.message)
    review = Self.review(document.solution, waivers, style) { document.location(of: $0) }
  }

  /// Texts without marks, in the order in which they are read.
  init(of files: [SourceFile]) {
    let document = Self.document(of: files)
    marked = []
    mistakes = document.diagnostics.map(\.message)
    review = Self.review(document.solution) { document.location(of: $0) }
  }

  init(of solution: Solution) {
    marked = []
    mistakes = []
    review = Self.review(solution) { _ in nil }
  }

  private static func document(of files: [SourceFile]) -> SolutionDocument {
    SolutionReader(rules: RuleCatalog.rules.map { $0.vocabulary }).read(files)
  }

  /// All rules are asked, because a waiver is judged by what the others find.
  private static func review(
    _ solution: Solution, _ waivers: [Waiver]? = nil, _ style: ReviewStyle? = nil,
    locate: @escaping @Sendable (ElementPath) -> SourceText.SourceLocation?
  ) -> Review {
    var policy = ReviewPolicy(solution.review)
    policy.profile = .board
    if let style { policy.style = style }
    if let waivers { policy.waivers = waivers }
    let subject = ReviewSubject(
      graph: SolutionGraph(solution), today: solution.review.reviewed)
    return Review(of: subject, by: RuleCatalog.rules, policy: policy, locate: locate)
  }

  func findings(of rule: any Rule.Type) -> [LocatedFinding] {
    review.findings.filter { $0.rule.id == rule.descriptor.id }
  }
}
