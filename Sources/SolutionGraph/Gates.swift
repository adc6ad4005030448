import GraphAlgorithms

/// What lies behind each element on the ways from some starts, so that only the element leads there.
///
/// The dominator tree of the ways, laid out so that all that lies behind a vertex is one run.
struct Gates {
  /// The elements that are targets, in the order of the tree.
  private let targets: [Int]
  /// By element, the runs in `targets` that lie behind it, none inside another.
  private let runs: [[Range<Int>]]
  private let isTarget: [Bool]

  /// - Complexity: O(n + m log n).
  init(in ways: RouteGraph, from starts: [Int], isTarget: [Bool]) {
    let dominators = Dominators(in: ways.graph, from: starts)
    func isTargetVertex(_ vertex: Int) -> Bool { vertex < isTarget.count && isTarget[vertex] }

    var sizes = [Int](repeating: 0, count: ways.graph.vertexCount)
    for vertex in dominators.reached.reversed() {
      sizes[vertex] += isTargetVertex(vertex) ? 1 : 0
      if let above = dominators.immediateDominator(of: vertex) { sizes[above] += sizes[vertex] }
    }
    var next = [Int](repeating: 0, count: ways.graph.vertexCount)
    var free = 0
    var runs = [[Range<Int>]](repeating: [], count: ways.elementCount)
    var targets = [Int](
      repeating: 0, count: dominators.reached.count(where: isTargetVertex))
    for vertex in dominators.reached {
      let start: Int
      if let above = dominators.immediateDominator(of: vertex) {
        start = next[above]
        next[above] += sizes[vertex]
      } else {
        start = free
        free += sizes[vertex]
      }
      next[vertex] = start
      if isTargetVertex(vertex) {
        targets[start] = vertex
        next[vertex] += 1
      }
      runs[ways.elementOf[vertex]].append(start..<start + sizes[vertex])
    }
    self.targets = targets
    self.isTarget = isTarget
    self.runs = runs.map(Self.outermost)
  }

  /// How many targets nobody reaches without an element, itself left out, and the first few of them
  /// in the order of the tree.
  func targets(behind element: Int, showing limit: Int) -> (count: Int, first: [Int]) {
    let first = runs[element].flatMap { targets[$0].prefix(limit + 1) }.filter { $0 != element }
    let count = runs[element].reduce(0) { $0 + $1.count }
    let isCounted = isTarget[element] && !runs[element].isEmpty
    return (count - (isCounted ? 1 : 0), Array(first.prefix(limit)))
  }

  private static func outermost(_ runs: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for run in runs.sorted(by: { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }) {
      if let last = kept.last, run.upperBound <= last.upperBound { continue }
      kept.append(run)
    }
    return kept
  }
}
