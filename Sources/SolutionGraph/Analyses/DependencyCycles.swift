import GraphAlgorithms
public import SolutionModel

/// Elements that all depend on each other.
public struct DependencyCycle: Hashable, Sendable {
  /// At least two, by id.
  public let members: [ElementID]
  /// The links among the members, by id.
  public let links: [LinkID]
  /// A shortest way round; its first element is its last.
  public let example: SolutionPath
  /// Whether links that somebody waits on are enough to go from every member to every other.
  public let isWhollySynchronous: Bool
  /// Links without which nothing goes round any more, by id: as few as possible, and of equally few
  /// those that are easiest to do without.
  public let linksToCut: [LinkID]
  /// Whether fewer links to cut are known to be impossible; else they come from a rule of thumb.
  public let isCutSmallest: Bool
}

extension SolutionGraph {
  /// The groups of elements that depend on each other in circles, by their first members.
  ///
  /// Links on a screen and links to sign on are left out. Groups of two are `mutualDependencies` too.
  ///
  /// - Complexity: O(n + m), and for groups with thousands of members at most some million steps.
  public func dependencyCycles(in scope: DependencyScope = .any) -> [DependencyCycle] {
    let dependencies = DependencyGraph(
      structuralDependencies(in: scope), vertexCount: solution.elements.count)
    let components = StronglyConnectedComponents(of: dependencies.graph)
    let circular = components.circular
    let budget = Self.stepsForCuts / max(1, circular.count)
    return circular.map {
      cycle(
        InducedSubgraph(of: dependencies.graph, on: components[$0]), of: dependencies,
        budget: max(budget, Self.fewestStepsForCuts))
    }
  }

  /// The members of the groups that `dependencyCycles` describes, in the same order.
  ///
  /// - Complexity: O(n + m).
  public func dependencyCircles(in scope: DependencyScope = .any) -> [[ElementID]] {
    let dependencies = DependencyGraph(
      structuralDependencies(in: scope), vertexCount: solution.elements.count)
    let components = StronglyConnectedComponents(of: dependencies.graph)
    return components.circular.map { components[$0].map(elementID) }
  }

  /// About 20 ms of looking for the smallest cut, all groups together.
  private static let stepsForCuts = 2_000_000
  /// Enough to solve a group of ten.
  private static let fewestStepsForCuts = 12_000

  /// The dependencies in a scope without links on a screen and links to sign on.
  func structuralDependencies(in scope: DependencyScope) -> [Dependency] {
    dependencies(in: scope).filter { traits[$0.link].isStructural }
  }

  /// What it costs to cut each link: one link is always better than two; then one that nobody waits
  /// on is better than one with a fallback, and that better than a hard one.
  private func weightsOfCuts(_ links: [Int]) -> [Int] {
    let one = 2 * links.count + 1
    return links.map {
      one + (traits[$0].isHard ? 2 : traits[$0].isFunctionallySynchronous ? 1 : 0)
    }
  }

  private func cycle(_ group: InducedSubgraph, of dependencies: DependencyGraph, budget: Int)
    -> DependencyCycle
  {
    let links = group.edges.map { dependencies.links[$0] }
    let round = ShortestCycle(in: group.graph, budget: budget)?.path
    let cut = FeedbackArcs(of: group.graph, weights: weightsOfCuts(links), budget: budget)
    let waiting = DirectedGraph(
      vertexCount: group.graph.vertexCount,
      edges: zip(links, group.graph.edges)
        .filter { traits[$0.0].isFunctionallySynchronous }.map(\.1))
    let inside = Set(links).sorted()
    return DependencyCycle(
      members: group.vertices.map(elementID),
      links: inside.map(linkID),
      example: SolutionPath(
        elements: round?.vertices.map { elementID(group.original($0)) } ?? [],
        links: round?.edges.map { linkID(links[$0]) } ?? []),
      isWhollySynchronous: StronglyConnectedComponents(of: waiting).count == 1,
      linksToCut: Set(cut.edges.map { links[$0] }).sorted().map(linkID),
      // A link that passes a member ties several of them at the price of one cut.
      isCutSmallest: cut.isSmallest && inside.count == links.count)
  }
}
