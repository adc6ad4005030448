/// Edges without which a graph has no cycle, chosen for the least total weight.
///
/// Each strongly connected component is solved by itself: exactly over the subsets of its vertices
/// while there are few, else by the greedy order of Eades, Lin, Smyth, *A fast and effective
/// heuristic for the feedback arc set problem*, Information Processing Letters 47, 1993. The greedy
/// answer counts as smallest when as much weight in cycles that share no edge proves it.
package struct FeedbackArcs: Sendable {
  /// Ascending; edges from a vertex to itself are not among them.
  package let edges: [Int]
  /// Whether no other choice is known to weigh less.
  package let isSmallest: Bool

  /// - Parameters:
  ///   - graph: the graph.
  ///   - weights: what it costs to cut each edge, at least 1; all 1 when nil.
  ///   - budget: about how many steps to spend on being exact.
  /// - Complexity: O((n + m) log n + budget).
  package init(of graph: DirectedGraph, weights: [Int]? = nil, budget: Int = 2_000_000) {
    let components = StronglyConnectedComponents(of: graph)
    var isSmallest = true
    var left = budget
    var cut: [Int] = []
    for component in components.circular {
      let tangle = Tangle(components[component], of: graph, weights: weights)
      let answer: Tangle.Cut
      if tangle.subsetSteps <= left {
        left -= tangle.subsetSteps
        answer = Tangle.Cut(arcs: tangle.arcs(against: tangle.bestOrder()), isSmallest: true)
      } else {
        answer = tangle.greedyCut(budget: &left)
      }
      cut += answer.arcs.flatMap { tangle.arcs[$0].edges }
      isSmallest = isSmallest && answer.isSmallest
    }
    edges = cut.sorted()
    self.isSmallest = isSmallest
  }
}
