public import SolutionModel

/// What one rule says about a solution.
public struct Verdicts: Sendable {
  /// How many subjects the rule applied to and found in order.
  public private(set) var passCount = 0
  public private(set) var findings: [Finding] = []
  /// How many subjects could not be judged.
  public private(set) var unknownCount = 0
  /// What was asked for, for the completeness figure.
  private(set) var facts = FactLedger()
  /// Why the rule could not do its work, when it could not.
  public private(set) var error: String?

  public init() {}

  /// A subject is in order.
  public mutating func pass() { passCount += 1 }

  public mutating func fail(_ finding: Finding) {
    if error == nil { findings.append(finding) }
  }

  /// A subject cannot be judged without these attributes of it or of others.
  public mutating func unknown(missing facts: [ElementPath]) {
    unknownCount += 1
    for fact in facts { lacks(fact) }
  }

  /// The element at a vertex cannot be judged without one attribute of it; faster where there are many.
  public mutating func unknown(missing key: String, ofElement vertex: Int) {
    unknownCount += 1
    facts.note(.missing, key, ofElement: vertex)
  }

  /// The link at a place cannot be judged without one attribute of it; faster where there are many.
  public mutating func unknown(missing key: String, ofLink place: Int) {
    unknownCount += 1
    facts.note(.missing, key, ofLink: place)
  }

  /// Notes that a fact was there, for the completeness figure.
  public mutating func used(_ fact: ElementPath) { facts.note(.known, fact) }

  /// Notes that a fact of the element at a vertex was there; faster where there are many.
  public mutating func used(_ key: String, ofElement vertex: Int) {
    facts.note(.known, key, ofElement: vertex)
  }

  /// Notes that a fact of the link at a place was there; faster where there are many.
  public mutating func used(_ key: String, ofLink place: Int) {
    facts.note(.known, key, ofLink: place)
  }

  /// Notes that a fact was asked for and is missing, where the subject could be judged without it.
  public mutating func lacks(_ fact: ElementPath) { facts.note(.missing, fact) }

  /// Notes that a fact of the element at a vertex is missing; faster where there are many.
  public mutating func lacks(_ key: String, ofElement vertex: Int) {
    facts.note(.missing, key, ofElement: vertex)
  }

  /// Notes that a fact of the link at a place is missing; faster where there are many.
  public mutating func lacks(_ key: String, ofLink place: Int) {
    facts.note(.missing, key, ofLink: place)
  }

  /// The rule stops without a judgement, what it found before included; the run ends with exit code 2.
  public mutating func cannotJudge(_ reason: String) {
    error = reason
    findings = []
  }

  /// The outcome of the rule as a whole.
  public var outcome: RuleOutcome {
    if error != nil { return .error }
    if !findings.isEmpty { return .fail }
    if unknownCount > 0 { return .unknown }
    return passCount == 0 ? .notApplicable : .pass
  }
}

/// How a rule came out.
public enum RuleOutcome: String, Hashable, Sendable, CaseIterable {
  case pass, fail
  case notApplicable = "not-applicable"
  case unknown, error
}
