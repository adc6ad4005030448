extension Tangle {
  /// A cut that cannot spare any of its arcs, and whether disjoint cycles prove it smallest.
  ///
  /// About as many edges as the budget has are looked at; what is used is taken off.
  ///
  /// - Complexity: O((n + m) log n + budget).
  func greedyCut(budget: inout Int) -> Cut {
    let cut = withoutNeedless(arcs(against: greedyOrder()), budget: &budget)
    let weight = cut.reduce(0) { $0 + arcs[$1].weight }
    let isSmallest = weight == weightOfDisjointCycles(atMost: weight, budget: &budget)
    return Cut(arcs: cut, isSmallest: isSmallest)
  }

  /// Sinks go last, sources first; when there is neither, the vertex with the greatest surplus of
  /// weight going out goes first.
  private func greedyOrder() -> [Int] {
    var weightOut = [Int](repeating: 0, count: vertexCount)
    var weightIn = weightOut
    for arc in arcs {
      weightOut[arc.source] += arc.weight
      weightIn[arc.target] += arc.weight
    }
    var queue = PriorityQueue<Candidate>()
    var isPlaced = [Bool](repeating: false, count: vertexCount)
    func candidate(_ vertex: Int) -> Candidate {
      Candidate(vertex: vertex, weightOut: weightOut[vertex], weightIn: weightIn[vertex])
    }
    for vertex in 0..<vertexCount { queue.insert(candidate(vertex)) }
    var first: [Int] = []
    var last: [Int] = []
    while let next = queue.popFirst() {
      let vertex = next.vertex
      guard !isPlaced[vertex], next == candidate(vertex) else { continue }
      isPlaced[vertex] = true
      if next.isSink { last.append(vertex) } else { first.append(vertex) }
      for edge in graph.edgesOut(of: vertex) where !isPlaced[arcs[edge].target] {
        weightIn[arcs[edge].target] -= arcs[edge].weight
        queue.insert(candidate(arcs[edge].target))
      }
      for edge in graph.edgesIn(to: vertex) where !isPlaced[arcs[edge].source] {
        weightOut[arcs[edge].source] -= arcs[edge].weight
        queue.insert(candidate(arcs[edge].source))
      }
    }
    return first + last.reversed()
  }

  /// Puts back, the heaviest first, each arc of a cut that closes no cycle.
  private func withoutNeedless(_ cut: [Int], budget: inout Int) -> [Int] {
    var isCut = [Bool](repeating: false, count: arcs.count)
    for arc in cut { isCut[arc] = true }
    for arc in cut.sorted(by: { (-arcs[$0].weight, $0) < (-arcs[$1].weight, $1) }) {
      guard budget > 0 else { break }
      let way = way(from: arcs[arc].target, to: arcs[arc].source, budget: &budget) { !isCut[$0] }
      if way == nil { isCut[arc] = false }
    }
    return cut.filter { isCut[$0] }
  }

  /// A lower bound for every cut: cycles are peeled off, each by its lightest arc.
  private func weightOfDisjointCycles(atMost limit: Int, budget: inout Int) -> Int {
    var left = arcs.map(\.weight)
    var total = 0
    for arc in arcs.indices {
      while left[arc] > 0, budget > 0, total < limit {
        guard
          let way = way(
            from: arcs[arc].target, to: arcs[arc].source, budget: &budget, along: { left[$0] > 0 })
        else { break }
        let weight = way.reduce(left[arc]) { min($0, left[$1]) }
        for other in way { left[other] -= weight }
        left[arc] -= weight
        total += weight
      }
    }
    return total
  }

  /// The arcs of a shortest way between two vertices; nil when there is none.
  private func way(
    from start: Int, to end: Int, budget: inout Int, along isOpen: (Int) -> Bool
  ) -> [Int]? {
    var arcTo = [Int](repeating: -1, count: vertexCount)
    var queue = [start]
    var head = 0
    budget -= vertexCount
    while head < queue.count, arcTo[end] < 0 {
      let vertex = queue[head]
      head += 1
      for arc in graph.edgesOut(of: vertex) {
        budget -= 1
        let target = arcs[arc].target
        guard isOpen(arc), target != start, arcTo[target] < 0 else { continue }
        arcTo[target] = arc
        queue.append(target)
      }
    }
    guard arcTo[end] >= 0 else { return nil }
    var way: [Int] = []
    var vertex = end
    while vertex != start {
      way.append(arcTo[vertex])
      vertex = arcs[arcTo[vertex]].source
    }
    return way
  }
}

/// A vertex that waits for its place in the greedy order.
private struct Candidate: Comparable {
  let vertex: Int
  let weightOut: Int
  let weightIn: Int

  var isSink: Bool { weightOut == 0 }

  private var rank: (Int, Int, Int) {
    if isSink { return (0, 0, vertex) }
    if weightIn == 0 { return (1, 0, vertex) }
    return (2, weightIn - weightOut, vertex)
  }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
