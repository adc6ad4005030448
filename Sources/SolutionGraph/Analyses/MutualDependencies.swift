public import SolutionModel

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

  /// The pairs that depend on each other directly, by the first, then by the second element.
  ///
  /// Links on a screen and links to sign on are left out.
  ///
  /// - Complexity: O(n + m log m).
  public func mutualDependencies(in scope: DependencyScope = .any) -> [MutualDependency] {
    let ties = structuralDependencies(in: scope).map(Tie.init).sorted()
    var pairs: [MutualDependency] = []
    var start = 0
    while start < ties.count {
      let end = ties[start...].firstIndex { !$0.joinsSamePair(as: ties[start]) } ?? ties.count
      let back = ties[start..<end].firstIndex(where: \.isBack) ?? end
      if back > start, back < end {
        pairs.append(
          MutualDependency(
            first: elementID(ties[start].first), second: elementID(ties[start].second),
            linksForth: ties[start..<back].map { linkID($0.link) },
            linksBack: ties[back..<end].map { linkID($0.link) }))
      }
      start = end
    }
    return pairs
  }
}

/// A dependency seen from the pair that it joins.
private struct Tie: Comparable {
  let first: Int
  let second: Int
  /// Whether the second depends on the first.
  let isBack: Bool
  let link: Int

  init(_ dependency: Dependency) {
    first = min(dependency.dependent, dependency.dependency)
    second = max(dependency.dependent, dependency.dependency)
    isBack = dependency.dependent > dependency.dependency
    link = dependency.link
  }

  func joinsSamePair(as other: Self) -> Bool { first == other.first && second == other.second }

  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second, left.isBack ? 1 : 0, left.link)
      < (right.first, right.second, right.isBack ? 1 : 0, right.link)
  }
}
