import ReviewEngine
import SolutionModel

/// What a tried cure changes, in words that every format shares.
enum CureWords {
  /// `second instance of 'stock': clears 3 findings, 'order' 99.5 % → 99.95 %`.
  static func line(_ trial: CureTrial, for finding: LocatedFinding) -> String {
    var parts: [String] = []
    if !trial.cleared.isEmpty {
      parts.append("clears " + SummaryWords.count(trial.cleared.count, "finding"))
    }
    if !trial.clears(finding) { parts.append("does not clear this one") }
    if !trial.caused.isEmpty { parts.append("causes \(trial.caused.count)") }
    parts += trial.flows.prefix(mostFlows).flatMap(shifts)
    let rest = trial.flows.count - mostFlows
    if rest > 0 { parts.append("and \(SummaryWords.count(rest, "more flow"))") }
    return "\(trial.title): " + parts.joined(separator: ", ")
  }

  private static let mostFlows = 2

  private static func shifts(_ flow: CureTrial.FlowShift) -> [String] {
    var shifts: [String] = []
    if let shift = flow.availability {
      let (before, after) = (
        QuantityWords.percent(shift.before), QuantityWords.percent(shift.after)
      )
      if before != after { shifts.append("'\(flow.flow)' \(before) → \(after)") }
    }
    if let shift = flow.latency {
      let (before, after) = (
        QuantityWords.duration(shift.before), QuantityWords.duration(shift.after)
      )
      if before != after { shifts.append("'\(flow.flow)' \(before) → \(after)") }
    }
    return shifts
  }

  /// What a reader is told when not everything was tried; nil when all was.
  static func untried(_ trials: CureTrials) -> String? {
    guard trials.untriedCount > 0 else { return nil }
    return "\(SummaryWords.count(trials.count, "remedy", plural: "remedies")) tried, "
      + "\(trials.untriedCount) more left out to keep within the budget; "
      + "'lintel explain FINDING' tries those of one finding"
  }
}
