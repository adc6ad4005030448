/// Which links make one element depend on another.
public enum DependencyScope: Hashable, Sendable, CaseIterable {
  /// All links in use.
  case any
  /// Those without which the dependent cannot do its work.
  case hard
  /// Those that somebody waits on.
  case synchronous
}

/// One element needs another, over a link. All three are places: in `solution.elements`, twice, and
/// in `solution.links`.
public struct Dependency: Hashable, Sendable {
  public let dependent: Int
  public let dependency: Int
  public let link: Int
}

extension SolutionGraph {
  /// Who depends on whom, in the order of the links.
  ///
  /// The source of a link depends on the destination and on every element that the link passes. Where
  /// a channel parts the two and nobody waits, both sides depend on the channel and not on each other:
  /// out of a channel the link is the delivery, so the receiver depends on the channel. Elements that
  /// a link passes do not depend on what lies behind them.
  ///
  /// - Complexity: O(m) in the legs.
  public func dependencies(in scope: DependencyScope = .any) -> [Dependency] { [] }
}
