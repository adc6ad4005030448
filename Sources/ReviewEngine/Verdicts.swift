public import SolutionModel

/// What one rule says about a solution.
public struct Verdicts: Sendable {
  /// The subjects that the rule applied to and found in order.
  public private(set) var passed: [ElementPath.Subject] = []
  public private(set) var findings: [Finding] = []
  /// The subjects that could not be judged.
  public private(set) var unknown: [ElementPath.Subject] = []
  /// The facts that were asked for and are missing; one may stand several times.
  public private(set) var missing: [ElementPath] = []
  /// The facts that were asked for and are there; one may stand several times.
  public private(set) var known: [ElementPath] = []
  /// Why the rule could not do its work, when it could not.
  public private(set) var error: String?

  public init() {}

  public mutating func pass(_ subject: ElementPath.Subject) { passed.append(subject) }

  public mutating func fail(_ finding: Finding) {
    if error == nil { findings.append(finding) }
  }

  /// The subject cannot be judged without these attributes of it or of others.
  public mutating func unknown(_ subject: ElementPath.Subject, missing facts: [ElementPath]) {
    unknown.append(subject)
    missing += facts
  }

  /// Notes that a fact was there, for the completeness figure.
  public mutating func used(_ fact: ElementPath) { known.append(fact) }

  /// Notes that a fact was asked for and is missing, where the subject could be judged without it.
  public mutating func lacks(_ fact: ElementPath) { missing.append(fact) }

  /// The rule stops without a judgement, what it found before included; the run ends with exit code 2.
  public mutating func cannotJudge(_ reason: String) {
    error = reason
    findings = []
  }

  /// The outcome of the rule as a whole.
  public var outcome: RuleOutcome {
    if error != nil { return .error }
    if !findings.isEmpty { return .fail }
    if !unknown.isEmpty { return .unknown }
    return passed.isEmpty ? .notApplicable : .pass
  }
}

/// How a rule came out.
public enum RuleOutcome: String, Hashable, Sendable, CaseIterable {
  case pass, fail
  case notApplicable = "not-applicable"
  case unknown, error
}
