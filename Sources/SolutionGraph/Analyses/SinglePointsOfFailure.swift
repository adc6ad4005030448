public import SolutionModel

/// How an element survives the loss of one instance.
public enum Redundancy: Hashable, Sendable {
  /// More instances than it needs, and nothing says that nobody takes over.
  case redundant
  /// More instances than it needs, but the model says that people or nobody take over.
  case withoutAutomaticFailover
  /// No more instances than it needs.
  case single
  /// The model does not say how many instances there are.
  case undeclared
}

extension SolutionGraph {
  /// An element whose loss alone takes others, or whole flows, from the people who need them.
  public struct SinglePointOfFailure: Hashable, Sendable {
    public let element: ElementID
    public let redundancy: Redundancy
    public let isExternal: Bool
    /// How many of the targets nobody reaches any more without it.
    public let lostTargetCount: Int
    /// The first few of them, by id.
    public let lostTargets: [ElementID]
    /// The flows that cannot run without it, by id.
    public let lostFlows: [FlowID]
    /// From a start through the element to the first lost target; from the start of the first lost
    /// flow to the element when no target is lost.
    public let path: SolutionPath
  }
}

extension SolutionGraph {
  /// How the element at a vertex survives the loss of one instance.
  public func redundancy(of vertex: Int) -> Redundancy {
    let element = solution.elements[vertex]
    guard let instances = element.instances else { return .undeclared }
    guard instances > element.needs ?? 1 else { return .single }
    switch element.failover {
    case .some(.none), .manual: return .withoutAutomaticFailover
    case .automatic, nil: return .redundant
    }
  }

  /// The elements that are not redundant and that all ways from people and flow starts to a target
  /// pass, or that a flow cannot run without; by id.
  ///
  /// Ways run along hard links. Targets are elements with at least the given criticality and those
  /// in the steps of flows. People are never an answer; a module counts as its app.
  ///
  /// - Complexity: near linear in the legs, and O(n + m) for each flow.
  public func singlePointsOfFailure(from criticality: Criticality = .core) -> [SinglePointOfFailure]
  {
    []
  }
}
