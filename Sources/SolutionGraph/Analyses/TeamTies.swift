public import SolutionModel

/// Two teams whose elements need each other.
public struct TeamTie: Hashable, Sendable {
  /// The one with the lower id.
  public let first: TeamID
  public let second: TeamID
  /// The places of the hard links by which the first team needs the second, ascending.
  public let linksForth: [Int]
  /// Those by which the second needs the first.
  public let linksBack: [Int]
}

extension SolutionGraph {
  /// The pairs of teams whose elements need each other both ways by hard links, by the first, then by
  /// the second team.
  ///
  /// Links on a screen and links to sign on are left out, and elements that nobody owns.
  ///
  /// - Complexity: O(n + m log m).
  public func teamTies() -> [TeamTie] {
    var links: [[TeamID]: Set<Int>] = [:]
    for dependency in structuralDependencies(in: .hard) {
      guard let near = placements[dependency.dependent].owner,
        let far = placements[dependency.dependency].owner, near != far
      else { continue }
      links[[near, far], default: []].insert(dependency.link)
    }
    return links.compactMap { teams, forth -> TeamTie? in
      guard teams[0] < teams[1], let back = links[[teams[1], teams[0]]] else { return nil }
      return TeamTie(
        first: teams[0], second: teams[1], linksForth: forth.sorted(), linksBack: back.sorted())
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
