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
  /// `locate` says where in the text a path stands; nil for what the text does not have. `share` has
  /// so many pieces of work done and returns when they are; rules do not know of each other, so that
  /// they may be asked side by side.
  public init(
    of subject: ReviewSubject, by rules: [any Rule.Type], policy: ReviewPolicy = ReviewPolicy(),
    selected: (Selector) -> Set<ElementPath.Subject> = Self.singleElement,
    locate: @escaping @Sendable (ElementPath) -> SourceLocation? = { _ in nil },
    share: (Int, @Sendable (Int) -> Void) -> Void = Self.inTurn
  ) {
    var subject = subject
    subject.style = policy.style
    let choices = RuleSelection(from: rules, by: policy).choices
    let desk = ReviewDesk(
      cover: WaiverCover(
        policy.waivers, today: subject.today,
        match: WaiverMatch(policy.waivers, in: subject.solution, selected: selected)),
      names: LastingNames(subject.solution, waivers: policy.waivers),
      scale: LevelScale(graph: subject.graph), policy: policy, locate: locate)
    let first = desk.sheets(
      of: choices.filter { !$0.rule.judgesWaivers }, on: subject, share: share)
    waiverUse = desk.cover.use(by: first.map(\.result), first.map(\.rulings))

    subject.waiverUse = waiverUse
    let second = desk.sheets(
      of: choices.filter { $0.rule.judgesWaivers }, on: subject,
      share: Self.inTurn)
    findings = LocatedFinding.inReadingOrder(first + second)
    rootCauses = RootCauses(of: findings)
    self.rules = (first + second).map(\.result).sorted { $0.rule.id < $1.rule.id }
    completeness = AttributeCompleteness.of(self.rules, in: subject.solution)
    solution = subject.solution
    self.policy = policy
    today = subject.today
  }

  /// Does one piece of work after the other.
  public static func inTurn(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    for number in 0..<count { piece(number) }
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
