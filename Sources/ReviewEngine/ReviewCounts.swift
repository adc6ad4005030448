public import SolutionModel

/// The figures of a review, for its last lines.
public struct ReviewCounts: Hashable, Sendable {
  public let notes: Int
  public let warnings: Int
  public let errors: Int
  public let waived: Int
  /// How many of the open findings follow from others, below which they stand.
  public let folded: Int
  /// The first last day among the waivers that cover a finding now.
  public let nextWaiverEnd: CalendarDate?
  /// How many rules were asked.
  public let rules: Int

  /// Open findings of every level.
  public var open: Int { notes + warnings + errors }

  /// Open findings of one level.
  public func open(at level: Level) -> Int {
    switch level {
    case .note: notes
    case .warning: warnings
    case .error: errors
    }
  }
}

extension Review {
  public var counts: ReviewCounts {
    var open: [Level: Int] = [:]
    var waived = 0
    var ends: Set<CalendarDate> = []
    for index in findings.indices {
      switch findings[index].state {
      case .open: open[findings[index].level, default: 0] += 1
      case .waived(let waiver):
        waived += 1
        ends.insert(policy.waivers[waiver].until)
      }
    }
    return ReviewCounts(
      notes: open[.note] ?? 0, warnings: open[.warning] ?? 0, errors: open[.error] ?? 0,
      waived: waived, folded: rootCauses.foldedCount, nextWaiverEnd: ends.min(), rules: rules.count)
  }

  /// How many of the rules came out in a way.
  public func ruleCount(_ outcome: RuleOutcome) -> Int { rules.count { $0.outcome == outcome } }
}
