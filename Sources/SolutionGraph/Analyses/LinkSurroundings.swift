public import SolutionModel

/// What of a link matters for its protection: between whom it runs, and the most delicate of what it
/// carries.
public struct LinkSurroundings: Hashable, Sendable {
  /// One end of the link.
  public struct End: Hashable, Sendable {
    public let vertex: Int
    /// Of its zone, or of the nearest zone around that which declares one; nil where none does.
    public let trust: Zone.Trust?
    /// Whether somebody else runs it.
    public let isExternal: Bool
    public let isPerson: Bool

    /// Whether the model says that it stands where we do not rule: it is external, or its zone is the
    /// internet, a partner's or that of devices.
    public var isOutside: Bool { isExternal || trust?.isOutside == true }
  }

  /// Whether a link leaves what is trusted alike.
  public enum Border: Hashable, Sendable {
    /// Both ends are ours, or both are not, and their zones have the same trust.
    case none
    /// One end is external and the other is not, or the trust of their zones differs.
    case crossed
    /// The model does not say enough.
    case unknown
  }

  public let source: End
  public let destination: End
  /// The highest that the data it carries declares.
  public let confidentiality: DataObject.Confidentiality?
  /// Whether some of the data it carries is about people.
  public let personal: DataObject.Personal?
  /// Whether it carries data, and all of that is public and not about people.
  public let isPublic: Bool
  /// Whether it stays within one app, so that nothing travels over a network.
  public let isLocal: Bool
  /// Whether a channel is one of its ends.
  public let touchesChannel: Bool

  public var border: Border {
    if source.isExternal != destination.isExternal { return .crossed }
    guard let from = source.trust, let to = destination.trust else { return .unknown }
    return from == to ? .none : .crossed
  }

  /// Whether somebody outside calls something that is ours.
  public var isFromOutside: Bool { source.isOutside && !destination.isOutside }

  /// Whether something of ours calls somebody outside.
  public var isToOutside: Bool { !source.isOutside && destination.isOutside }

  /// Whether it carries what is confidential or secret, or about people.
  public var isSensitive: Bool {
    confidentiality.map { $0 >= .confidential } == true || isPersonal
  }

  /// What makes it so, in one word; nil where nothing does.
  public var delicacy: String? {
    if let confidentiality, confidentiality >= .confidential { return confidentiality.rawValue }
    return isPersonal ? "personal" : nil
  }

  public var isPersonal: Bool {
    switch personal {
    case .personal, .special: true
    case .some(.none), nil: false
    }
  }
}

extension SolutionGraph {
  /// Of each link, by its place in the solution's links; nil for links that are not in use.
  ///
  /// - Complexity: O(n + m + z·d) for z zones that nest d deep, data carried counted; O(1) when it
  ///   was asked before.
  public func linkSurroundings() -> [LinkSurroundings?] {
    knownSurroundings.value {
      let ends = linkEnds()
      return traits.indices.map { surroundings(of: $0, ends) }
    }
  }

  private func linkEnds() -> [LinkSurroundings.End] {
    let lineages = ZoneLineages(solution.zones)
    return placements.indices.map { vertex in
      LinkSurroundings.End(
        vertex: vertex, trust: placements[vertex].zone.flatMap(lineages.trust),
        isExternal: placements[vertex].isExternal, isPerson: isPerson(vertex))
    }
  }

  private func surroundings(of link: Int, _ ends: [LinkSurroundings.End]) -> LinkSurroundings? {
    let legs = legs(of: link)
    guard traits[link].isInUse, let first = legs.first, let last = legs.last else { return nil }
    var confidentiality: DataObject.Confidentiality?
    var personal: DataObject.Personal?
    var isPublic = !solution.links[link].carries.isEmpty
    for id in solution.links[link].carries {
      guard let data = solution.data(id) else { continue }
      if let own = data.confidentiality, confidentiality.map({ own > $0 }) ?? true {
        confidentiality = own
      }
      if let own = data.personal, personal != .special, own != .none || personal == nil {
        personal = own
      }
      let isAboutNobody = data.personal.map { $0 == .none } ?? true
      isPublic = isPublic && data.confidentiality == .public && isAboutNobody
    }
    return LinkSurroundings(
      source: ends[first.source], destination: ends[last.destination],
      confidentiality: confidentiality, personal: personal, isPublic: isPublic,
      isLocal: isLocal(link, first.source, last.destination),
      touchesChannel: isChannel(first.source) || isChannel(last.destination))
  }
}

extension SolutionGraph {
  private func isLocal(_ link: Int, _ source: Int, _ destination: Int) -> Bool {
    switch solution.links[link].via?.text {
    case "queue-internal", "ai-embedded": true
    default: placements[source].host == placements[destination].host
    }
  }
}

extension Zone.Trust {
  /// Whether others rule there: the internet, a partner's network, devices in the field.
  public var isOutside: Bool {
    switch self {
    case .internet, .partner, .device: true
    case .dmz, .internal, .restricted: false
    }
  }
}
