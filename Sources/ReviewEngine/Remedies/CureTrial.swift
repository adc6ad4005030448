public import SolutionModel

/// What a cure really changes: the solution was changed, and reviewed again.
public struct CureTrial: Hashable, Sendable {
  /// A finding that is no more, or that is new.
  public struct Effect: Hashable, Sendable {
    public let fingerprint: String
    public let rule: String
    public let level: Level
    public let message: String
  }

  /// A flow whose figures the cure changes.
  public struct FlowShift: Hashable, Sendable {
    /// A figure before and after.
    public struct Shift<Value: Hashable & Sendable>: Hashable, Sendable {
      public let before: Value
      public let after: Value
    }

    public let flow: FlowID
    /// Nil where it stays as it is.
    public let availability: Shift<Availability>?
    /// The bound of its p95; nil where it stays as it is.
    public let latency: Shift<Duration>?
  }

  public let cure: Cure
  /// As a phrase.
  public let title: String
  /// Open findings that are gone, the gravest first.
  public let cleared: [Effect]
  /// Open findings that come instead, the gravest first.
  public let caused: [Effect]
  /// By flow.
  public let flows: [FlowShift]
  /// The findings that are gone, waived ones included.
  let gone: Set<Fingerprint>

  /// Whether it does away with a finding, open or waived.
  public func clears(_ finding: LocatedFinding) -> Bool { gone.contains(finding.identity) }

  /// What is gained: ten findings of a level count as one of the next.
  var gain: Int {
    cleared.reduce(0) { $0 + $1.level.weight } - caused.reduce(0) { $0 + $1.level.weight }
  }

  /// The sum of what all flows gain; less than 0 for a loss.
  var availabilityGain: Double {
    flows.reduce(0) { sum, flow in
      sum + (flow.availability.map { $0.after.fraction - $0.before.fraction } ?? 0)
    }
  }
}

extension Level {
  fileprivate var weight: Int {
    switch self {
    case .note: 1
    case .warning: 10
    case .error: 100
    }
  }
}
