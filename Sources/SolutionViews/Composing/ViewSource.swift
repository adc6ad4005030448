import SolutionGraph
import SolutionModel

/// A solution as views are taken from it, with what every view looks up, worked out once.
struct ViewSource: Sendable {
  /// The most boxes that a picture of many parts shows before it rolls them up.
  let boxLimit: Int
  let graph: SolutionGraph
  let tree: ElementTree
  /// For each link the elements that it touches, from its source through what it passes to its
  /// destination; empty where an end does not exist.
  let stops: [[Int]]
  private let touching: [[Int]]

  var solution: Solution { graph.solution }

  /// - Complexity: O(n + m).
  init(_ graph: SolutionGraph, boxLimit: Int) {
    self.boxLimit = boxLimit
    self.graph = graph
    tree = ElementTree(graph.solution)
    let solution = graph.solution
    var touching = [[Int]](repeating: [], count: solution.elements.count)
    stops = solution.links.indices.map { link in
      guard let source = solution.index(of: solution.links[link].source),
        let destination = solution.index(of: solution.links[link].destination)
      else { return [] }
      let passed = solution.links[link].through.compactMap { solution.index(of: $0) }
      let stops = [source] + passed + [destination]
      for stop in stops where touching[stop].last != link { touching[stop].append(link) }
      return stops
    }
    self.touching = touching
  }

  /// The links that start, pass or end at an element, ascending; retired ones too.
  func links(at element: Int) -> [Int] { touching[element] }

  /// Whether a link stands for running use.
  func isInUse(_ link: Int) -> Bool { graph.traits[link].isInUse }

  /// Whether a link in use touches an element or anything inside it.
  func hasLinksInUse(within place: Int) -> Bool {
    tree.subtree(of: place).contains { links(at: $0).contains(where: isInUse) }
  }

  /// The links in use that touch an element or anything inside it, ascending.
  ///
  /// - Complexity: O(k log k) in their number and that of the elements inside.
  func linksInUse(within place: Int) -> [Int] {
    let all = tree.subtree(of: place).flatMap { links(at: $0).filter(isInUse) }
    var seen = Set<Int>()
    return all.filter { seen.insert($0).inserted }.sorted()
  }
}
