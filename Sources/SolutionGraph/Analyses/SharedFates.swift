public import SolutionModel

extension SolutionGraph {
  /// Alternatives of which none is left when one thing fails.
  public struct SharedFate: Hashable, Sendable {
    /// Who changes over from one to another.
    public let user: ElementID
    /// The elements that stand in for each other, by id, at least two.
    public let alternatives: [ElementID]
    /// The links that lead to them, by id.
    public let links: [LinkID]
    /// What all of them need and nothing makes redundant, the nearest first; never empty.
    public let shared: [ElementID]
  }
}

extension SolutionGraph {
  /// The groups of alternatives (`fallback: alternative`) of one element that all need one element
  /// without redundancy, or lie in one external system; by user.
  ///
  /// Needs run along hard links at any distance, up to 500 elements from each alternative.
  ///
  /// - Complexity: O(m), and for each alternative the links of at most 500 elements.
  public func sharedFates() -> [SharedFate] {
    var groups: [Int: [Int]] = [:]
    for link in traits.indices
    where traits[link].isInUse && solution.links[link].failure.fallback == .alternative {
      if let source = legs(of: link).first?.source { groups[source, default: []].append(link) }
    }
    return groups.keys.sorted().compactMap { user in
      groups[user].flatMap { sharedFate(of: user, over: $0) }
    }
  }

  private static let mostNeedsWalked = 500

  private func sharedFate(of user: Int, over links: [Int]) -> SharedFate? {
    let ends = Set(links.compactMap { legs(of: $0).last?.destination }).sorted()
    guard ends.count > 1, let first = ends.first else { return nil }
    let nearest = hardNeeds(of: first)
    var common = Set(nearest)
    for end in ends.dropFirst() { common.formIntersection(hardNeeds(of: end)) }
    common.remove(user)
    var shared = nearest.filter { common.contains($0) && redundancy(of: $0) != .redundant }
    if let provider = commonProvider(of: ends) { shared.insert(provider, at: 0) }
    guard !shared.isEmpty else { return nil }
    return SharedFate(
      user: elementID(user), alternatives: ends.map(elementID), links: links.map(linkID).sorted(),
      shared: shared.map(elementID))
  }

  /// The element and all that it fails with, the nearest first.
  private func hardNeeds(of vertex: Int) -> [Int] {
    var found = [vertex]
    var seen: Set<Int> = [vertex]
    var head = 0
    while head < found.count, found.count < Self.mostNeedsWalked {
      let next = found[head]
      head += 1
      for place in needs.starts[next]..<needs.starts[next + 1]
      where seen.insert(needs.needs[place].dependency).inserted {
        found.append(needs.needs[place].dependency)
      }
    }
    return found
  }

  private func commonProvider(of ends: [Int]) -> Int? {
    guard ends.allSatisfy({ placements[$0].isExternal }) else { return nil }
    let systems = Set(ends.map { placements[$0].system })
    guard systems.count == 1, let system = systems.first, let system, !ends.contains(system) else {
      return nil
    }
    return system
  }
}
