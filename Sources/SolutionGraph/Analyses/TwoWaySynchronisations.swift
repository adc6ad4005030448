import GraphAlgorithms
public import SolutionModel

extension SolutionGraph {
  /// Data that several elements keep in step in circles.
  public struct TwoWaySynchronisation: Hashable, Sendable {
    public let data: DataID
    /// The elements that it goes round through, channels left out, by id; at least two.
    public let members: [ElementID]
    /// The links that carry it among them, by id.
    public let links: [LinkID]
    /// A short way from one member to another and back, in the direction of the data.
    public let example: SolutionPath
  }

  /// The groups of elements among which a data object flows both ways, by data object, then by
  /// member.
  ///
  /// Left out: links on a screen; an app's access to a store; commands to a declared master; and what
  /// one element reads from and writes to another in calls of its own, because it keeps no copy. A
  /// module counts as its app.
  ///
  /// - Complexity: O(n + m log m) in what links carry.
  public func twoWaySynchronisations() -> [TwoWaySynchronisation] {
    let streams = dataStreams()
    return streams.keys.sorted().flatMap { data in
      synchronisations(of: data, along: streams[data] ?? [])
    }
  }

  private func synchronisations(of data: DataID, along streams: [DataStream])
    -> [TwoWaySynchronisation]
  {
    let vertices = Set(streams.flatMap { [$0.source, $0.destination] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(vertices, vertices.indices))
    let edges = streams.compactMap { stream in
      numbers[stream.source].flatMap { source in
        numbers[stream.destination].map { DirectedGraph.Edge(source, $0) }
      }
    }
    let graph = DirectedGraph(vertexCount: vertices.count, edges: edges)
    let components = StronglyConnectedComponents(of: graph)
    return components.circular.compactMap { component in
      let members = components[component].filter { !isChannel(vertices[$0]) }
      guard members.count > 1 else { return nil }
      let group = InducedSubgraph(of: graph, on: components[component])
      let round = roundTrip(in: group, among: members)
      return TwoWaySynchronisation(
        data: data, members: members.map { elementID(vertices[$0]) },
        links: Set(group.edges.map { streams[$0].link }).sorted().map(linkID),
        example: SolutionPath(
          elements: round.vertices.map { elementID(vertices[group.original($0)]) },
          links: round.edges.map { linkID(streams[group.edges[$0]].link) }))
    }
  }

  /// From the first member to the one that is nearest there and back.
  private func roundTrip(in group: InducedSubgraph, among members: [Int]) -> ShortestPaths.Path {
    let isMember = Set(members)
    let numbers = (0..<group.graph.vertexCount).filter { isMember.contains(group.original($0)) }
    let there = ShortestPaths(in: group.graph, from: numbers.prefix(1))
    let back = ShortestPaths(in: group.graph.reversed, from: numbers.prefix(1))
    let nearest = numbers.dropFirst().min {
      (there.distance(to: $0) ?? 0) + (back.distance(to: $0) ?? 0)
        < (there.distance(to: $1) ?? 0) + (back.distance(to: $1) ?? 0)
    }
    guard let nearest, let out = there.path(to: nearest), let home = back.path(to: nearest) else {
      return ShortestPaths.Path(vertices: [], edges: [])
    }
    return ShortestPaths.Path(
      vertices: out.vertices + home.vertices.reversed().dropFirst(),
      edges: out.edges + home.edges.reversed())
  }
}
