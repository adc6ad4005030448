/// A directed multigraph over the vertices `0..<vertexCount`, in compressed rows.
///
/// Edges keep their numbers: edge `e` is the `e`-th of those that the graph was made of. Successors
/// and predecessors come sorted by vertex, then by edge, so that no algorithm depends on the order
/// in which edges were given, except where it says so.
public struct DirectedGraph: Hashable, Sendable {
  /// An edge from `source` to `target`, both vertices of the graph.
  public struct Edge: Hashable, Sendable {
    public let source: Int
    public let target: Int

    public init(_ source: Int, _ target: Int) {
      self.source = source
      self.target = target
    }
  }

  public let vertexCount: Int
  public let edges: [Edge]
  let outgoing: AdjacencyRows
  let incoming: AdjacencyRows

  /// - Precondition: every end of every edge is in `0..<vertexCount`.
  /// - Complexity: O(n + m).
  public init(vertexCount: Int, edges: [Edge]) {
    precondition(
      edges.allSatisfy {
        (0..<vertexCount).contains($0.source) && (0..<vertexCount).contains($0.target)
      },
      "every end of an edge is a vertex of the graph")
    self.vertexCount = vertexCount
    self.edges = edges
    let sources = edges.map(\.source)
    let targets = edges.map(\.target)
    outgoing = AdjacencyRows(count: vertexCount, near: sources, far: targets)
    incoming = AdjacencyRows(count: vertexCount, near: targets, far: sources)
  }

  public var edgeCount: Int { edges.count }

  /// The edges out of a vertex, by target, then by number.
  public func edgesOut(of vertex: Int) -> ArraySlice<Int> {
    outgoing.edges[outgoing.row(of: vertex)]
  }
  /// The edges into a vertex, by source, then by number.
  public func edgesIn(to vertex: Int) -> ArraySlice<Int> {
    incoming.edges[incoming.row(of: vertex)]
  }

  /// The targets of the edges out of a vertex, ascending; a vertex stands once for each edge.
  public func successors(of vertex: Int) -> some Sequence<Int> {
    outgoing.vertices[outgoing.row(of: vertex)]
  }

  /// The sources of the edges into a vertex, ascending; a vertex stands once for each edge.
  public func predecessors(of vertex: Int) -> some Sequence<Int> {
    incoming.vertices[incoming.row(of: vertex)]
  }

  /// The graph with every edge turned round; edges keep their numbers.
  public var reversed: DirectedGraph {
    DirectedGraph(vertexCount: vertexCount, edges: edges.map { Edge($0.target, $0.source) })
  }
}
