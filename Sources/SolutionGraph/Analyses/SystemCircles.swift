import GraphAlgorithms
import SolutionModel

/// Systems that need each other in a circle, though none of their parts does.
public struct SystemCircle: Hashable, Sendable {
  /// The vertices of the systems, ascending.
  public let systems: [Int]
  /// The places of one link for each step of a shortest way round, in order.
  public let example: [Int]
}

extension SolutionGraph {
  /// The groups of systems that need each other by hard links, by their first members.
  ///
  /// A group in which parts of two systems depend on each other in a circle is left out:
  /// `dependencyCycles` has it. Links on a screen and to sign on are left out.
  ///
  /// - Complexity: O(n + m), and the search for a shortest way round in each group.
  public func systemCircles() -> [SystemCircle] {
    var edges: [DirectedGraph.Edge] = []
    var links: [Int] = []
    for dependency in structuralDependencies(in: .hard) {
      guard let near = placements[dependency.dependent].system,
        let far = placements[dependency.dependency].system, near != far,
        !isInside(near, of: far), !isInside(far, of: near)
      else { continue }
      edges.append(DirectedGraph.Edge(near, far))
      links.append(dependency.link)
    }
    let graph = DirectedGraph(vertexCount: placements.count, edges: edges)
    let components = StronglyConnectedComponents(of: graph)
    let circular = components.circular
    guard !circular.isEmpty else { return [] }
    let tangled = tangledSystems(components)
    return circular.filter { !tangled.contains($0) }.map { component in
      let group = InducedSubgraph(of: graph, on: components[component])
      let round = ShortestCycle(in: group.graph, budget: Self.stepsForExample)?.path
      return SystemCircle(
        systems: group.vertices.map { $0 },
        example: round?.edges.map { links[group.edges[$0]] } ?? [])
    }
  }

  private static let stepsForExample = 200_000

  private func isInside(_ inner: Int, of outer: Int) -> Bool {
    var next = placements[inner].parent
    var depth = 0
    while let vertex = next, depth < 64 {
      if vertex == outer { return true }
      next = placements[vertex].parent
      depth += 1
    }
    return false
  }

  /// The components of systems in which elements of two systems go round by themselves.
  private func tangledSystems(_ components: StronglyConnectedComponents) -> Set<Int> {
    var tangled: Set<Int> = []
    for circle in dependencyCircles() {
      let systems = Set(
        circle.compactMap { id in solution.index(of: id).flatMap { placements[$0].system } })
      let groups = Dictionary(grouping: systems) { components.componentOf[$0] }
      for (component, members) in groups where members.count > 1 { tangled.insert(component) }
    }
    return tangled
  }
}
