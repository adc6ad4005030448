public import SolutionModel

/// Why somebody whom nobody here controls can reach a part of a solution.
public enum Exposure: Hashable, Sendable {
  /// Somebody else runs the element.
  case external(ElementID)
  /// The element lies in a zone of trust `internet`, or is used from one.
  case internetFacing(ElementID)
  /// A link leads from a zone to one of less trust.
  case leaving(ZoneID, for: ZoneID)
}

extension SolutionGraph {
  /// How an element is exposed; nil when the model does not show that it is.
  ///
  /// - Complexity: O(links of the element, and the depth of zones).
  public func exposure(ofElement id: ElementID) -> Exposure? {
    guard let vertex = solution.index(of: id) else { return nil }
    if placements[vertex].isExternal { return .external(id) }
    let isFacing =
      trust(at: vertex) == .internet
      || !solution.zones.isEmpty
        && legs(into: vertex).contains { trust(at: $0.source) == .internet }
    return isFacing ? .internetFacing(id) : nil
  }

  /// How a link is exposed: by an end that is, or by the border that it crosses.
  ///
  /// - Complexity: O(legs of the link, and the depth of zones).
  public func exposure(ofLink id: LinkID) -> Exposure? {
    guard let place = solution.index(of: id) else { return nil }
    let legs = legs(of: place)
    for vertex in legs.flatMap({ [$0.source, $0.destination] }) {
      if placements[vertex].isExternal { return .external(elementID(vertex)) }
      if trust(at: vertex) == .internet { return .internetFacing(elementID(vertex)) }
    }
    for leg in legs {
      guard let source = placements[leg.source].zone,
        let destination = placements[leg.destination].zone, source != destination,
        let near = trust(at: leg.source), let far = trust(at: leg.destination), far < near
      else { continue }
      return .leaving(source, for: destination)
    }
    return nil
  }

  /// The trust of the zone of an element, or of the nearest zone around it that declares one.
  public func trust(at vertex: Int) -> Zone.Trust? { nearest(\.trust, at: vertex) }

  /// The continent of the zone of an element, or of the nearest zone around it that declares one.
  public func continent(at vertex: Int) -> Zone.Continent? { nearest(\.continent, at: vertex) }

  private func nearest<Value>(_ key: (Zone) -> Value?, at vertex: Int) -> Value? {
    var next = placements[vertex].zone
    // Deeper nesting is a mistake, or a ring.
    for _ in 0..<64 {
      guard let id = next, let zone = solution.zone(id) else { return nil }
      if let value = key(zone) { return value }
      next = zone.parent
    }
    return nil
  }
}
