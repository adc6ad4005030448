public import SolutionModel

/// Something that fails.
public enum Failure: Hashable, Sendable {
  case element(ElementID)
  /// So many instances of an element.
  case instances(ElementID, count: Int)
  /// Everything that lies in a zone.
  case zone(ZoneID)
  case link(LinkID)

  public var subject: ElementPath.Subject {
    switch self {
    case .element(let id), .instances(let id, _): .element(id)
    case .zone(let id): .zone(id)
    case .link(let id): .link(id)
    }
  }
}

/// What becomes of an element or a flow while something else is down, from the worst.
public enum FailureState: String, Hashable, Comparable, Sendable, CaseIterable {
  /// It cannot do its work.
  case lost
  /// It works with less: with a fallback, without a soft need, or with fewer instances.
  case degraded
  /// It works with data that is no longer fed, or its result comes later.
  case stale

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .lost: 0
    case .degraded: 1
    case .stale: 2
    }
  }
}

/// What a failure does to one element or flow, and why.
public struct FailureEffect: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// It is what fails.
    case failed
    case inZone(ZoneID)
    /// So many instances are left, and so many are needed.
    case instances(left: Int, needed: Int)
    /// A link that it cannot do without fails.
    case linkFailed
    /// Something that it cannot do without is lost.
    case needs
    /// The first way is lost, and so is what stands in for it.
    case noWayLeft
    /// The first way is lost, and a stand-in or a fallback helps.
    case standsIn
    /// It does without something that is lost.
    case doesWithout
    /// Something that it cannot do without is degraded.
    case needsDegraded
    /// What feeds it is lost, or fed no longer.
    case unfed
    /// Something that it cannot do without is stale.
    case needsStale
    /// A step that may be left out is lost.
    case optionalStep
    /// What comes later is lost or stale, so that the result is late.
    case late
  }

  /// One element on the way to what fails.
  public struct Step: Hashable, Sendable {
    public let element: ElementID
    /// The link over which it needs the next one, or which fails; nil where it is part of that, runs
    /// on it, or is what fails.
    public let link: LinkID?
  }

  /// An element or a flow.
  public let subject: ElementPath.Subject
  public let state: FailureState
  public let reason: Reason
  /// From the element, or from a step of the flow, to what fails.
  public let path: [Step]
  /// Its own or inherited.
  public let criticality: Criticality?
}

/// What some failures at once do to a solution.
public struct FailureOutcome: Hashable, Sendable {
  public let failures: [Failure]
  /// The lost ones first, of those the most critical first, then by id; what fails itself included.
  public let elements: [FailureEffect]
  /// In the same order; flows that run as before are left out.
  public let flows: [FailureEffect]
  /// How much of the weight of all flows is lost, from 0 to 1; nil without flows.
  public let lostFlowShare: Double?
  /// How much of the weight of all elements but people is lost, from 0 to 1.
  public let lostElementShare: Double
}

/// How much an outage of something of each criticality counts, against the others.
public struct CriticalityWeights: Hashable, Sendable {
  public var low = 1.0
  public var medium = 2.0
  public var high = 4.0
  public var core = 8.0
  public var businessCritical = 16.0
  /// Of what declares no criticality and inherits none.
  public var undeclared = 2.0

  public init() {}

  public func weight(of criticality: Criticality?) -> Double {
    switch criticality {
    case .low: low
    case .medium: medium
    case .high: high
    case .core: core
    case .businessCritical: businessCritical
    case nil: undeclared
    }
  }
}
