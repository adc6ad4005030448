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
    /// Those who have access, by id, at least two; a module counts as its app.
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
  /// The stores that two or more elements reach into, by id.
  ///
  /// They do so with database options, or with links whose option is not declared. People are not
  /// counted.
  ///
  /// - Complexity: O(n + m log m).
  public func sharedDataStores() -> [SharedDataStore] {
    var accesses: [Int: [StoreAccess]] = [:]
    for link in traits.indices {
      guard let leg = legs(of: link).last, let access = storeAccess(over: link) else { continue }
      accesses[placements[leg.destination].host, default: []].append(access)
      if !isStore(leg.destination) {
        let own = StoreAccess(user: placements[leg.destination].host, link: link)
        accesses[own.user, default: []].append(own)
      }
    }
    return accesses.keys.sorted().compactMap { store in
      accesses[store].flatMap { sharedStore(store, $0) }
    }
  }

  private func isStore(_ vertex: Int) -> Bool { solution.elements[vertex].kind == .store }

  /// How a link reaches into a store; nil when it does not.
  private func storeAccess(over link: Int) -> StoreAccess? {
    let legs = legs(of: link)
    guard let source = legs.first?.source, let destination = legs.last?.destination,
      !isPerson(source), source != destination
    else { return nil }
    let option = solution.links[link].via
    let reachesIn =
      isStore(destination)
      ? option == nil || traits[link].category == .centralData : option == .sharedDatabase
    guard reachesIn else { return nil }
    let direction = traits[link].dataFlow
    return StoreAccess(
      user: placements[source].host, link: link,
      reads: direction.map { $0 == .pull || $0 == .both },
      writes: direction.map { $0 == .push || $0 == .both })
  }

  private func sharedStore(_ store: Int, _ accesses: [StoreAccess]) -> SharedDataStore? {
    let users = Set(accesses.map(\.user)).sorted()
    guard users.count > 1 else { return nil }
    func ids(where isWanted: (StoreAccess) -> Bool?) -> [ElementID] {
      let wanted = Set(accesses.filter { isWanted($0) == true }.map(\.user))
      return users.filter(wanted.contains).map(elementID)
    }
    return SharedDataStore(
      store: elementID(store), owningSystem: placements[store].system.map(elementID),
      owner: placements[store].owner,
      accesses: accesses.sorted { ($0.user, $0.link) < ($1.user, $1.link) }.map {
        SharedDataStore.Access(
          element: elementID($0.user), link: linkID($0.link), reads: $0.reads, writes: $0.writes)
      },
      users: users.map(elementID), writers: ids(where: \.writes), readers: ids(where: \.reads),
      systems: Set(users.map { placements[$0].system ?? $0 }).sorted().map(elementID),
      teams: Set(users.compactMap { placements[$0].owner }).sorted())
  }
}

private struct StoreAccess {
  let user: Int
  let link: Int
  var reads: Bool?
  var writes: Bool?
}

extension OptionID {
  fileprivate static let sharedDatabase = Self("shared-db")
}
