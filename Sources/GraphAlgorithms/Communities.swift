/// Groups of vertices that hang together more than chance would have it, by modularity.
///
/// Local moving and joining as by Blondel, Guillaume, Lambiotte, Lefebvre, *Fast unfolding of
/// communities in large networks*, Journal of Statistical Mechanics 2008. As in Traag, Waltman, van
/// Eck, *From Louvain to Leiden*, Scientific Reports 9, 2019, a queue tells whom to look at again, and
/// no group falls apart: pieces that no edge joins are parted, which never lowers the modularity.
/// Vertices are visited in their order, and of equal groups the first one wins, so the answer
/// depends on nothing but the graph. Direction is left out; parallel edges add up.
package struct Communities: Sendable {
  /// The group of each vertex; groups are numbered by their smallest vertices.
  package let groupOf: [Int]
  package let count: Int
  /// From −½, worse than chance, over 0 to nearly 1; 0 for a graph without edges.
  package let modularity: Double
  /// False when the budget ran out while moves were left that would have been better.
  package let isSettled: Bool

  /// Finds the groups of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - weights: what each edge counts, at least 1; all 1 when nil.
  ///   - budget: about how many edges to look at.
  /// - Complexity: O(m log m) a round, and few rounds in practice; O(budget) at most.
  package init(of graph: DirectedGraph, weights: [Int]? = nil, budget: Int = 20_000_000) {
    let network = WeightedNetwork(of: graph, weights: weights)
    var left = budget
    var groups = Array(0..<graph.vertexCount)
    var isSettled = false
    while left > 0, !isSettled {
      let better = Self.improved(groups, in: network, budget: &left)
      isSettled = better == groups
      groups = better
    }
    groupOf = groups
    count = (groups.max() ?? -1) + 1
    modularity = network.modularity(of: groups, count: count)
    self.isSettled = isSettled
  }

  /// The modularity of any groups, numbered from 0.
  package static func modularity(
    of groupOf: [Int], in graph: DirectedGraph, weights: [Int]? = nil
  ) -> Double {
    WeightedNetwork(of: graph, weights: weights)
      .modularity(of: groupOf, count: (groupOf.max() ?? -1) + 1)
  }

  /// One round: vertices move, then the groups that they formed, then groups of those.
  private static func improved(_ start: [Int], in whole: WeightedNetwork, budget: inout Int)
    -> [Int]
  {
    var network = whole
    var placeOf = Array(0..<whole.vertexCount)
    var groups = start
    while true {
      network.move(&groups, budget: &budget)
      let (pieceOf, count) = network.pieces(of: groups)
      placeOf = placeOf.map { pieceOf[$0] }
      guard count < network.vertexCount else { break }
      network = network.joined(by: pieceOf, count: count)
      groups = Array(0..<count)
    }
    return placeOf
  }
}

extension WeightedNetwork {
  /// The share of weight inside groups, less what chance would put there.
  fileprivate func modularity(of groupOf: [Int], count: Int) -> Double {
    guard total > 0 else { return 0 }
    var between = [Int](repeating: 0, count: count)
    var strength = between
    for vertex in 0..<vertexCount {
      strength[groupOf[vertex]] += strengths[vertex]
      for place in row(of: vertex) where groupOf[neighbours[place]] != groupOf[vertex] {
        between[groupOf[vertex]] += weights[place]
      }
    }
    return (0..<count).reduce(0) { sum, group in
      let share = Double(strength[group]) / Double(total)
      return sum + Double(strength[group] - between[group]) / Double(total) - share * share
    }
  }

  /// Moves each vertex to the group at which it gains most, until none gains any more.
  ///
  /// Gains are compared in whole numbers, so rounding decides nothing.
  fileprivate func move(_ groupOf: inout [Int], budget: inout Int) {
    var strengthOf = [Int](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount { strengthOf[groupOf[vertex]] += strengths[vertex] }
    var weightTo = [Int](repeating: 0, count: vertexCount)
    var queue = Array(0..<vertexCount)
    var isQueued = [Bool](repeating: true, count: vertexCount)
    var head = 0
    while head < queue.count, budget > 0 {
      let vertex = queue[head]
      head += 1
      isQueued[vertex] = false
      budget -= 1 + row(of: vertex).count
      var near: [Int] = []
      for place in row(of: vertex) {
        let group = groupOf[neighbours[place]]
        if weightTo[group] == 0 { near.append(group) }
        weightTo[group] += weights[place]
      }
      let own = groupOf[vertex]
      strengthOf[own] -= strengths[vertex]
      func gain(_ group: Int) -> Int {
        total * weightTo[group] - strengths[vertex] * strengthOf[group]
      }
      var best = (group: own, gain: gain(own))
      for group in near.sorted() where gain(group) > best.gain { best = (group, gain(group)) }
      strengthOf[best.group] += strengths[vertex]
      for group in near { weightTo[group] = 0 }
      guard best.group != own else { continue }
      groupOf[vertex] = best.group
      for place in row(of: vertex) {
        let other = neighbours[place]
        guard groupOf[other] != best.group, !isQueued[other] else { continue }
        isQueued[other] = true
        queue.append(other)
      }
    }
  }
}
