import SolutionModel

/// Decides for each finding whether a waiver covers it, and sums up what each waiver covered.
struct WaiverCover {
  /// What the waivers say of one finding.
  struct Ruling {
    /// Of the covering waivers that hold, the one that holds longest.
    let holding: Int?
    /// Of those that have run out, the one that ran out last; nil where another one holds.
    let lapsed: Int?
    /// Every waiver that covers it, ascending.
    let covering: [Int]

    static let none = Self(holding: nil, lapsed: nil, covering: [])
  }

  private let waivers: [Waiver]
  private let today: CalendarDate?
  private let match: WaiverMatch

  init(_ waivers: [Waiver], today: CalendarDate?, match: WaiverMatch) {
    self.waivers = waivers
    self.today = today
    self.match = match
  }

  /// One for each finding of the rule, in their order.
  func rulings(on result: RuleResult) -> [Ruling] {
    result.verdicts.findings.map { finding in
      let covering = match.waivers(covering: finding, of: result.rule)
      let holding = longest(covering.filter { hasExpired($0) != true })
      let lapsed = holding == nil ? longest(covering) : nil
      return Ruling(holding: holding, lapsed: lapsed, covering: covering)
    }
  }

  /// What became of each waiver, in their order.
  func use(by results: [RuleResult], _ rulings: [[Ruling]]) -> [WaiverUse] {
    var counts = [Int](repeating: 0, count: waivers.count)
    for ruling in rulings.joined() {
      for index in ruling.covering { counts[index] += 1 }
    }
    let asked = results.filter { $0.outcome != .error }.map(\.rule)
    return waivers.indices.map { index in
      let pattern = RulePattern(waivers[index].rule)
      return WaiverUse(
        index: index, waiver: waivers[index], wasAsked: asked.contains(where: pattern.matches),
        hasExpired: hasExpired(index), findingCount: counts[index])
    }
  }

  // A waiver holds on its last day; where the day of the review is not known, every one holds.
  private func hasExpired(_ index: Int) -> Bool? { today.map { waivers[index].until < $0 } }

  private func longest(_ indices: [Int]) -> Int? {
    indices.min { (waivers[$1].until, $0) < (waivers[$0].until, $1) }
  }
}
