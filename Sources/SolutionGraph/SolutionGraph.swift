public import GraphAlgorithms
public import SolutionModel

/// A solution as a graph: vertices are its elements by their place in `solution.elements`, legs are
/// its links in use, a link with `through` being one leg for each hop.
public struct SolutionGraph: Sendable {
  /// One hop of a link.
  public struct Leg: Hashable, Sendable {
    /// The vertex that starts the interaction.
    public let source: Int
    public let destination: Int
    /// The place of the link in `solution.links`.
    public let link: Int
  }

  /// What the analyses ask of every link, worked out once.
  public struct Traits: Hashable, Sendable {
    public let isFunctionallySynchronous: Bool
    public let isHard: Bool
    public let isInUse: Bool
    public let interaction: Interaction?
    public let category: IntegrationOption.Category?
  }

  public let solution: Solution
  public let legs: [Leg]
  /// By the place of the link in `solution.links`.
  public let traits: [Traits]
  /// By vertex.
  public let placements: [Placement]
  /// Every leg as an edge from source to destination; edge numbers are places in `legs`.
  public let graph: DirectedGraph

  /// Links whose ends the solution does not have are left out; a reader reports them.
  ///
  /// - Complexity: O(n + m log m).
  public init(_ solution: Solution) {
    var legs: [Leg] = []
    var traits: [Traits] = []
    traits.reserveCapacity(solution.links.count)
    for index in solution.links.indices {
      let option = solution.links[index].option
      let inUse = solution.links[index].isInUse
      traits.append(
        Traits(
          isFunctionallySynchronous: solution.links[index].isFunctionallySynchronous,
          isHard: solution.links[index].isHard, isInUse: inUse,
          interaction: solution.links[index].effectiveInteraction.value,
          category: option?.category))
      guard inUse else { continue }
      let stops =
        [solution.links[index].source] + solution.links[index].through
        + [solution.links[index].destination]
      let vertices = stops.map { solution.index(of: $0) }
      for (near, far) in zip(vertices, vertices.dropFirst()) {
        if let near, let far { legs.append(Leg(source: near, destination: far, link: index)) }
      }
    }
    self.solution = solution
    self.legs = legs
    self.traits = traits
    placements = Placement.table(of: solution)
    graph = DirectedGraph(
      vertexCount: solution.elements.count,
      edges: legs.map { DirectedGraph.Edge($0.source, $0.destination) })
  }

  /// The element at a vertex.
  public func element(_ vertex: Int) -> Element { solution.elements[vertex] }

  public func elementID(_ vertex: Int) -> ElementID { solution.elements[vertex].id }

  /// The id of the link at a place in `solution.links`.
  public func linkID(_ place: Int) -> LinkID { solution.links[place].id }

  /// The graph of the legs that a condition keeps, with the place in `legs` of each of its edges.
  public func subgraph(where keeps: (Leg) -> Bool) -> (graph: DirectedGraph, legs: [Int]) {
    let kept = legs.indices.filter { keeps(legs[$0]) }
    let edges = kept.map { DirectedGraph.Edge(legs[$0].source, legs[$0].destination) }
    return (DirectedGraph(vertexCount: solution.elements.count, edges: edges), kept)
  }
}
