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

/// What lies around each zone, worked out once.
private struct ZoneLineages {
  private let trusts: [ZoneID: Zone.Trust]
  private let around: [ZoneID: [ZoneID]]

  /// Deeper nesting is a mistake, or a ring.
  private static let deepest = 64

  init(_ zones: [Zone]) {
    let byID = Dictionary(uniqueKeysWithValues: zones.map { ($0.id, $0) })
    var trusts: [ZoneID: Zone.Trust] = [:]
    var around: [ZoneID: [ZoneID]] = [:]
    for zone in zones {
      var lineage: [ZoneID] = []
      var trust = zone.trust
      var next = zone.parent
      while let id = next, let outer = byID[id], lineage.count < Self.deepest {
        lineage.append(id)
        trust = trust ?? outer.trust
        next = outer.parent
      }
      trusts[zone.id] = trust
      around[zone.id] = lineage
    }
    self.trusts = trusts
    self.around = around
  }

  func trust(in zone: ZoneID) -> Zone.Trust? { trusts[zone] }

  func zones(around zone: ZoneID) -> [ZoneID] { around[zone] ?? [] }
}
