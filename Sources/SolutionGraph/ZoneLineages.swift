import SolutionModel

/// What lies around each zone, worked out once.
struct ZoneLineages {
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

  /// Of the zone, or of the nearest one around it that declares one.
  func trust(in zone: ZoneID) -> Zone.Trust? { trusts[zone] }

  func zones(around zone: ZoneID) -> [ZoneID] { around[zone] ?? [] }
}
