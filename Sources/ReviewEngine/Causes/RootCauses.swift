public import SolutionModel

/// Which open findings follow from which, so that one flaw is one headline.
///
/// A rule says in its papers which other rules explain its findings, and a finding says what causes
/// it. Nothing is hidden: a finding that follows from another one stands below it.
public struct RootCauses: Sendable {
  /// A finding that no other one explains, and all that follow from it.
  public struct Headline: Hashable, Sendable {
    /// Places in the review's findings, `folded` in reading order.
    public let finding: Int
    public let folded: [Int]
    /// The gravest of all of them.
    public let level: Level
  }

  /// By the place of a finding: the place of the one that explains it.
  private let causes: [Int?]
  /// Of the open findings, in reading order.
  public let headlines: [Headline]

  /// - Complexity: O(findings).
  init(of findings: [LocatedFinding]) {
    let causes = Self.causes(of: findings)
    self.causes = causes
    var folded: [Int: [Int]] = [:]
    for place in findings.indices where causes[place] != nil {
      folded[Self.root(of: place, causes), default: []].append(place)
    }
    headlines = findings.indices.filter { findings[$0].isOpen && causes[$0] == nil }.map { place in
      let below = folded[place] ?? []
      let level = below.reduce(findings[place].level) { max($0, findings[$1].level) }
      return Headline(finding: place, folded: below, level: level)
    }
  }

  /// The place of the finding that explains the one at a place; nil for a headline, and for a waived
  /// finding.
  public func cause(of place: Int) -> Int? { causes[place] }

  public var foldedCount: Int { headlines.reduce(0) { $0 + $1.folded.count } }

  private struct Key: Hashable {
    let rule: String
    let subject: ElementPath.Subject
  }

  private static func causes(of findings: [LocatedFinding]) -> [Int?] {
    var causes = [Int?](repeating: nil, count: findings.count)
    var explaining: Set<String> = []
    for place in findings.indices where !findings[place].finding.causes.isEmpty {
      explaining.formUnion(findings[place].rule.explainedBy)
    }
    guard !explaining.isEmpty else { return causes }
    var first: [Key: Int] = [:]
    for place in findings.indices.reversed() where findings[place].isOpen {
      let rule = findings[place].finding.ruleID
      guard explaining.contains(rule) else { continue }
      first[Key(rule: rule, subject: findings[place].finding.place.subject)] = place
      // Findings of one rule with a cause in common are explained by the first of them.
      if findings[place].rule.explainedBy.contains(rule),
        let shared = findings[place].finding.causes.first
      {
        first[Key(rule: rule, subject: shared)] = place
      }
    }
    for place in findings.indices
    where findings[place].isOpen && !findings[place].finding.causes.isEmpty {
      causes[place] = cause(of: place, findings[place], first, causes)
    }
    return causes
  }

  private static func cause(
    of place: Int, _ located: LocatedFinding, _ first: [Key: Int], _ causes: [Int?]
  ) -> Int? {
    for subject in located.finding.causes {
      for rule in located.rule.explainedBy {
        guard let other = first[Key(rule: rule, subject: subject)], other != place else { continue }
        // Two findings that explain each other would both be hidden.
        if root(of: other, causes) != place { return other }
      }
    }
    return nil
  }

  private static func root(of place: Int, _ causes: [Int?]) -> Int {
    var root = place
    while let cause = causes[root] { root = cause }
    return root
  }
}
