public import SolutionModel

extension SolutionGraph {
  /// A hop of a link from a zone into one of more trust.
  public struct TrustJump: Hashable, Sendable {
    /// The place of the link in the solution's links.
    public let link: Int
    /// The vertices of the hop; where the link passes others, not its own ends.
    public let source: Int
    public let destination: Int
    public let from: Zone.Trust
    public let to: Zone.Trust

    /// How many levels it goes up at once, at least 1.
    public var levels: Int { to.level - from.level }
  }

  /// The steepest hop of each link in use that goes up in trust, by link; connections to databases
  /// left out.
  ///
  /// - Complexity: O(n + m + z·d) for z zones that nest d deep.
  public func trustJumps() -> [TrustJump] {
    let lineages = ZoneLineages(solution.zones)
    let trusts = placements.map { $0.zone.flatMap(lineages.trust) }
    return traits.indices.compactMap { link in
      guard traits[link].category != .centralData else { return nil }
      var steepest: TrustJump?
      for leg in legs(of: link) {
        guard let from = trusts[leg.source], let to = trusts[leg.destination], to.level > from.level
        else { continue }
        let jump = TrustJump(
          link: link, source: leg.source, destination: leg.destination, from: from, to: to)
        if jump.levels > steepest?.levels ?? 0 { steepest = jump }
      }
      return steepest
    }
  }
}

extension Zone.Trust {
  /// How many borders lie between it and the outside: 0 for what others rule, 3 for `restricted`.
  public var level: Int {
    switch self {
    case .internet, .partner, .device: 0
    case .dmz: 1
    case .internal: 2
    case .restricted: 3
    }
  }
}
