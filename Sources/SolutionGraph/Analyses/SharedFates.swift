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
  /// The alternatives of one element that all need one element without redundancy, or that one
  /// external system runs; by user, then by the first link.
  ///
  /// Alternatives are what an element uses with `fallback: alternative`, and the destination of a link
  /// with the element of its `fallback-to`. Needs run along hard links, and to what runs an element,
  /// at any distance, up to 500 elements from each alternative.
  ///
  /// - Complexity: O(m), and for each alternative the links of at most 500 elements.
  public func sharedFates() -> [SharedFate] {
    var groups: [Int: [Int]] = [:]
    var fates: [SharedFate] = []
    for link in traits.indices where traits[link].isInUse {
      guard let source = legs(of: link).first?.source,
        let destination = legs(of: link).last?.destination
      else { continue }
      if let standIn = solution.links[link].failure.standIn.flatMap({ solution.index(of: $0) }) {
        fates += sharedFate(of: source, [destination, standIn], over: [link])
      } else if solution.links[link].failure.fallback == .alternative {
        groups[source, default: []].append(link)
      }
    }
    for (user, links) in groups {
      fates += sharedFate(
        of: user, links.compactMap { legs(of: $0).last?.destination }, over: links)
    }
    return fates.sorted { ($0.user, $0.links[0]) < ($1.user, $1.links[0]) }
  }

  private static let mostNeedsWalked = 500

  /// None, or one.
  private func sharedFate(of user: Int, _ ends: [Int], over links: [Int]) -> [SharedFate] {
    let ends = Set(ends).sorted()
    guard ends.count > 1, let first = ends.first else { return [] }
    let nearest = hardNeeds(of: first)
    var common = Set(nearest)
    for end in ends.dropFirst() { common.formIntersection(hardNeeds(of: end)) }
    common.remove(user)
    var shared = nearest.filter { common.contains($0) && redundancy(of: $0) != .redundant }
    if let system = commonSystem(of: ends) { shared.insert(system, at: 0) }
    guard !shared.isEmpty else { return [] }
    return [
      SharedFate(
        user: elementID(user), alternatives: ends.map(elementID),
        links: links.map(linkID).sorted(), shared: shared.map(elementID))
    ]
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

  /// The system of somebody else that all of them are parts of.
  private func commonSystem(of ends: [Int]) -> Int? {
    guard ends.allSatisfy({ placements[$0].isExternal }) else { return nil }
    let systems = Set(ends.map { placements[$0].system })
    guard systems.count == 1, let system = systems.first, let system, !ends.contains(system) else {
      return nil
    }
    return system
  }
}
