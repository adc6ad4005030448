import SolutionModel
import SourceText

extension LocatedFinding {
  /// Gives the findings of all rules their fingerprints and places, and puts them in reading order: by
  /// place, then by rule, then by fingerprint; what has no place comes last.
  static func inReadingOrder(
    _ results: [(result: RuleResult, rulings: [WaiverCover.Ruling])], waivers: [Waiver],
    names: LastingNames, locate: (ElementPath) -> SourceLocation?
  ) -> [Self] {
    let located = results.flatMap { result, rulings in
      zip(result.verdicts.findings, rulings).map { finding, ruling in
        let lapsed = ruling.lapsed.map { index in
          Finding.Related(
            ElementPath(.waiver(index), "until"), "waived it until \(waivers[index].until)")
        }
        return Self(
          finding: finding, rule: result.rule, level: result.level(of: finding),
          fingerprint: Fingerprint.of(finding, by: result.rule, in: names),
          location: locate(finding.place),
          related: (finding.related + [lapsed].compactMap(\.self)).map {
            Related(path: $0.path, note: $0.note, location: locate($0.path))
          },
          state: ruling.holding.map(State.waived) ?? .open, lapsedWaiver: ruling.lapsed)
      }
    }
    // Findings are large values: only their places in the list are moved about.
    return located.indices.sorted { located[$0].precedes(located[$1]) }.map { located[$0] }
  }

  private func precedes(_ other: Self) -> Bool {
    switch (location, other.location) {
    case (let mine?, let theirs?) where mine != theirs: mine < theirs
    case (_?, nil): true
    case (nil, _?): false
    case (_?, _?), (nil, nil):
      (rule.id, fingerprint) < (other.rule.id, other.fingerprint)
    }
  }
}
