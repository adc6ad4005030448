import SolutionModel
import SourceText

extension LocatedFinding {
  /// Gives the findings of all rules their fingerprints and places, and puts them in reading order: by
  /// place, then by rule, then by fingerprint; what has no place comes last.
  static func inReadingOrder(
    _ results: [(result: RuleResult, rulings: [WaiverCover.Ruling])], waivers: [Waiver],
    names: LastingNames, scale: LevelScale, locate: (ElementPath) -> SourceLocation?
  ) -> [Self] {
    // Findings are large values, so what decides their order is sorted first, and each is made once.
    var entries: [Entry] = []
    for (number, (result, _)) in results.enumerated() {
      for (place, finding) in result.verdicts.findings.enumerated() {
        entries.append(
          Entry(
            result: number, finding: place, rule: result.rule.id,
            location: locate(finding.place),
            identity: Fingerprint(of: finding, by: result.rule, in: names)))
      }
    }
    return entries.sorted().map { entry in
      let (result, rulings) = results[entry.result]
      let finding = result.verdicts.findings[entry.finding]
      let ruling = rulings[entry.finding]
      let lapsed = ruling.lapsed.map { index in
        Finding.Related(
          ElementPath(.waiver(index), "until"), "waived it until \(waivers[index].until)")
      }
      return Self(
        finding: finding, rule: result.rule, levelBasis: scale.basis(of: finding, by: result),
        identity: entry.identity, location: entry.location,
        related: (finding.related + [lapsed].compactMap(\.self)).map {
          Related(path: $0.path, note: $0.note, location: locate($0.path))
        },
        state: ruling.holding.map(State.waived) ?? .open, lapsedWaiver: ruling.lapsed)
    }
  }
}

/// What decides where a finding stands, and where it comes from.
private struct Entry: Comparable {
  let result: Int
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
