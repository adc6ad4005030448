import SolutionGraph
import SolutionModel

/// Who is said to keep a kind of data: elements, with what lies inside and around them.
struct DataKeepers {
  private let keepers: Set<Int>
  private let around: Set<Int>
  private let graph: SolutionGraph

  init(_ elements: [ElementID], in graph: SolutionGraph) {
    self.graph = graph
    keepers = Set(elements.compactMap(graph.solution.index))
    var around: Set<Int> = []
    for keeper in keepers {
      var next = graph.placements[keeper].parent
      while let outer = next, around.insert(outer).inserted {
        next = graph.placements[outer].parent
      }
    }
    self.around = around
  }

  /// Whether the element at a vertex is one of them, lies in one, or has one inside.
  func covers(_ vertex: Int) -> Bool {
    if around.contains(vertex) { return true }
    var next: Int? = vertex
    while let inner = next {
      if keepers.contains(inner) { return true }
      next = graph.placements[inner].parent
    }
    return false
  }
}
