/// For each vertex those that every walk from the roots to it passes.
///
/// All roots hang below one virtual root, so a vertex that two roots reach by separate ways has no
/// dominator but itself. Thomas Lengauer, Robert Tarjan, *A fast algorithm for finding dominators in a
/// flowgraph*, ACM TOPLAS 1, 1979, the simple version: it stays near linear on graphs where the
/// iterative method of Cooper, Harvey and Kennedy turns quadratic.
package struct Dominators: Sendable {
  /// The vertices that the roots reach, each after its immediate dominator.
  package let reached: [Int]
  private let immediate: [Int]

  private static let none = -1

  /// - Complexity: O(n + m log n).
  package init(in graph: DirectedGraph, from roots: some Sequence<Int>) {
    let tree = SearchTree(of: graph, from: roots)
    var search = DominatorSearch(of: graph, along: tree)
    let dominators = search.immediateDominators()
    var immediate = [Int](repeating: Self.none, count: graph.vertexCount)
    for place in tree.vertices.indices.dropFirst() where dominators[place] > 0 {
      immediate[tree.vertices[place]] = tree.vertices[dominators[place]]
    }
    reached = Array(tree.vertices.dropFirst())
    self.immediate = immediate
  }

  /// The closest other vertex that every walk from the roots to this one passes; nil for vertices
  /// that no single one leads to, and for those out of reach.
  package func immediateDominator(of vertex: Int) -> Int? {
    immediate[vertex] == Self.none ? nil : immediate[vertex]
  }

  /// All other vertices that every walk from the roots to this one passes, the closest first.
  ///
  /// - Complexity: O(length).
  package func dominators(of vertex: Int) -> [Int] {
    var chain: [Int] = []
    var next = immediate[vertex]
    while next != Self.none {
      chain.append(next)
      next = immediate[next]
    }
    return chain
  }
}

/// A depth-first tree from a virtual root at place 0; each vertex goes by its place in the search.
private struct SearchTree {
  /// The vertex at each place, -1 for the virtual root.
  private(set) var vertices = [-1]
  /// The place of the parent of each place.
  private(set) var parents = [0]
  /// The place of each vertex, -1 when it is out of reach.
  private(set) var places: [Int]
  private(set) var isRoot: [Bool]

  init(of graph: DirectedGraph, from roots: some Sequence<Int>) {
    places = Array(repeating: -1, count: graph.vertexCount)
    isRoot = Array(repeating: false, count: graph.vertexCount)
    for root in roots { isRoot[root] = true }
    let rows = graph.outgoing
    var next = rows.starts
    for root in isRoot.indices where isRoot[root] && places[root] < 0 {
      add(root, below: 0)
      var path = [root]
      while let vertex = path.last {
        guard next[vertex] < rows.starts[vertex + 1] else {
          path.removeLast()
          continue
        }
        let target = rows.vertices[next[vertex]]
        next[vertex] += 1
        guard places[target] < 0 else { continue }
        add(target, below: places[vertex])
        path.append(target)
      }
    }
  }

  private mutating func add(_ vertex: Int, below parent: Int) {
    places[vertex] = vertices.count
    vertices.append(vertex)
    parents.append(parent)
  }
}

private struct DominatorSearch {
  private let graph: DirectedGraph
  private let tree: SearchTree
  private var semidominator: [Int]
  /// Of the places linked so far: the one above in the forest, shortened by `compress`.
  private var ancestor: [Int]
  /// The place with the smallest semidominator between a place and the top of its tree.
  private var label: [Int]

  init(of graph: DirectedGraph, along tree: SearchTree) {
    self.graph = graph
    self.tree = tree
    semidominator = Array(tree.vertices.indices)
    label = semidominator
    ancestor = Array(repeating: -1, count: tree.vertices.count)
  }

  /// The place of the immediate dominator of each place.
  mutating func immediateDominators() -> [Int] {
    let count = tree.vertices.count
    var dominators = [Int](repeating: 0, count: count)
    var firstInBucket = [Int](repeating: 0, count: count)
    var nextInBucket = firstInBucket
    for place in stride(from: count - 1, to: 0, by: -1) {
      findSemidominator(of: place)
      nextInBucket[place] = firstInBucket[semidominator[place]]
      firstInBucket[semidominator[place]] = place
      let parent = tree.parents[place]
      ancestor[place] = parent
      while firstInBucket[parent] > 0 {
        let waiting = firstInBucket[parent]
        firstInBucket[parent] = nextInBucket[waiting]
        let lowest = lowestLabel(of: waiting)
        dominators[waiting] =
          semidominator[lowest] < semidominator[waiting] ? lowest : parent
      }
    }
    for place in stride(from: 1, to: count, by: 1)
    where dominators[place] != semidominator[place] {
      dominators[place] = dominators[dominators[place]]
    }
    return dominators
  }

  private mutating func findSemidominator(of place: Int) {
    let vertex = tree.vertices[place]
    if tree.isRoot[vertex] { semidominator[place] = 0 }
    let rows = graph.incoming
    for edge in rows.row(of: vertex) {
      let source = tree.places[rows.vertices[edge]]
      guard source >= 0 else { continue }
      semidominator[place] = min(semidominator[place], semidominator[lowestLabel(of: source)])
    }
  }

  private mutating func lowestLabel(of place: Int) -> Int {
    guard ancestor[place] >= 0 else { return place }
    compress(above: place)
    return label[place]
  }

  private mutating func compress(above place: Int) {
    var path: [Int] = []
    var next = place
    while ancestor[ancestor[next]] >= 0 {
      path.append(next)
      next = ancestor[next]
    }
    for place in path.reversed() {
      let above = ancestor[place]
      if semidominator[label[above]] < semidominator[label[place]] { label[place] = label[above] }
      ancestor[place] = ancestor[above]
    }
  }
}
