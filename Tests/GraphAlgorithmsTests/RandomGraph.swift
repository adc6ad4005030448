import GraphAlgorithms
import TestSupport

extension DirectedGraph {
  /// A graph of up to `limit` vertices, sparse or dense, with parallel edges and loops now and then.
  static func random(seed: Int, limit: Int = 9) -> DirectedGraph {
    var random = SeededRandom(seed: seed)
    let count = 1 + random.number(below: limit)
    let edgeCount = random.number(below: 3 * count)
    let edges = (0..<edgeCount).map { _ in
      Edge(random.number(below: count), random.number(below: count))
    }
    return DirectedGraph(vertexCount: count, edges: edges)
  }

  /// The vertices 0, 1, 2 … in a row.
  static func chain(_ count: Int) -> DirectedGraph {
    DirectedGraph(
      vertexCount: count, edges: stride(from: 1, to: count, by: 1).map { Edge($0 - 1, $0) })
  }

  /// A chain whose end leads back to its start.
  static func ring(_ count: Int) -> DirectedGraph {
    DirectedGraph(vertexCount: count, edges: (0..<count).map { Edge($0, ($0 + 1) % count) })
  }

  init(_ vertexCount: Int, _ pairs: [(Int, Int)]) {
    self.init(vertexCount: vertexCount, edges: pairs.map { Edge($0.0, $0.1) })
  }

  /// Without some edges, found by their numbers; the others are numbered anew.
  func without(edges removed: some Collection<Int>) -> DirectedGraph {
    let removed = Set(removed)
    return DirectedGraph(
      vertexCount: vertexCount,
      edges: edges.indices.filter { !removed.contains($0) }.map { edges[$0] })
  }

  /// With a vertex cut off from all others.
  func isolating(_ vertex: Int) -> DirectedGraph {
    DirectedGraph(
      vertexCount: vertexCount,
      edges: edges.filter { $0.source != vertex && $0.target != vertex })
  }

  /// What is reached from some vertices, found the slow way: until nothing is added.
  func plainReach(from sources: [Int]) -> Set<Int> {
    var reached = Set(sources)
    while let edge = edges.first(where: {
      reached.contains($0.source) && !reached.contains($0.target)
    }) {
      reached.insert(edge.target)
    }
    return reached
  }

  /// Both directions of every edge.
  var undirected: DirectedGraph {
    DirectedGraph(vertexCount: vertexCount, edges: edges + reversed.edges)
  }

  /// The number of parts of the undirected view.
  var partCount: Int {
    let both = undirected
    var unseen = Set(0..<vertexCount)
    var count = 0
    while let vertex = unseen.first {
      unseen.subtract(both.plainReach(from: [vertex]))
      count += 1
    }
    return count
  }

  /// Whether no vertex reaches itself over others.
  var isPlainlyAcyclic: Bool {
    !edges.contains { $0.source != $0.target && plainReach(from: [$0.target]).contains($0.source) }
  }

  /// Every path without a repeated vertex from a vertex, as edge numbers, the empty one first.
  func plainPaths(from start: Int) -> [[Int]] {
    var paths: [[Int]] = [[]]
    func extend(_ path: [Int], _ vertex: Int, _ seen: Set<Int>) {
      for edge in edges.indices where edges[edge].source == vertex {
        let target = edges[edge].target
        guard !seen.contains(target) else { continue }
        paths.append(path + [edge])
        extend(path + [edge], target, seen.union([target]))
      }
    }
    extend([], start, [start])
    return paths
  }
}
