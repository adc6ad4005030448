extension Review {
  /// What a beginning of a fingerprint leads to.
  public enum Lookup: Hashable, Sendable {
    /// The place of the only finding that has it.
    case found(Int)
    /// The places of all that have it.
    case ambiguous([Int])
    /// The places of those whose fingerprints begin most alike, at most three.
    case missing(nearest: [Int])
  }

  /// Finds a finding by its fingerprint or a beginning of it, in either case of letters.
  ///
  /// - Complexity: O(findings), each digested.
  public func lookUp(_ fingerprint: String) -> Lookup {
    let wanted = fingerprint.lowercased()
    let digits = findings.map(\.fingerprint)
    let matches = digits.indices.filter { digits[$0].hasPrefix(wanted) }
    if matches.count == 1 { return .found(matches[0]) }
    if !matches.isEmpty { return .ambiguous(matches) }
    let nearest = digits.indices
      .map { (place: $0, alike: zip(digits[$0], wanted).prefix { $0 == $1 }.count) }
      .sorted { ($1.alike, digits[$0.place]) < ($0.alike, digits[$1.place]) }
    return .missing(nearest: nearest.prefix(3).map(\.place))
  }
}
