public import SolutionModel

/// Messages that a channel keeps for a receiver, and the longest time that the receiver may be away.
public struct BufferedDelivery: Hashable, Sendable {
  /// Why a receiver may be away.
  public enum OutageBasis: String, Hashable, Sendable, CaseIterable {
    /// It may take so long to come back.
    case recovery = "rto"
    /// It need not serve from Friday evening to Monday morning.
    case serviceHours = "service-hours"
  }

  /// The place of the link that delivers.
  public let link: Int
  public let receiver: ElementID
  /// How long the channel keeps messages: the link's own, or the shortest of the links that send.
  public let retention: Duration?
  /// The place of the link that says so.
  public let retentionLink: Int?
  public let outage: Duration?
  public let outageBasis: OutageBasis?
}

extension SolutionGraph {
  /// The longest time in a week out of business hours: from Friday 18:00 to Monday 08:00.
  public static let longestClosingTime = Duration.seconds(62 * 3600)

  /// The deliveries out of channels to receivers of this solution, by link.
  ///
  /// - Complexity: O(n + m).
  public func bufferedDeliveries() -> [BufferedDelivery] {
    var sent: [Int: (retention: Duration, link: Int)] = [:]
    for link in traits.indices where traits[link].isInUse {
      guard let retention = solution.links[link].failure.retention else { continue }
      for leg in legs(of: link) where isChannel(leg.destination) {
        if let known = sent[leg.destination], known.retention <= retention { continue }
        sent[leg.destination] = (retention, link)
      }
    }
    return traits.indices.compactMap { link in
      guard traits[link].isInUse, traits[link].dataFlow != .pull,
        let delivery = legs(of: link).last, isChannel(delivery.source),
        !isPerson(delivery.destination), !isChannel(delivery.destination)
      else { return nil }
      let own = solution.links[link].failure.retention.map { (retention: $0, link: link) }
      let kept = own ?? sent[delivery.source]
      let outage = longestOutage(of: delivery.destination)
      return BufferedDelivery(
        link: link, receiver: elementID(delivery.destination), retention: kept?.retention,
        retentionLink: kept?.link, outage: outage?.time, outageBasis: outage?.basis)
    }
  }

  /// Of its own recovery time, or that of the nearest part around it, and its service hours the longer.
  private func longestOutage(of vertex: Int)
    -> (time: Duration, basis: BufferedDelivery.OutageBasis)?
  {
    var recovery: Duration?
    var hours: String?
    var next: Int? = vertex
    while let vertex = next {
      recovery = recovery ?? solution.elements[vertex].rto
      hours = hours ?? solution.elements[vertex].serviceHours
      next = placements[vertex].parent
    }
    let closing = hours == "business-hours" ? Self.longestClosingTime : nil
    if let closing, closing > recovery ?? .zero { return (closing, .serviceHours) }
    return recovery.map { ($0, .recovery) }
  }
}
