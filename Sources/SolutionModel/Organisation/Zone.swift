/// A part of the network with one level of trust.
///
/// Zones nest.
public struct Zone: Hashable, Sendable, Identifiable {
  /// How far a zone is trusted, from the least to the most.
  public enum Trust: String, Hashable, Comparable, Sendable, CaseIterable {
    case internet, partner, device, dmz, `internal`, restricted

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .internet: 0
      case .partner: 1
      case .device: 2
      case .dmz: 3
      case .internal: 4
      case .restricted: 5
      }
    }
  }

  /// Where on earth its machines stand.
  public enum Continent: String, Hashable, Sendable, CaseIterable {
    case africa, asia, europe
    case northAmerica = "north-america"
    case oceania
    case southAmerica = "south-america"
  }

  public let id: ZoneID
  public var name: String
  public var summary: String?
  public var parent: ZoneID?
  public var trust: Trust?
  public var continent: Continent?
  /// Of the zone itself: its power, its network; nil means that no outage is reckoned with.
  ///
  /// Everything in it fails with it.
  public var availability: Availability?

  public init(id: ZoneID, name: String? = nil, parent: ZoneID? = nil) {
    self.id = id
    self.name = name ?? id.text
    self.parent = parent
  }
}
