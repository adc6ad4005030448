/// An order of the vertices in which edges lead forward, but for some inside blocks that depend on
/// each other in circles.
///
/// Donald Steward, *The design structure system*, IEEE Transactions on Engineering Management 28,
/// 1981: partitioning puts the strongly connected components in a topological order, tearing orders
/// each of them so that little weight leads back.
package struct PartitionedOrder: Sendable {
  package let vertices: [Int]
  /// The places in `vertices` of the strongly connected components of two or more.
  package let blocks: [Range<Int>]
  /// Whether no other order is known to have fewer edges that lead back.
  package let isBest: Bool

  /// `budget` is about how many steps to spend on ordering the blocks.
  ///
  /// - Complexity: O((n + m) log n + budget).
  package init(of graph: DirectedGraph, budget: Int = 2_000_000) {
    let condensation = Condensation(of: graph)
    let components = condensation.components
    let share = budget / max(1, components.circular.count)
    var vertices: [Int] = []
    var blocks: [Range<Int>] = []
    var isBest = true
    for component in TopologicalOrder(of: condensation.graph)?.vertices ?? [] {
      let members = components[component]
      guard members.count > 1 else {
        vertices += members
        continue
      }
      blocks.append(vertices.count..<vertices.count + members.count)
      let part = InducedSubgraph(of: graph, on: members)
      let cut = FeedbackArcs(of: part.graph, budget: share)
      isBest = isBest && cut.isSmallest
      vertices += Self.order(of: part.graph, without: cut.edges).map(part.original)
    }
    self.vertices = vertices
    self.blocks = blocks
    self.isBest = isBest
  }

  private static func order(of graph: DirectedGraph, without cut: [Int]) -> [Int] {
    var isCut = [Bool](repeating: false, count: graph.edgeCount)
    for edge in cut { isCut[edge] = true }
    let forward = graph.edges.indices.filter {
      !isCut[$0] && graph.edges[$0].source != graph.edges[$0].target
    }
    let rest = DirectedGraph(
      vertexCount: graph.vertexCount, edges: forward.map { graph.edges[$0] })
    return TopologicalOrder(of: rest)?.vertices ?? Array(0..<graph.vertexCount)
  }
}
