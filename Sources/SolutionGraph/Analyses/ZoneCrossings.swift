public import SolutionModel

/// A link whose ends lie in different zones.
public struct ZoneCrossing: Hashable, Sendable {
  public let link: LinkID
  public let sourceZone: ZoneID
  public let destinationZone: ZoneID
  /// Of the zone, or of the nearest one around it that declares one.
  public let sourceTrust: Zone.Trust?
  public let destinationTrust: Zone.Trust?
  /// Whether one of the two zones lies inside the other.
  public let isNested: Bool
}

extension SolutionGraph {
  /// The links in use whose ends lie in different zones, declared or inherited, by link.
  ///
  /// A link with an end in no zone is left out.
  ///
  /// - Complexity: O(n + m + z·d) for z zones that nest d deep.
  public func zoneCrossings() -> [ZoneCrossing] {
    let lineages = ZoneLineages(solution.zones)
    return traits.indices.compactMap { link in
      let legs = legs(of: link)
      guard let source = legs.first.flatMap({ placements[$0.source].zone }),
        let destination = legs.last.flatMap({ placements[$0.destination].zone }),
        source != destination
      else { return nil }
      return ZoneCrossing(
        link: linkID(link), sourceZone: source, destinationZone: destination,
        sourceTrust: lineages.trust(in: source), destinationTrust: lineages.trust(in: destination),
        isNested: lineages.zones(around: source).contains(destination)
          || lineages.zones(around: destination).contains(source))
    }
  }
}
