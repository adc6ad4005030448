public import SolutionModel

/// The availability that the hard elements of a flow leave it, independence assumed.
public struct FlowAvailability: Hashable, Sendable {
  /// An element that the flow cannot do without.
  public struct Part: Hashable, Sendable {
    public let element: ElementID
    /// As declared, of one instance.
    public let instanceAvailability: Availability
    public let instances: Int
    public let needs: Int
    /// Of the element as a whole, its instances counted.
    public let availability: Availability
    /// The share of the error budget that it uses up: (1−A) ÷ (1−target); nil without a target.
    public let budgetShare: Double?
    /// The element that needs it, when it is not in the steps of the flow itself.
    public let neededBy: ElementID?
  }

  public let flow: FlowID
  public let target: Availability?
  /// The product of the known parts: an upper bound when some are missing.
  public let availability: Availability
  /// Each element once, the one with the lowest availability first.
  public let parts: [Part]
  /// Hard elements that declare no availability, by id.
  public let missing: [ElementID]
  /// Elements of the steps that only decide how late the result is, by id.
  public let deferred: [ElementID]

  /// The share of the error budget that all parts use up: (1−A) ÷ (1−target); nil without a target.
  public var budgetShare: Double? {
    target.map { (1 - availability.fraction) / max(1 - $0.fraction, 1e-12) }
  }
}

extension SolutionGraph {
  /// The product of the availabilities of all elements that a flow cannot do without.
  ///
  /// Counted once each: the elements of the steps that are not optional, and what those depend on by
  /// hard links, at any distance. A channel counts for taking the message; whoever receives it later
  /// is deferred. Without a failover (`failover: none`) instances do not count.
  ///
  /// - Parameter fallbackEffectiveness: the share of a soft element's outages that its fallback
  ///   covers, from 0 to 1: A + (1−A)·φ. At 1 soft elements are left out.
  /// - Complexity: O(steps + n + m).
  public func availability(of flow: Flow, fallbackEffectiveness: Double = 1) -> FlowAvailability {
    FlowAvailability(
      flow: flow.id, target: flow.availabilityTarget, availability: .certain, parts: [],
      missing: [], deferred: [])
  }
}
