import GraphAlgorithms
public import SolutionModel

/// Elements that hang together by their links, whatever the model says of systems and domains.
public struct SuggestedGroups: Hashable, Sendable {
  /// How well a way to group the elements fits their links.
  public struct Fit: Hashable, Sendable {
    /// From −½ over 0, as good as chance, to nearly 1; nil where the model declares no such groups.
    public let modularity: Double?
    /// How many groups there are.
    public let groupCount: Int
    /// Elements that no group holds stand alone.
    public let ungroupedCount: Int
  }

  /// By their first members; groups of one are left out.
  ///
  /// The members are sorted by id.
  public let groups: [[ElementID]]
  public let suggested: Fit
  /// By the innermost system around each element.
  public let systems: Fit
  public let domains: Fit
  /// Elements that sit in a group most of whose members are of another system, by id.
  public let strays: [Stray]
  /// False when the search was cut short; the groups are then good, and not settled.
  public let isSettled: Bool

  /// An element that hangs together with another system than its own.
  public struct Stray: Hashable, Sendable {
    public let element: ElementID
    public let system: ElementID
    /// The system of most members of its group.
    public let otherSystem: ElementID
    /// How many links it has to its own system, and how many to the other.
    public let ownLinkCount: Int
    public let otherLinkCount: Int
  }
}

extension SolutionGraph {
  /// Groups of elements that have more structural dependencies inside than chance would put there.
  ///
  /// Every dependency counts alike, whichever way it points; people are left out.
  ///
  /// - Complexity: O(m log m) a round, and few rounds in practice; some million steps at most.
  public func suggestedGroups() -> SuggestedGroups {
    let (graph, vertices) = boundPart()
    let found = Communities(of: graph)
    var members = [[Int]](repeating: [], count: found.count)
    for (place, group) in found.groupOf.enumerated() { members[group].append(place) }
    let systems = vertices.map { placements[$0].system }
    let domains = vertices.map { placements[$0].domain }
    return SuggestedGroups(
      groups: members.filter { $0.count > 1 }.map { $0.map { elementID(vertices[$0]) } },
      suggested: SuggestedGroups.Fit(
        modularity: found.modularity, groupCount: members.count { $0.count > 1 },
        ungroupedCount: members.count { $0.count == 1 }),
      systems: fit(of: systems, in: graph), domains: fit(of: domains, in: graph),
      strays: strays(members, systems, graph, vertices), isSettled: found.isSettled)
  }

  private func fit<Group: Hashable>(of groups: [Group?], in graph: DirectedGraph)
    -> SuggestedGroups.Fit
  {
    var numbers: [Group: Int] = [:]
    var alone = 0
    let groupOf = groups.map { group -> Int in
      guard let group else {
        alone += 1
        return -alone
      }
      if numbers[group] == nil { numbers[group] = numbers.count }
      return numbers[group] ?? 0
    }
    let modularity = Communities.modularity(
      of: groupOf.map { $0 < 0 ? numbers.count - 1 - $0 : $0 }, in: graph)
    return SuggestedGroups.Fit(
      modularity: numbers.isEmpty ? nil : modularity, groupCount: numbers.count,
      ungroupedCount: alone)
  }

  private func strays(
    _ groups: [[Int]], _ systems: [Int?], _ graph: DirectedGraph, _ vertices: [Int]
  ) -> [SuggestedGroups.Stray] {
    groups.flatMap { members -> [SuggestedGroups.Stray] in
      var votes: [Int: Int] = [:]
      for member in members { if let system = systems[member] { votes[system, default: 0] += 1 } }
      guard let most = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
        most.value * 2 > members.count
      else { return [] }
      return members.compactMap { member in
        guard let system = systems[member], system != most.key else { return nil }
        let neighbours = Array(graph.successors(of: member)) + graph.predecessors(of: member)
        return SuggestedGroups.Stray(
          element: elementID(vertices[member]), system: elementID(system),
          otherSystem: elementID(most.key),
          ownLinkCount: neighbours.count { systems[$0] == system && $0 != member },
          otherLinkCount: neighbours.count { systems[$0] == most.key })
      }
    }.sorted { $0.element < $1.element }
  }
}
