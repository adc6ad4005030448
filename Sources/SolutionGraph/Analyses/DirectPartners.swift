/// The apps and systems of other systems that an element talks to without a layer between.
public struct DirectPartners: Hashable, Sendable {
  /// The vertex of an app or a system.
  public let vertex: Int
  /// Vertices, ascending.
  public let partners: [Int]
  /// The places of the links with them, ascending.
  public let links: [Int]
}

extension SolutionGraph {
  /// The direct partners of all apps and systems that have any, by vertex; modules stand for their apps.
  ///
  /// Left out are links on a screen and to sign on, links that pass something, and stores, channels
  /// and people at either end.
  ///
  /// - Complexity: O(n + m log m).
  public func directPartners() -> [DirectPartners] {
    var partners: [Int: Set<Int>] = [:]
    var links: [Int: [Int]] = [:]
    for link in traits.indices where traits[link].isInUse && traits[link].isStructural {
      let legs = legs(of: link)
      guard legs.count == 1, let leg = legs.first, isProgram(leg.source),
        isProgram(leg.destination), leavesSystem(from: leg.source, to: leg.destination)
      else { continue }
      let (near, far) = (placements[leg.source].host, placements[leg.destination].host)
      partners[near, default: []].insert(far)
      partners[far, default: []].insert(near)
      links[near, default: []].append(link)
      links[far, default: []].append(link)
    }
    return partners.keys.sorted().map { vertex in
      DirectPartners(
        vertex: vertex, partners: (partners[vertex] ?? []).sorted(), links: links[vertex] ?? [])
    }
  }
}
