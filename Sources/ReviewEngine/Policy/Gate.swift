public import SolutionModel

/// Whether a review may pass, with the figure that decides it.
public struct Gate: Hashable, Sendable {
  /// Open findings of this level or above fail it; nil never fails.
  public let failOn: Level?
  /// How many open findings reach that level; 0 without one.
  public let count: Int

  public init(failOn: Level?, count: Int) {
    self.failOn = failOn
    self.count = count
  }

  public var passes: Bool { count == 0 }

  /// What decided, for the last line of a report: `2 open findings of level error`.
  public var figure: String {
    guard let failOn else { return "no level fails" }
    let level = failOn == .error ? "\(failOn.rawValue)" : "\(failOn.rawValue) or above"
    return "\(count) open \(count == 1 ? "finding" : "findings") of level \(level)"
  }
}
