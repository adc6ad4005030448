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
  /// Elements of the steps that only decide how late the result is, by id.
  public let deferred: [ElementID]

  /// The share of the error budget that all parts use up: (1−A) ÷ (1−target); nil without a target.
  public var budgetShare: Double? {
    target.map { availability.budgetShare(of: $0) }
  }
}

extension SolutionGraph {
  /// The product of the availabilities of all elements that a flow cannot do without.
  ///
  /// Counted once each: the elements of the steps that are not optional, and what those depend on by
  /// hard links, at any distance. A channel counts for taking the message; whoever receives it later
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
    var parts: [(vertex: Int, part: FlowAvailability.Part)] = []
    var missing: [Int] = []
    func count(_ vertex: Int, neededBy user: Int?, covered: Double) {
      let target = flow.availabilityTarget
      if let part = part(vertex, neededBy: user, target, covered: covered) {
        parts.append((vertex, part))
      } else if placements[vertex].host == vertex {
        missing.append(vertex)
      }
    }
    for need in needs.needed { count(need.vertex, neededBy: need.neededBy, covered: 0) }
    if fallbackEffectiveness < 1 {
      for vertex in needs.softened {
        count(vertex, neededBy: nil, covered: max(0, fallbackEffectiveness))
      }
    }
    parts.sort { ($0.part.availability, $0.vertex) < ($1.part.availability, $1.vertex) }
    return FlowAvailability(
      flow: flow.id, target: flow.availabilityTarget,
      availability: parts.reduce(.certain) { $0 * $1.part.availability },
      parts: parts.map(\.part), missing: missing.sorted().map(elementID),
      deferred: needs.deferred.map(elementID))
  }

  /// What an element adds, a share of its outages being covered by a fallback; nil when unknown.
  private func part(_ vertex: Int, neededBy user: Int?, _ target: Availability?, covered: Double)
    -> FlowAvailability.Part?
  {
    guard let single = solution.elements[vertex].availability else { return nil }
    let isAlone = solution.elements[vertex].failover == .some(.none)
    let instances = isAlone ? 1 : max(1, solution.elements[vertex].instances ?? 1)
    let needs = isAlone ? 1 : max(1, solution.elements[vertex].needs ?? 1)
    let whole = single.redundant(count: instances, needed: needs)
    let counted =
      Availability(fraction: min(1, whole.fraction + (1 - whole.fraction) * covered)) ?? whole
    return FlowAvailability.Part(
      element: elementID(vertex), instanceAvailability: single, instances: instances, needs: needs,
      availability: counted, budgetShare: target.map { counted.budgetShare(of: $0) },
      neededBy: user.map(elementID), isSoftened: covered > 0)
  }
}

extension Availability {
  /// How much of the outages that a target allows these are; a target of 1 allows next to none.
  fileprivate func budgetShare(of target: Availability) -> Double {
    (1 - fraction) / max(1 - target.fraction, 1e-12)
  }
}
