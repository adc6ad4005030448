public import SolutionGraph
public import SolutionModel

/// The cures that open findings propose, tried on copies of the solution and ranked by what they
/// really change.
public struct CureTrials: Sendable {
  private let trials: [CureTrial]
  /// By the place of a finding in its review: places in `trials`, the best first.
  private let byFinding: [Int: [Int]]
  /// How many cures were not tried because the budget was used up.
  public let untriedCount: Int

  /// Nothing was tried.
  public static let none = Self(trials: [], byFinding: [:], untriedCount: 0)

  private init(trials: [CureTrial], byFinding: [Int: [Int]], untriedCount: Int) {
    self.trials = trials
    self.byFinding = byFinding
    self.untriedCount = untriedCount
  }

  /// How many cures were tried.
  public var count: Int { trials.count }

  /// The trials of the cures of a finding, by its place in the review, the best first.
  public func trials(forFindingAt place: Int) -> [CureTrial] {
    (byFinding[place] ?? []).map { trials[$0] }
  }

  /// Tries cures until the budget is used up.
  ///
  /// Those of headlines come before those of findings that follow from them, those of the gravest
  /// first, in reading order. A cure that several findings propose is tried once.
  ///
  /// - Parameters:
  ///   - review: whose findings propose the cures.
  ///   - graph: the graph of the reviewed solution.
  ///   - findings: places of findings in the review; nil means all that are open.
  ///   - budget: how much may be tried.
  ///   - repeating: the same review of a changed solution.
  /// - Complexity: a review for each cure that is tried.
  public init(
    for review: Review, of graph: SolutionGraph, findings: [Int]? = nil, budget: TrialBudget,
    repeating: (Solution) -> (review: Review, graph: SolutionGraph)
  ) {
    let bench = CureBench(review, graph)
    var places: [Cure: Int] = [:]
    var trials: [CureTrial] = []
    var untried: Set<Cure> = []
    var byFinding: [Int: [Int]] = [:]
    let work = review.solution.elements.count + review.solution.links.count
    let most = min(budget.trials, budget.work / max(1, work))
    for finding in findings ?? Self.order(of: review) {
      for cure in review.findings[finding].finding.cures where !cure.changes.isEmpty {
        if places[cure] == nil, trials.count < most {
          places[cure] = trials.count
          trials.append(bench.trial(of: cure, repeating))
        }
        if let place = places[cure] {
          byFinding[finding, default: []].append(place)
        } else {
          untried.insert(cure)
        }
      }
    }
    self.trials = trials
    self.byFinding = Dictionary(
      uniqueKeysWithValues: byFinding.map { place, cures in
        (place, Self.ranked(cures, trials, for: review.findings[place]))
      })
    untriedCount = untried.count
  }

  private static func order(of review: Review) -> [Int] {
    let headlines = review.rootCauses.headlines
    let first = headlines.indices.sorted {
      (headlines[$1].level, $0) < (headlines[$0].level, $1)
    }
    return first.map { headlines[$0].finding } + first.flatMap { headlines[$0].folded }
  }

  /// What clears the finding goes before what does not, then what gains most.
  private static func ranked(
    _ places: [Int], _ trials: [CureTrial], for finding: LocatedFinding
  ) -> [Int] {
    places.enumerated().sorted { left, right in
      let (mine, theirs) = (trials[left.element], trials[right.element])
      if mine.clears(finding) != theirs.clears(finding) { return mine.clears(finding) }
      if mine.gain != theirs.gain { return mine.gain > theirs.gain }
      if mine.availabilityGain != theirs.availabilityGain {
        return mine.availabilityGain > theirs.availabilityGain
      }
      // The rule named the likelier one first.
      return left.offset < right.offset
    }.map(\.element)
  }
}

/// What trials are compared with, worked out once.
private struct CureBench {
  private let review: Review
  private let figures: FlowFigureTable
  private let before: Standing

  init(_ review: Review, _ graph: SolutionGraph) {
    self.review = review
    figures = FlowFigureTable(of: graph)
    before = Standing(of: review)
  }

  func trial(
    of cure: Cure, _ repeating: (Solution) -> (review: Review, graph: SolutionGraph)
  ) -> CureTrial {
    let again = repeating(review.solution.applying(cure.changes))
    let after = Standing(of: again.review)
    let gone = before.missing(in: after)
    return CureTrial(
      cure: cure, title: cure.title(in: review.solution),
      cleared: Self.effects(gone, in: review),
      caused: Self.effects(after.missing(in: before), in: again.review),
      flows: figures.shifts(to: FlowFigureTable(of: again.graph)),
      gone: Set(gone.map { review.findings[$0].identity }))
  }

  /// The gravest first.
  private static func effects(_ places: [Int], in review: Review) -> [CureTrial.Effect] {
    places.filter { review.findings[$0].isOpen }.sorted { left, right in
      (review.findings[right].level, left) < (review.findings[left].level, right)
    }.map { place in
      let finding = review.findings[place]
      return CureTrial.Effect(
        fingerprint: finding.fingerprint, rule: finding.rule.id, level: finding.level,
        message: finding.finding.message.text)
    }
  }
}

/// The findings of a review by what they are, those about waivers left out: that a waiver is no
/// longer needed is no harm.
private struct Standing {
  /// A finding that only names more or fewer parts than before is still there.
  private struct Spot: Hashable {
    let rule: String
    let subject: ElementPath.Subject
  }

  private let places: [Int]
  private let identities: Set<Fingerprint>
  private let spots: Set<Spot>
  private let review: Review

  init(of review: Review) {
    self.review = review
    places = review.findings.indices.filter { place in
      if case .waiver = review.findings[place].finding.place.subject { false } else { true }
    }
    identities = Set(places.map { review.findings[$0].identity })
    spots = Set(places.map { Self.spot(review.findings[$0]) })
  }

  /// The places of the findings that another review does not have.
  func missing(in other: Self) -> [Int] {
    places.filter { place in
      !other.identities.contains(review.findings[place].identity)
        && !other.spots.contains(Self.spot(review.findings[place]))
    }
  }

  private static func spot(_ finding: LocatedFinding) -> Spot {
    Spot(rule: finding.rule.id, subject: finding.finding.place.subject)
  }
}
