import GraphAlgorithms
import SolutionModel

/// What fails with what, laid out for the walks that every flow makes over it.
struct NeedTable: Sendable {
  /// One element needs another.
  struct Need: Sendable {
    let dependency: Int
    /// The place of the link in `solution.links`; `DependencyGraph.containment` where there is none.
    let link: Int
    /// Whether the dependent cannot do any of its work without the other: the model says so, or the
    /// other is its store, or what is around it.
    let isSure: Bool
  }

  /// Those of a vertex are `needs[starts[vertex]..<starts[vertex + 1]]`, by what is needed.
  private(set) var starts = [0]
  private(set) var needs: [Need] = []
  private(set) var choices = ChoiceTable()
  private(set) var fates = ZoneFates()

  /// Hard links, modules that need their apps, and what needs its provider; nobody fails with a
  /// person.
  ///
  /// - Complexity: O(n + m).
  init(of solution: SolutionGraph) {
    let dependencies = DependencyGraph(ofNeedsIn: solution)
    starts.reserveCapacity(solution.placements.count + 1)
    needs.reserveCapacity(dependencies.links.count)
    for vertex in solution.placements.indices {
      for edge in dependencies.graph.edgesOut(of: vertex) {
        let dependency = dependencies.graph.edges[edge].target
        guard !solution.isPerson(dependency) else { continue }
        let link = dependencies.links[edge]
        let isSure =
          link == DependencyGraph.containment
          || solution.solution.links[link].failure.need == .hard
          || solution.solution.elements[dependency].kind == .store
        needs.append(Need(dependency: dependency, link: link, isSure: isSure))
      }
      starts.append(needs.count)
    }
    choices = ChoiceTable(of: solution)
    fates = ZoneFates(of: solution)
  }

  /// That of a graph which nobody has asked yet.
  init() {}

  func needs(of vertex: Int) -> ArraySlice<Need> { needs[starts[vertex]..<starts[vertex + 1]] }
}
