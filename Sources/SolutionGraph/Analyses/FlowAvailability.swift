import GraphAlgorithms
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
  }

  /// A zone that the flow cannot do without.
  public struct Fate: Hashable, Sendable {
    public let zone: ZoneID
    public let availability: Availability
    public let budgetShare: Double?
  }

  /// A part that the flow can do without as long as others stand in.
  public struct Alternative: Hashable, Sendable {
    /// An element, a zone, or a link for its fallback.
    public let subject: ElementPath.Subject
    public let availability: Availability
    /// How much more often the flow runs while this is up than while it is down (Birnbaum's
    /// importance), from 0 to 1; nil where only bounds are known.
    public let importance: Double?
    /// The share of the error budget that its outages use up: importance · (1−A) ÷ (1−target).
    public let budgetShare: Double?
  }

  /// How the availability was found.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Nothing stands in for anything else: availabilities multiply.
    case product
    /// Exactly, by a decision diagram for the parts that stand in for each other.
    case diagram
    /// Too entangled for that: between bounds that are certain.
    case bounds
    /// Between bounds that a fixed sample has narrowed, with a confidence of 99 %.
    case samples
  }

  public let flow: FlowID
  public let target: Availability?
  /// Of the known parts: an upper bound when some are missing.
  public let availability: Availability
  public let method: Method
  /// Where the availability lies at least and at most; both are it when it is exact.
  public let lowest: Availability
  public let highest: Availability
  /// Each element once, the one with the lowest availability first.
  public let parts: [Part]
  /// The zones with an availability of their own that the parts lie in, by id.
  public let fates: [Fate]
  /// What stands in for each other, the part that the most outages come from first.
  public let alternatives: [Alternative]
  /// Hard elements that declare no availability, by id.
  public let missing: [ElementID]
  /// What the parts may need as well, in the same order, the first twelve: only links that do not
  /// declare a need lead there, and they may serve another function.
  public let inferredParts: [Part]
  /// How many parts the flow may need as well.
  public let inferredCount: Int
  /// That of all parts, those included that the flow only may need.
  public let inferredAvailability: Availability
  /// Elements of the steps that only decide how late the result is, by id.
  public let deferred: [ElementID]

  /// The share of the error budget that all parts use up: (1−A) ÷ (1−target); nil without a target.
  public var budgetShare: Double? {
    target.map { availability.budgetShare(of: $0) }
  }

  /// Whether the availability is exact for the figures that the model declares.
  public var isExact: Bool { method == .product || method == .diagram }
}

extension SolutionGraph {
  /// The availability that the elements leave a flow that it cannot do without.
  ///
  /// Counted once each: the elements of the steps that are not optional, and what those are sure to
  /// need, at any distance: their stores, what runs them, and what they declare as `need: hard`. What
  /// else they call is inferred, and stands apart. A channel counts for taking the message; whoever
  /// receives it later is deferred. A module without an availability of its own counts as its app.
  /// Instances count as k of n, unless nobody takes over (`failover: none`). Zones with an
  /// availability fail with all that lies in them. Where a link has a stand-in, or a fallback that
  /// does not cover all, one of the two ways is enough, and what both share counts once.
  ///
  /// - Returns: a product where nothing stands in for anything else; else exact, or within bounds.
  /// - Complexity: O(steps + what the flow needs, links counted), and a budget for what is entangled.
  public func availability(of flow: Flow) -> FlowAvailability {
    var reckoning = RedundancyReckoning()
    return availability(of: flow, with: FlowNeeds(of: flow, in: self), &reckoning).figures
  }

