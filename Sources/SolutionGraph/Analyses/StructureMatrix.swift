import GraphAlgorithms
import SolutionModel

/// Who depends on whom as a matrix, in an order that puts users first (a design structure matrix).
public struct StructureMatrix: Hashable, Sendable {
  /// That the element of a row depends on the one of a column.
  public struct Mark: Hashable, Sendable {
    /// A place in `order`.
    public let column: Int
    public let isHard: Bool
    /// How many links say so.
    public let linkCount: Int
  }

  /// The vertices of the rows, which are those of the columns as well.
  public let order: [Int]
  /// For each row its marks, by column.
  ///
  /// Marks left of the diagonal lead back: the row depends on an element that stands before it.
  public let rows: [[Mark]]
  /// The places of elements that depend on each other in circles; marks that lead back are inside
  /// one of these blocks.
  public let blocks: [Range<Int>]
  /// How many marks lead back.
  public let backMarkCount: Int
  /// Whether fewer marks that lead back are known to be impossible.
  public let isBest: Bool
}

extension SolutionGraph {
  /// The structural dependencies as a matrix in a partitioned order; people are left out.
  ///
  /// - Complexity: O((n + m) log n), and for blocks at most some million steps.
  public func structureMatrix() -> StructureMatrix {
    let (whole, vertices) = boundPart()
    let graph = DirectedGraph(vertexCount: whole.vertexCount, edges: whole.simpleEdges)
    let order = PartitionedOrder(of: graph)
    var places = [Int](repeating: 0, count: vertices.count)
    for (place, vertex) in order.vertices.enumerated() { places[vertex] = place }
    var numbers = [Int](repeating: 0, count: solution.elements.count)
    for (number, vertex) in vertices.enumerated() { numbers[vertex] = number }

    var counts: [DirectedGraph.Edge: (all: Int, hard: Int)] = [:]
    for dependency in structuralDependencies(in: .any)
    where !isPerson(dependency.dependent) && !isPerson(dependency.dependency) {
      let edge = DirectedGraph.Edge(
        places[numbers[dependency.dependent]], places[numbers[dependency.dependency]])
      counts[edge, default: (0, 0)].all += 1
      if traits[dependency.link].isHard { counts[edge, default: (0, 0)].hard += 1 }
    }
    var rows = [[StructureMatrix.Mark]](repeating: [], count: vertices.count)
    for (edge, count) in counts {
      rows[edge.source].append(
        StructureMatrix.Mark(column: edge.target, isHard: count.hard > 0, linkCount: count.all))
    }
    for row in rows.indices { rows[row].sort { $0.column < $1.column } }
    return StructureMatrix(
      order: order.vertices.map { vertices[$0] }, rows: rows, blocks: order.blocks,
      backMarkCount: rows.indices.reduce(0) { sum, row in
        sum + rows[row].count { $0.column < row }
      }, isBest: order.isBest)
  }
}

extension DirectedGraph {
  /// Each pair of vertices once, by source, then by target; without loops.
  fileprivate var simpleEdges: [Edge] {
    (0..<vertexCount).flatMap { vertex in
      var previous = vertex
      var edges: [Edge] = []
      for next in successors(of: vertex) where next != previous && next != vertex {
        previous = next
        edges.append(Edge(vertex, next))
      }
      return edges
    }
  }
}
