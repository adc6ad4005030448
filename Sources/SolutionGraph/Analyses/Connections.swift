import GraphAlgorithms
public import SolutionModel

/// The ways from one element to another.
public struct Connections: Hashable, Sendable {
  /// From one element of a way to the next.
  public struct Hop: Hashable, Sendable {
    public let from: ElementID
    public let to: ElementID
    /// The links that go this way, by id; several stand in for each other.
    public let links: [LinkID]
  }

  /// The hops of each way, the shortest first; no element comes twice in one.
  public let ways: [[Hop]]
  /// Whether there is no other way.
  public let isComplete: Bool
  /// How many ways share no hop: as many links must fail to part the two.
  public let linkDisjointCount: Int
  /// How many ways share no element in between: as many must fail to part the two, unless a link
  /// leads straight there.
  public let elementDisjointCount: Int
}

extension SolutionGraph {
  /// The ways along links in use, from the side that starts an interaction; through channels to
  /// those who receive from them.
  ///
  /// Links through a gateway are followed only to where they are bound.
  ///
  /// - Parameters:
  ///   - source: where the ways start.
  ///   - target: where they lead; another element than the source.
  ///   - scope: which links to take.
  ///   - limit: how many ways to find.
  /// - Returns: the shortest ways, and how many of all ways share nothing.
  /// - Complexity: O(n + m) for each way and each hop of it, some million steps at most.
  public func connections(
    from source: ElementID, to target: ElementID, over scope: DependencyScope = .any,
    limit: Int = 20
  ) -> Connections {
    guard let start = solution.index(of: source), let end = solution.index(of: target),
      start != end
    else {
      return Connections(
        ways: [], isComplete: true, linkDisjointCount: 0, elementDisjointCount: 0)
    }
    let routes = RouteGraph(of: self, where: { contains($0, scope) }, partsAtChannels: false)
    let paths = SimplePaths(in: routes.graph, from: start, to: end, limit: limit)
    var ways: [[Connections.Hop]] = []
    for path in paths.paths {
      let way = hops(of: path, in: routes)
      guard !ways.contains(where: { $0.map(\.to) == way.map(\.to) }) else { continue }
      ways.append(way)
    }
    let disjoint = DisjointPaths(in: routes.graph, from: start, to: end)
    return Connections(
      ways: ways, isComplete: paths.isComplete, linkDisjointCount: disjoint.edgeDisjoint,
      elementDisjointCount: disjoint.vertexDisjoint)
  }

  private func hops(of path: [Int], in routes: RouteGraph) -> [Connections.Hop] {
    var hops: [Connections.Hop] = []
    var calls: [Int] = []
    for (near, far) in zip(path, path.dropFirst()) {
      let edges = routes.graph.edgesOut(of: near).filter {
        routes.graph.edges[$0].target == far && routes.links[$0] != RouteGraph.arrival
      }
      guard !edges.isEmpty else { continue }
      // Links with the same rest of the way share its edges; the calls are those that started it.
      if edges.contains(where: routes.isStart) { calls = edges.map { routes.links[$0] } }
      hops.append(
        Connections.Hop(
          from: elementID(routes.elementOf[near]), to: elementID(routes.elementOf[far]),
          links: Set(calls).sorted().map(linkID)))
    }
    return hops
  }
}