  /// The figures, and the vertices that all ways of some choice need.
  func availability(
    of flow: Flow, with needs: FlowNeeds, _ reckoning: inout RedundancyReckoning
  ) -> (figures: FlowAvailability, necessary: [Int]) {
    let target = flow.availabilityTarget
    let sure = needs.needed.prefix { !$0.isInferred }
    let rest = redundancy(of: needs, given: sure, followsInferred: false, &reckoning)
    var worst = WorstShares(most: .max)
    for need in sure { worst.add(share(of: need)) }
    let zones = fateZones(of: sure)
    let product = (zones.reduce(worst.product) { $0 * zoneAvailability($1) }).fraction
    var inferred = WorstShares(most: Self.inferredPartsShown)
    for need in needs.needed.dropFirst(sure.count) { inferred.add(share(of: need)) }
    let whole = inferredAvailability(
      of: needs, sure: worst.product * inferred.product, rest: product * rest.probability,
      &reckoning)

    for case .element(let vertex) in rest.necessary { worst.add(share(of: vertex)) }
    let allZones = zones + rest.necessary.compactMap(\.zone)
    let missing = sure.map(\.vertex).filter {
      availabilities[$0] == nil && placements[$0].host == $0
    }
    let figures = FlowAvailability(
      flow: flow.id, target: target,
      availability: Availability(clamped: product * rest.probability),
      method: FlowAvailability.Method(rest.method),
      lowest: Availability(clamped: product * rest.lower),
      highest: Availability(clamped: product * rest.upper),
      parts: worst.inOrder.map { part($0, of: target) },
      fates: Set(allZones).sorted().map { fate($0, of: target) },
      alternatives: alternatives(rest, product, target),
      missing: Set(missing + rest.missing).sorted().map(elementID),
      inferredParts: inferred.inOrder.map { part($0, of: target) }, inferredCount: inferred.count,
      inferredAvailability: Availability(clamped: whole),
      deferred: needs.deferred.map(elementID))
    return (figures, rest.necessary.compactMap(\.vertex))
  }

  private static let inferredPartsShown = 12

  /// That of all that the flow needs or may need.
  private func inferredAvailability(
    of needs: FlowNeeds, sure elements: Availability, rest sure: Double,
    _ reckoning: inout RedundancyReckoning
  ) -> Double {
    let isSame = needs.choices.isEmpty && needs.needed.last?.isInferred != true
    if isSame { return sure }
    let rest = redundancy(of: needs, given: needs.needed[...], followsInferred: true, &reckoning)
    return fateZones(of: needs.needed[...])
      .reduce(elements) { $0 * zoneAvailability($1) }.fraction * rest.probability
  }

  private func redundancy(
    of needs: FlowNeeds, given: ArraySlice<FlowNeeds.Need>, followsInferred: Bool,
    _ reckoning: inout RedundancyReckoning
  ) -> RedundancyReckoning.Answer {
    let choices = needs.choices.filter { followsInferred || !$0.isInferred }.map(\.place)
    guard !choices.isEmpty else { return RedundancyReckoning.Answer() }
    return reckoning.answer(
      choices, in: self, terms(of: needs, given: given, followsInferred: followsInferred))
  }

  func terms(of needs: FlowNeeds, given: ArraySlice<FlowNeeds.Need>, followsInferred: Bool)
    -> ChoiceStructure.Terms
  {
    var isGiven = [Bool](repeating: false, count: placements.count)
    for need in given { isGiven[need.vertex] = true }
    return ChoiceStructure.Terms(
      isGiven: isGiven, givenZones: Set(fateZones(of: given)), followsInferred: followsInferred,
      leftOut: Set(needs.optionalLinks))
  }

  /// The zones that some elements fail with, ascending.
  func fateZones(of elements: ArraySlice<FlowNeeds.Need>) -> [Int] {
    guard !needs.fates.isEmpty else { return [] }
    var zones: Set<Int> = []
    for element in elements { zones.formUnion(needs.fates.zones(around: element.vertex)) }
    return zones.sorted()
  }

  private func zoneAvailability(_ zone: Int) -> Availability {
    solution.zones[zone].availability ?? .certain
  }

  private func fate(_ zone: Int, of target: Availability?) -> FlowAvailability.Fate {
    FlowAvailability.Fate(
      zone: solution.zones[zone].id, availability: zoneAvailability(zone),
      budgetShare: target.map { zoneAvailability(zone).budgetShare(of: $0) })
  }

