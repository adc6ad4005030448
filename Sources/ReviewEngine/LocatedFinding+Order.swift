import SolutionModel
import SourceText

extension LocatedFinding {
  /// The findings of all rules in reading order: by place, then by rule, then by fingerprint; what has
  /// no place comes last.
  static func inReadingOrder(_ sheets: [RuleSheet]) -> [Self] {
    // Findings are large values, so what decides their order is sorted first, and each is made once.
    var entries: [Entry] = []
    for sheet in sheets.indices {
      let rule = sheets[sheet].result.rule.id
      for place in sheets[sheet].settled.indices {
        let settled = sheets[sheet].settled[place]
        entries.append(
          Entry(
            sheet: sheet, finding: place, rule: rule, location: settled.location,
            identity: settled.identity))
      }
    }
    entries.sort()
    return entries.map { entry in
      let ruling = sheets[entry.sheet].rulings[entry.finding]
      return Self(
        finding: sheets[entry.sheet].result.verdicts.findings[entry.finding],
        rule: sheets[entry.sheet].result.rule,
        levelBasis: sheets[entry.sheet].settled[entry.finding].levelBasis,
        identity: entry.identity, location: entry.location,
        related: sheets[entry.sheet].settled[entry.finding].related,
        state: ruling.holding.map(State.waived) ?? .open, lapsedWaiver: ruling.lapsed)
    }
  }
}

/// What decides where a finding stands, and where it comes from.
private struct Entry: Comparable {
  let sheet: Int
  let finding: Int
  let rule: String
  let location: SourceLocation?
  let identity: Fingerprint

  static func < (left: Self, right: Self) -> Bool {
    switch (left.location, right.location) {
    case (let mine?, let theirs?) where mine != theirs: mine < theirs
    case (_?, nil): true
    case (nil, _?): false
    case (_?, _?), (nil, nil):
      left.rule == right.rule
        ? left.identity.digits < right.identity.digits : left.rule < right.rule
    }
  }
}
