public import SolutionModel

/// What became of one waiver in a review.
public struct WaiverUse: Hashable, Sendable {
  /// Its place in the policy's list, which is that of the model.
  public let index: Int
  public let waiver: Waiver
  /// Whether a rule that it names was asked and could judge; without one, nothing can be said of it.
  public let wasAsked: Bool
  /// Whether its last day has passed; nil where the day of the review is not known.
  public let hasExpired: Bool?
  /// How many findings it covers, or would if it still held.
  public let findingCount: Int
}
