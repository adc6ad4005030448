public import SolutionModel
public import SourceText

/// A finished review.
public struct Review: Sendable {
  public let solution: Solution
  public let policy: ReviewPolicy
  /// The day that dates were compared with.
  public let today: CalendarDate?
  /// In reading order, waived ones included.
  public let findings: [LocatedFinding]
  /// Which of the findings follow from which.
  public let rootCauses: RootCauses
  /// Every rule that was asked, by id.
  public let rules: [RuleResult]
  /// What the rules asked for and the model does or does not say, by attribute.
  public let completeness: [AttributeCompleteness]
  /// What became of the policy's waivers, in their order.
  public let waiverUse: [WaiverUse]

  /// Asks the rules that the policy chooses, and settles levels, waivers and places.
  ///
  /// `selected` says what the selector of a waiver chooses; the default knows single elements only.
  /// `locate` says where in the text a path stands; nil for what the text does not have.
  public init(
    of subject: ReviewSubject, by rules: [any Rule.Type], policy: ReviewPolicy = ReviewPolicy(),
    selected: (Selector) -> Set<ElementPath.Subject> = Self.singleElement,
    locate: (ElementPath) -> SourceLocation? = { _ in nil }
  ) {
    var subject = subject
    subject.style = policy.style
    let choices = RuleSelection(from: rules, by: policy).choices
    let first = choices.filter { !$0.rule.judgesWaivers }.map { $0.judge(subject, policy) }
    let names = LastingNames(subject.solution, waivers: policy.waivers)
    let cover = WaiverCover(
      policy.waivers, today: subject.today,
      match: WaiverMatch(policy.waivers, in: subject.solution, selected: selected))
    let rulings = first.map { cover.rulings(on: $0) }
    waiverUse = cover.use(by: first, rulings)

    subject.waiverUse = waiverUse
    let second = choices.filter { $0.rule.judgesWaivers }.map { $0.judge(subject, policy) }

    findings = LocatedFinding.inReadingOrder(
      Array(zip(first, rulings)) + second.map { ($0, $0.verdicts.findings.map { _ in .none }) },
      waivers: policy.waivers, names: names, scale: LevelScale(graph: subject.graph),
      locate: locate)
    rootCauses = RootCauses(of: findings)
    self.rules = (first + second).sorted { $0.rule.id < $1.rule.id }
    completeness = AttributeCompleteness.of(self.rules, in: subject.solution)
    solution = subject.solution
    self.policy = policy
    today = subject.today
  }

  /// The element that a selector names alone; nothing for any other selector.
  public static func singleElement(_ selector: Selector) -> Set<ElementPath.Subject> {
    if case .element(let id) = selector { [.element(id)] } else { [] }
  }

  /// Whether no open finding reaches the level that fails.
  public var passes: Bool { gate.passes }

  /// Whether a rule could not do its work; the run then ends with exit code 2.
  public var hasErrors: Bool { rules.contains { $0.outcome == .error } }

  public var gate: Gate {
    let failing = policy.failOn.map { level in findings.count { $0.isOpen && $0.level >= level } }
    return Gate(failOn: policy.failOn, count: failing ?? 0)
  }
}

extension RuleSelection.Choice {
  fileprivate func judge(_ subject: ReviewSubject, _ policy: ReviewPolicy) -> RuleResult {
    judge(rule, subject, policy)
  }

  private func judge<R: Rule>(
    _ type: R.Type, _ subject: ReviewSubject, _ policy: ReviewPolicy
  ) -> RuleResult {
    let papers = R.descriptor
    let names = papers.formerIDs + [papers.id]
    let settings = names.reduce(into: [:]) { values, name in
      values.merge(policy.settings[name] ?? [:]) { $1 }
    }
    let rule = R(settings: settings)
    var verdicts = Verdicts()
    rule.judge(subject, into: &verdicts)
    return RuleResult(
      rule: papers, level: level, isLevelSet: isLevelSet, settings: rule.settingValues,
      verdicts: verdicts)
  }
}
