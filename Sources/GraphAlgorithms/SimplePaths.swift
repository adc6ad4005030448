/// The shortest paths without a repeated vertex from one vertex to another, shortest first, then by
/// their vertices.
///
/// Jin Yen, *Finding the k shortest loopless paths in a network*, Management Science 17, 1971, with
/// the saving of Eugene Lawler, *A procedure for computing the k best solutions*, 1972. Parallel
/// edges make no second path.
package struct SimplePaths: Sendable {
  /// The vertices of each path, both ends included.
  package let paths: [[Int]]
  /// Whether there is no other path; false as well when the budget ran out first.
  package let isComplete: Bool

  /// `limit` is how many paths to find, `budget` about how many edges to look at.
  ///
  /// - Complexity: O(k·l·(n + m)) for k paths of up to l edges, O(budget + n + m) at most.
  package init(
    in graph: DirectedGraph, from source: Int, to target: Int, limit: Int = 20,
    budget: Int = 20_000_000
  ) {
    var search = DetourSearch(graph, to: target, budget: budget)
    var waiting = PriorityQueue<Candidate>()
    var found: [[Int]] = []
    if source != target, let path = search.path(after: [source], avoiding: []) {
      waiting.insert(Candidate(vertices: path, fork: 0))
    }
    var isCut = false
    while found.count < limit, let next = waiting.popFirst() {
      found.append(next.vertices)
      for fork in next.fork..<next.vertices.count - 1 {
        let root = Array(next.vertices[...fork])
        let taken = Set(found.lazy.filter { $0.starts(with: root) }.map { $0[fork + 1] })
        if let path = search.path(after: root, avoiding: taken) {
          waiting.insert(Candidate(vertices: path, fork: fork))
        }
        isCut = isCut || search.isExhausted
      }
      if isCut { break }
    }
    paths = found
    isComplete = !isCut && waiting.isEmpty
  }
}

/// A path that waits for its turn, with the place at which it left the path that it came from.
private struct Candidate: Comparable {
  let vertices: [Int]
  let fork: Int

  static func < (left: Self, right: Self) -> Bool {
    guard left.vertices.count == right.vertices.count else {
      return left.vertices.count < right.vertices.count
    }
    return left.vertices.lexicographicallyPrecedes(right.vertices)
  }
}

/// The arrays that the searches share.
private struct DetourSearch {
  private let rows: AdjacencyRows
  private let target: Int
  private let leadsToTarget: [Bool]
  private var budget: Int
  private var round = 0
  private var seenIn: [Int]
  private var previous: [Int]

  var isExhausted: Bool { budget <= 0 }

  init(_ graph: DirectedGraph, to target: Int, budget: Int) {
    rows = graph.outgoing
    self.target = target
    self.budget = budget
    let back = ShortestPaths(in: graph.reversed, from: [target])
    leadsToTarget = (0..<graph.vertexCount).map(back.reaches)
    seenIn = Array(repeating: 0, count: graph.vertexCount)
    previous = Array(repeating: -1, count: graph.vertexCount)
  }

  /// The first of the shortest paths that go on from a root without coming back to it, and whose
  /// next step is none of some vertices.
  mutating func path(after root: [Int], avoiding taken: Set<Int>) -> [Int]? {
    guard let start = root.last, leadsToTarget[start], !isExhausted else { return nil }
    round += 1
    for vertex in root { seenIn[vertex] = round }
    var queue = [start]
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      budget -= 1 + rows.row(of: vertex).count
      for next in rows.vertices[rows.row(of: vertex)]
      where seenIn[next] != round && leadsToTarget[next] {
        if vertex == start, taken.contains(next) { continue }
        seenIn[next] = round
        previous[next] = vertex
        if next == target { return root + way(from: start) }
        queue.append(next)
      }
    }
    return nil
  }

  /// What lies behind a start, the target at the end.
  private func way(from start: Int) -> [Int] {
    var vertices: [Int] = []
    var vertex = target
    while vertex != start {
      vertices.append(vertex)
      vertex = previous[vertex]
    }
    return vertices.reversed()
  }
}
