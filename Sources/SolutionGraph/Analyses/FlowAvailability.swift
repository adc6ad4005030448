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
  /// What the parts may need as well, in the same order, the first twelve: only links that do not
  /// declare a need lead there, and they may serve another function.
  public let inferredParts: [Part]
  /// How many parts the flow may need as well.
  public let inferredCount: Int
  /// The product of all parts, those included that the flow only may need.
  public let inferredAvailability: Availability
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
    availability(
      of: flow, with: FlowNeeds(of: flow, in: self), fallbackEffectiveness: fallbackEffectiveness)
  }

  func availability(of flow: Flow, with needs: FlowNeeds, fallbackEffectiveness: Double = 1)
    -> FlowAvailability
  {
    let sure = needs.needed.prefix { !$0.isInferred }
    let known = fallbackEffectiveness < 1 ? needs.softened : []
    let covered = max(0, fallbackEffectiveness)
    var worst = WorstShares(most: .max)
    for need in sure { worst.add(share(of: need)) }
    for vertex in known { worst.add(share(of: vertex, covered: covered)) }
    var inferred = WorstShares(most: Self.inferredPartsShown)
    for need in needs.needed.dropFirst(sure.count) { inferred.add(share(of: need)) }
    let missing = (sure.map(\.vertex) + known).filter {
      availabilities[$0] == nil && placements[$0].host == $0
    }
    let target = flow.availabilityTarget
    return FlowAvailability(
      flow: flow.id, target: target, availability: worst.product,
      parts: worst.inOrder.map { part($0, of: target) }, missing: missing.sorted().map(elementID),
      inferredParts: inferred.inOrder.map { part($0, of: target) }, inferredCount: inferred.count,
      inferredAvailability: worst.product * inferred.product,
      deferred: needs.deferred.map(elementID))
  }

  private static let inferredPartsShown = 12

  private func share(of need: FlowNeeds.Need) -> Share? {
    share(of: need.vertex, neededBy: need.neededBy)
  }

  /// Nil for an element that declares no availability.
  private func share(of vertex: Int, neededBy user: Int? = nil, covered: Double = 0) -> Share? {
    guard let whole = availabilities[vertex] else { return nil }
    let counted = Availability(fraction: min(1, whole.fraction + (1 - whole.fraction) * covered))
    return Share(
      vertex: vertex, neededBy: user, availability: counted ?? whole, isSoftened: covered > 0)
  }

  private func part(_ share: Share, of target: Availability?) -> FlowAvailability.Part {
    let (instances, needs) = Self.instances(of: share.vertex, in: solution)
    return FlowAvailability.Part(
      element: elementID(share.vertex), vertex: share.vertex,
      instanceAvailability: solution.elements[share.vertex].availability ?? share.availability,
      instances: instances, needs: needs, availability: share.availability,
      budgetShare: target.map { share.availability.budgetShare(of: $0) },
      neededBy: share.neededBy.map(elementID), isSoftened: share.isSoftened)
  }

  /// The availability of all instances of an element together; nil where the model declares none.
  static func availability(of vertex: Int, in solution: Solution) -> Availability? {
    let (instances, needs) = instances(of: vertex, in: solution)
    return solution.elements[vertex].availability?.redundant(count: instances, needed: needs)
  }

  /// How many instances count, and how many of them must be up.
  private static func instances(of vertex: Int, in solution: Solution) -> (count: Int, needs: Int) {
    guard solution.elements[vertex].failover != .some(.none) else { return (1, 1) }
    return (
      max(1, solution.elements[vertex].instances ?? 1),
      max(1, solution.elements[vertex].needs ?? 1)
    )
  }
}

/// What an element adds, its instances and what stands in for it counted.
private struct Share {
  let vertex: Int
  let neededBy: Int?
  let availability: Availability
  let isSoftened: Bool
}

/// Multiplies shares, and keeps those with the lowest availability.
private struct WorstShares {
  private let most: Int
  private var kept: [Share] = []
  private(set) var product = Availability.certain
  private(set) var count = 0

  init(most: Int) { self.most = most }

  mutating func add(_ share: Share?) {
    guard let share else { return }
    count += 1
    product = product * share.availability
    if kept.count >= most {
      guard let last = kept.last, Self.isWorse(share, than: last) else { return }
      kept.removeLast()
    }
    kept.append(share)
    if most < .max { sift() }
  }

  /// With the lowest availability first.
  var inOrder: [Share] {
    most < .max ? kept : kept.sorted { Self.isWorse($0, than: $1) }
  }

  private mutating func sift() {
    var place = kept.count - 1
    while place > 0, Self.isWorse(kept[place], than: kept[place - 1]) {
      kept.swapAt(place, place - 1)
      place -= 1
    }
  }

  private static func isWorse(_ share: Share, than other: Share) -> Bool {
    share.availability == other.availability
      ? share.vertex < other.vertex : share.availability < other.availability
  }
}

extension Availability {
  /// How much of the outages that a target allows these are; a target of 1 allows next to none.
  fileprivate func budgetShare(of target: Availability) -> Double {
    (1 - fraction) / max(1 - target.fraction, 1e-12)
  }
}
