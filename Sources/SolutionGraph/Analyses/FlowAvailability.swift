public import SolutionModel

/// The availability that the hard elements of a flow leave it, independence assumed.
public struct FlowAvailability: Hashable, Sendable {
  /// An element that the flow cannot do without.
  public struct Part: Hashable, Sendable {
    public let element: ElementID
    /// Its place in the solution's elements.
    public let vertex: Int
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
    /// Whether a fallback stands in for it; its availability then counts the fallback.
    public let isSoftened: Bool
  }

  public let flow: FlowID
  public let target: Availability?
  /// The product of the known parts: an upper bound when some are missing.
  public let availability: Availability
  /// Each element once, the one with the lowest availability first.
  public let parts: [Part]
  /// Hard elements that declare no availability, by id.
  public let missing: [ElementID]
  /// What the parts may need as well, in the same order: only links that do not declare a need lead
  /// there, and they may serve another function.
  public let inferredParts: [Part]
  /// Elements of the steps that only decide how late the result is, by id.
  public let deferred: [ElementID]

  /// The share of the error budget that all parts use up: (1−A) ÷ (1−target); nil without a target.
  public var budgetShare: Double? {
    target.map { availability.budgetShare(of: $0) }
  }

  /// The product of all parts, those included that the flow only may need.
  public var inferredAvailability: Availability {
    inferredParts.reduce(availability) { $0 * $1.availability }
  }
}

extension SolutionGraph {
  /// The product of the availabilities of all elements that a flow cannot do without.
  ///
  /// Counted once each: the elements of the steps that are not optional, and what those are sure to
  /// need, at any distance: their stores, and what they declare as `need: hard`. What else they call
  /// is inferred, and stands apart. A channel counts for taking the message; whoever receives it later
  /// is deferred. A module without an availability of its own counts as its app. Instances count as
  /// k of n, unless nobody takes over (`failover: none`).
  ///
  /// - Parameters:
  ///   - flow: a flow of the solution.
  ///   - fallbackEffectiveness: the share of a soft element's outages that its fallback covers, from
  ///     0 to 1: A + (1−A)·φ. At 1 soft elements are left out.
  /// - Returns: the product with its parts, and what is missing or does not count.
  /// - Complexity: O(steps + what the flow needs, links counted).
  public func availability(of flow: Flow, fallbackEffectiveness: Double = 1) -> FlowAvailability {
    let needs = FlowNeeds(of: flow, in: self)
    let sure = needs.needed.filter { !$0.isInferred }
    let known = fallbackEffectiveness < 1 ? needs.softened : []
    let covered = max(0, fallbackEffectiveness)
    let shares =
      sure.compactMap { Share(of: $0.vertex, in: self, neededBy: $0.neededBy) }
      + known.compactMap { Share(of: $0, in: self, neededBy: nil, covered: covered) }
    let inferred = needs.needed.lazy.filter(\.isInferred).compactMap {
      Share(of: $0.vertex, in: self, neededBy: $0.neededBy)
    }
    let missing = (sure.map(\.vertex) + known).filter {
      solution.elements[$0].availability == nil && placements[$0].host == $0
    }
    let parts = parts(shares, of: flow)
    return FlowAvailability(
      flow: flow.id, target: flow.availabilityTarget,
      availability: parts.reduce(.certain) { $0 * $1.availability }, parts: parts,
      missing: missing.sorted().map(elementID),
      inferredParts: self.parts(Array(inferred), of: flow),
      deferred: needs.deferred.map(elementID))
  }

  /// With the lowest availability first.
  private func parts(_ shares: [Share], of flow: Flow) -> [FlowAvailability.Part] {
    let order = shares.indices.sorted { left, right in
      shares[left].availability == shares[right].availability
        ? shares[left].vertex < shares[right].vertex
        : shares[left].availability < shares[right].availability
    }
    return order.map { part(shares[$0], of: flow.availabilityTarget) }
  }

  private func part(_ share: Share, of target: Availability?) -> FlowAvailability.Part {
    FlowAvailability.Part(
      element: elementID(share.vertex), vertex: share.vertex,
      instanceAvailability: share.ofInstance, instances: share.instances, needs: share.needs,
      availability: share.availability,
      budgetShare: target.map { share.availability.budgetShare(of: $0) },
      neededBy: share.neededBy.map(elementID), isSoftened: share.covered > 0)
  }
}

/// What an element adds, a share of its outages being covered by a fallback.
private struct Share {
  let vertex: Int
  let neededBy: Int?
  let covered: Double
  let ofInstance: Availability
  let instances: Int
  let needs: Int
  /// Of all instances, and with the fallback.
  let availability: Availability

  /// Fails for an element that declares no availability.
  init?(of vertex: Int, in graph: SolutionGraph, neededBy user: Int?, covered: Double = 0) {
    let elements = graph.solution.elements
    guard let single = elements[vertex].availability else { return nil }
    let isAlone = elements[vertex].failover == .some(.none)
    self.vertex = vertex
    neededBy = user
    self.covered = covered
    ofInstance = single
    instances = isAlone ? 1 : max(1, elements[vertex].instances ?? 1)
    needs = isAlone ? 1 : max(1, elements[vertex].needs ?? 1)
    let whole = single.redundant(count: instances, needed: needs)
    let counted = Availability(fraction: min(1, whole.fraction + (1 - whole.fraction) * covered))
    availability = counted ?? whole
  }
}

extension Availability {
  /// How much of the outages that a target allows these are; a target of 1 allows next to none.
  fileprivate func budgetShare(of target: Availability) -> Double {
    (1 - fraction) / max(1 - target.fraction, 1e-12)
  }
}
