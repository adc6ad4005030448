import GraphAlgorithms

/// Dependencies as a graph: an edge leads from the dependent to what it needs.
struct DependencyGraph: Sendable {
  let graph: DirectedGraph
  /// For each edge the place of its link in `solution.links`; `containment` where there is none.
  let links: [Int]

  /// Stands for the link of a module that needs the app around it.
  static let containment = -1

  /// - Complexity: O(n + m).
  init(_ dependencies: [Dependency], vertexCount: Int) {
    graph = DirectedGraph(
      vertexCount: vertexCount,
      edges: dependencies.map { DirectedGraph.Edge($0.dependent, $0.dependency) })
    links = dependencies.map(\.link)
  }

  /// What fails with what: hard links, and modules that need their apps.
  init(ofNeedsIn solution: SolutionGraph) {
    let hosts = solution.placements.indices.lazy
      .filter { solution.placements[$0].host != $0 }
      .map {
        Dependency(
          dependent: $0, dependency: solution.placements[$0].host, link: Self.containment)
      }
    self.init(
      solution.dependencies(in: .hard) + hosts, vertexCount: solution.placements.count)
  }
}
