public import SolutionModel

/// Elements that all depend on each other.
public struct DependencyCycle: Hashable, Sendable {
  /// At least two, by id.
  public let members: [ElementID]
  /// The links among the members, by id.
  public let links: [LinkID]
  /// A shortest way round; its first element is its last.
  public let example: SolutionPath
  /// Whether links that somebody waits on are enough to go from every member to every other.
  public let isWhollySynchronous: Bool
  /// Links without which nothing goes round any more, by id.
  public let linksToCut: [LinkID]
  /// Whether fewer links to cut are known to be impossible; else they come from a rule of thumb.
  public let isCutSmallest: Bool
}

extension SolutionGraph {
  /// Two elements that depend on each other directly.
  public struct MutualDependency: Hashable, Sendable {
    /// The one with the lower id.
    public let first: ElementID
    public let second: ElementID
    /// The links by which the first depends on the second, by id.
    public let linksForth: [LinkID]
    /// The links by which the second depends on the first, by id.
    public let linksBack: [LinkID]
  }
}

extension SolutionGraph {
  /// The groups of elements that depend on each other in circles, user-interface and identity links
  /// left out, by their first members. Groups of two are also `mutualDependencies`.
  ///
  /// - Complexity: O(n + m), and O(k·m) for the shortest way round in a group of k.
  public func dependencyCycles(in scope: DependencyScope = .any) -> [DependencyCycle] { [] }

  /// The pairs that depend on each other directly, user-interface and identity links left out.
  ///
  /// - Complexity: O(n + m log m).
  public func mutualDependencies(in scope: DependencyScope = .any) -> [MutualDependency] { [] }
}
