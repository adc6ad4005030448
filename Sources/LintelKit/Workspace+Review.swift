public import MachinePorts
public import ReviewEngine
import ReviewRules
import SolutionGraph
public import SolutionModel
import SolutionReading
import SolutionViews

/// What a caller asks of a review beyond what the model says.
public struct ReviewChoices: Hashable, Sendable {
  /// Nil leaves it to the model.
  public var profile: ReviewProfile?
  /// Rules or families; empty means those of the profile.
  public var select: [String] = []
  public var ignore: [String] = []
  /// The level that fails the gate; nil never fails.
  public var failOn: Level? = .error
  /// The day that dates are compared with; nil means the model's `reviewed`, then the machine's.
  public var today: CalendarDate?
  public var appliesWaivers = true

  public init() {}
}

extension Workspace {
  /// Reviews the solution by its own settings and the caller's choices.
  ///
  /// - Throws: `unknownRule` for a choice that names no rule and no family.
  public func review(_ choices: ReviewChoices = ReviewChoices(), on machine: Machine)
    throws(LintelError) -> Review
  {
    let settings = solution.review
    if let word = RuleSelection.unknown(choices.select + choices.ignore, among: RuleCatalog.rules)
      .first
    {
      throw RuleShelf.unknown(word)
    }
    var policy = ReviewPolicy(settings)
    if let profile = choices.profile { policy.profile = profile }
    if !choices.appliesWaivers { policy.waivers = [] }
    policy.select = choices.select
    policy.ignore = choices.ignore
    policy.failOn = choices.failOn
    let today = choices.today ?? settings.reviewed ?? machine.clock.date
    return review(graph, by: policy, today: today)
  }

  /// Tries the cures that the findings of a review propose, on copies of the solution.
  ///
  /// `findings` are places in the review; nil means all that are open.
  public func cureTrials(
    for review: Review, findings: [Int]? = nil, budget: TrialBudget = .asked
  ) -> CureTrials {
    CureTrials(for: review, of: graph, findings: findings, budget: budget) { changed in
      let graph = SolutionGraph(changed)
      return (self.review(graph, by: review.policy, today: review.today), graph)
    }
  }

  private func review(
    _ graph: SolutionGraph, by policy: ReviewPolicy, today: CalendarDate?
  ) -> Review {
    lazy var index = SelectionIndex(graph)
    let document = document
    let work: any WorkSharing =
      graph.solution.links.count < Self.fewestLinksToShare ? WorkInTurn() : self.work
    return Review(
      of: ReviewSubject(graph: graph, today: today, isWhole: !hasErrors), by: RuleCatalog.rules,
      policy: policy, selected: { index.selection(of: $0).subjects },
      locate: { document.location(of: $0) }, share: { work.share($0, $1) })
  }
}

extension Workspace {
  /// Fewer are reviewed before a thread has started.
  private static let fewestLinksToShare = 500
}

extension WallClock {
  fileprivate var date: CalendarDate? {
    CalendarDate(year: today.year, month: today.month, day: today.day)
  }
}
