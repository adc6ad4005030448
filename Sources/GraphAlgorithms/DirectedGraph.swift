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
  private let outgoing: Rows
  private let incoming: Rows

  /// - Precondition: every end of every edge is in `0..<vertexCount`.
  /// - Complexity: O(n + m log m).
  public init(vertexCount: Int, edges: [Edge]) {
    precondition(
      edges.allSatisfy { (0..<vertexCount).contains($0.source) && (0..<vertexCount).contains($0.target) },
      "every end of an edge is a vertex of the graph")
    self.vertexCount = vertexCount
    self.edges = edges
    outgoing = Rows(count: vertexCount, edges, from: \.source, to: \.target)
    incoming = Rows(count: vertexCount, edges, from: \.target, to: \.source)
  }

  public var edgeCount: Int { edges.count }

  /// The edges out of a vertex, by target, then by number.
  public func edgesOut(of vertex: Int) -> ArraySlice<Int> { outgoing[vertex] }
  /// The edges into a vertex, by source, then by number.
  public func edgesIn(to vertex: Int) -> ArraySlice<Int> { incoming[vertex] }

  /// The targets of the edges out of a vertex, ascending; a vertex stands once for each edge.
  public func successors(of vertex: Int) -> some Sequence<Int> {
    outgoing[vertex].lazy.map { edges[$0].target }
  }

  /// The sources of the edges into a vertex, ascending; a vertex stands once for each edge.
  public func predecessors(of vertex: Int) -> some Sequence<Int> {
    incoming[vertex].lazy.map { edges[$0].source }
  }

  /// The graph with every edge turned round; edges keep their numbers.
  public var reversed: DirectedGraph {
    DirectedGraph(vertexCount: vertexCount, edges: edges.map { Edge($0.target, $0.source) })
  }
}

/// For each vertex a run of edge numbers.
private struct Rows: Hashable, Sendable {
  private let starts: [Int]
  private let numbers: [Int]

  init(
    count: Int, _ edges: [DirectedGraph.Edge], from near: (DirectedGraph.Edge) -> Int,
    to far: (DirectedGraph.Edge) -> Int
  ) {
    var starts = [Int](repeating: 0, count: count + 1)
    for edge in edges { starts[near(edge) + 1] += 1 }
    for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
    var next = starts
    var numbers = [Int](repeating: 0, count: edges.count)
    for (number, edge) in edges.enumerated() {
      numbers[next[near(edge)]] = number
      next[near(edge)] += 1
    }
    for vertex in 0..<count where starts[vertex + 1] - starts[vertex] > 1 {
      numbers[starts[vertex]..<starts[vertex + 1]].sort { (far(edges[$0]), $0) < (far(edges[$1]), $1) }
    }
    self.starts = starts
    self.numbers = numbers
  }

  subscript(vertex: Int) -> ArraySlice<Int> { numbers[starts[vertex]..<starts[vertex + 1]] }
}
