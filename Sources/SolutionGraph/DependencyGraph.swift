import GraphAlgorithms

/// Dependencies as a graph: an edge leads from the dependent to what it needs.
struct DependencyGraph: Sendable {
  let graph: DirectedGraph
  /// For each edge the place of its link in `solution.links`; `containment` where there is none.
  let links: [Int]

  /// Stands for the link of a module that needs the app around it, and of an element that needs what
  /// runs it.
  static let containment = -1

  /// - Complexity: O(n + m).
  init(_ dependencies: [Dependency], vertexCount: Int) {
    graph = DirectedGraph(
      vertexCount: vertexCount,
      edges: dependencies.map { DirectedGraph.Edge($0.dependent, $0.dependency) })
    links = dependencies.map(\.link)
  }

  /// What fails with what: hard links, modules that need their apps, and elements that need what
  /// runs them.
  init(ofNeedsIn solution: SolutionGraph) {
    var needs = solution.dependencies(in: .hard)
    for vertex in solution.placements.indices {
      let host = solution.placements[vertex].host
      let around = host != vertex ? host : solution.placements[vertex].provider
      guard let around, !solution.isPerson(vertex) else { continue }
      needs.append(
        Dependency(dependent: vertex, dependency: around, link: Self.containment))
    }
    self.init(needs, vertexCount: solution.placements.count)
  }
}