  private func alternatives(
    _ rest: RedundancyReckoning.Answer, _ product: Double, _ target: Availability?
  ) -> [FlowAvailability.Alternative] {
    let necessary = Set(rest.necessary)
    let alternatives = rest.parts.compactMap { found -> FlowAvailability.Alternative? in
      guard !necessary.contains(found.part), let (subject, availability) = subject(found.part)
      else { return nil }
      let importance = found.importance.map { min(1, max(0, $0 * product)) }
      return FlowAvailability.Alternative(
        subject: subject, availability: availability, importance: importance,
        budgetShare: target.flatMap { target in
          importance.map { $0 * availability.budgetShare(of: target) }
        })
    }
    return alternatives.sorted { left, right in
      let (one, other) = (left.outageShare, right.outageShare)
      return one == other ? left.subject.description < right.subject.description : one > other
    }
  }

  private func subject(_ part: ChoiceStructure.Part) -> (ElementPath.Subject, Availability)? {
    switch part {
    case .element(let vertex): availabilities[vertex].map { (.element(elementID(vertex)), $0) }
    case .zone(let zone): (.zone(solution.zones[zone].id), zoneAvailability(zone))
    case .secondWay(let place):
      (
        .link(linkID(needs.choices.choices[place].link)),
        Availability(clamped: needs.choices.choices[place].effectiveness)
      )
    case .root, .choice, .firstWay: nil
    }
  }

  private func share(of need: FlowNeeds.Need) -> Share? {
    share(of: need.vertex, neededBy: need.neededBy)
  }

  /// Nil for an element that declares no availability.
  private func share(of vertex: Int, neededBy user: Int? = nil) -> Share? {
    availabilities[vertex].map { Share(vertex: vertex, neededBy: user, availability: $0) }
  }

  private func part(_ share: Share, of target: Availability?) -> FlowAvailability.Part {
    let (instances, needs) = Self.instances(of: share.vertex, in: solution)
    return FlowAvailability.Part(
      element: elementID(share.vertex), vertex: share.vertex,
      instanceAvailability: solution.elements[share.vertex].availability ?? share.availability,
      instances: instances, needs: needs, availability: share.availability,
      budgetShare: target.map { share.availability.budgetShare(of: $0) },
      neededBy: share.neededBy.map(elementID))
  }

  /// The availability of all instances of an element together; nil where the model declares none.
  static func availability(of vertex: Int, in solution: Solution) -> Availability? {
    let (instances, needs) = instances(of: vertex, in: solution)
    return solution.elements[vertex].availability?.redundant(count: instances, needed: needs)
  }

  /// How many instances count, and how many of them must be up.
  static func instances(of vertex: Int, in solution: Solution) -> (count: Int, needs: Int) {
    guard solution.elements[vertex].failover != .some(.none) else { return (1, 1) }
    return (
      max(1, solution.elements[vertex].instances ?? 1),
      max(1, solution.elements[vertex].needs ?? 1)
    )
  }
}

extension FlowAvailability.Alternative {
  /// How much of the flow's outages come from it; those of unknown importance come first.
  fileprivate var outageShare: Double { (importance ?? 1) * (1 - availability.fraction) }
}

extension FlowAvailability.Method {
  fileprivate init(_ method: StructureReliability.Method) {
    switch method {
    case .product: self = .product
    case .diagram: self = .diagram
    case .bounds: self = .bounds
    case .samples: self = .samples
    }
  }
}

extension Availability {
  /// What rounding has driven out of 0...1 is put back.
  init(clamped fraction: Double) {
    self = Availability(fraction: min(1, max(0, fraction))) ?? .certain
  }
}

extension ChoiceStructure.Part {
  var vertex: Int? {
    if case .element(let vertex) = self { vertex } else { nil }
  }

  var zone: Int? {
    if case .zone(let zone) = self { zone } else { nil }
  }
}

/// What an element adds, its instances and what stands in for it counted.
private struct Share {
  let vertex: Int
  let neededBy: Int?
  let availability: Availability
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
      guard Self.isWorse(share, than: kept[kept.count - 1]) else { return }
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
