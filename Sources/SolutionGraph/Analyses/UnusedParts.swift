public import SolutionModel

extension SolutionGraph {
  /// A data object that no link in use carries.
  public struct UnusedData: Hashable, Sendable {
    public let data: DataID
    /// Whether an element keeps it, as master or copy.
    public let isKept: Bool
  }
}

extension SolutionGraph {
  /// The elements that no link in use touches, and no step of a flow and no dead letter either, by
  /// id. What lies around a connected element is connected; modules are not looked at.
  ///
  /// - Complexity: O(n + m).
  public func unconnectedElements() -> [ElementID] { [] }

  /// The data objects that no link in use carries, by id.
  ///
  /// - Complexity: O(n + m).
  public func unusedData() -> [UnusedData] { [] }
}
