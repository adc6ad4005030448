public import SolutionModel

/// What the flows that cannot run without an element ask of it, the strictest of each.
public struct ElementDemands: Hashable, Sendable {
  /// What one flow asks.
  public struct Demand<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    /// The place of the flow in the solution's flows; of several that ask the same the first.
    public let flow: Int
    /// The vertex that needs the element, when it is not in the steps of the flow itself.
    public let neededBy: Int?
  }

  public private(set) var availability: Demand<Availability>?
  /// The recovery time objective.
  public private(set) var recoveryTime: Demand<Duration>?
  /// The recovery point objective.
  public private(set) var recoveryPoint: Demand<Duration>?
  /// The longest of those that can be told.
  public private(set) var serviceHours: Demand<ServiceHours>?
  public private(set) var flowCount = 0
  /// The places of the first of the flows, up to twenty.
  public private(set) var flows: [Int] = []

  private static let flowsShown = 20

  /// Nothing is asked.
  public init() {}

  mutating func add(_ wish: FlowWish, neededBy user: Int?) {
    flowCount += 1
    if flows.count < Self.flowsShown { flows.append(wish.flow) }
    func stricter<Value>(
      _ known: Demand<Value>?, _ value: Value?, _ isStricter: (Value, Value) -> Bool
    ) -> Demand<Value>? {
      guard let value, known.map({ isStricter(value, $0.value) }) ?? true else { return known }
      return Demand(value: value, flow: wish.flow, neededBy: user)
    }
    availability = stricter(availability, wish.availability, >)
    recoveryTime = stricter(recoveryTime, wish.recoveryTime, <)
    recoveryPoint = stricter(recoveryPoint, wish.recoveryPoint, <)
    serviceHours = stricter(serviceHours, wish.serviceHours) {
      $0.hoursPerWeek > $1.hoursPerWeek
    }
  }
}

/// What a flow asks of all that it needs, read once.
struct FlowWish {
  /// Its place in the solution's flows.
  let flow: Int
  let availability: Availability?
  let recoveryTime: Duration?
  let recoveryPoint: Duration?
  let serviceHours: ServiceHours?

  init(of flow: Flow, at place: Int) {
    self.flow = place
    availability = flow.availabilityTarget
    recoveryTime = flow.rtoTarget
    recoveryPoint = flow.rpoTarget
    serviceHours = flow.serviceHours.flatMap { ServiceHours($0) }
  }
}

extension SolutionGraph {
  /// By vertex, what flows ask of the elements that they are sure to need: those of their steps that
  /// are not optional, the stores of these, and what they declare as `need: hard`, at any distance.
  ///
  /// A module counts as its app.
  ///
  /// - Complexity: O(1) when the flows were asked about before; else that of walking what they need.
  public func elementDemands() -> [ElementDemands] { flowFigures().demands }
}
