public import SolutionModel

public import SourceText

/// A finished review.
public struct Review: Sendable {
  public let solution: Solution
  public let policy: ReviewPolicy
  /// In reading order, waived ones included.
  public let findings: [LocatedFinding]
  /// Every rule that was asked, by id.
  public let rules: [RuleResult]
  /// What the rules asked for and the model does or does not say, by attribute.
  public let completeness: [AttributeCompleteness]

  /// Asks the rules that the policy chooses, and settles levels, waivers and places.
  ///
  /// - Parameter locate: where in the text a path stands; nil for what the text does not have.
  public init(
    of subject: ReviewSubject, by rules: [any Rule.Type], policy: ReviewPolicy = ReviewPolicy(),
    locate: (ElementPath) -> SourceLocation? = { _ in nil }
  ) {
    solution = subject.solution
    self.policy = policy
    findings = []
    self.rules = []
    completeness = []
  }

  /// Whether no open finding reaches the level that fails.
  public var passes: Bool {
    guard let failOn = policy.failOn else { return true }
    return !findings.contains { $0.isOpen && $0.level >= failOn }
  }
}
