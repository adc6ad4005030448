import SolutionModel

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
  /// How the element at a vertex survives the loss of one instance.
  public func redundancy(of vertex: Int) -> Redundancy {
    guard let instances = solution.elements[vertex].instances else { return .undeclared }
    guard instances > solution.elements[vertex].needs ?? 1 else { return .single }
    switch solution.elements[vertex].failover {
    case .some(.none), .manual: return .withoutAutomaticFailover
    case .automatic, nil: return .redundant
    }
  }
}
