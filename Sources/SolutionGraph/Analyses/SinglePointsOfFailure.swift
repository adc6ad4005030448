import GraphAlgorithms
public import SolutionModel

extension SolutionGraph {
  /// An element whose loss alone takes others, or whole flows, from the people who need them.
  public struct SinglePointOfFailure: Hashable, Sendable {
    public let element: ElementID
    public let redundancy: Redundancy
    public let isExternal: Bool
    /// How many of the targets nobody reaches any more without it; of those behind several ways
    /// through a gateway together it may count too few.
    public let lostTargetCount: Int
    /// Some of them, by id: up to twenty.
    public let lostTargets: [ElementID]
    /// How many flows cannot run without it.
    public let lostFlowCount: Int
    /// The first of them, by id: up to a hundred.
    public let lostFlows: [FlowID]
    /// From a start through the element to the nearest of these targets; to the element itself when
    /// no target is lost, and only the element when no hard links lead there.
    public let path: SolutionPath
  }

  /// The elements that are not redundant and that all ways from people and flow starts to a target
  /// pass, or that a flow cannot run without; by id.
  ///
  /// Ways run along hard links. Targets are elements with at least the given criticality and those
  /// in the steps of flows. People are never an answer; a module counts as its app.
  ///
  /// - Complexity: O(n + m log n), and for each flow what it needs; O(1) when it was asked before for
  ///   `core`.
  public func singlePointsOfFailure(from criticality: Criticality = .core) -> [SinglePointOfFailure]
  {
    guard criticality == .core else { return findSinglePoints(from: criticality) }
    return knownSinglePoints.value { findSinglePoints(from: .core) }
  }

  private func findSinglePoints(from criticality: Criticality) -> [SinglePointOfFailure] {
    let ways = RouteGraph(of: self, where: { traits[$0].isHard }) { placements[$0].host }
    let starts = wayStarts()
    let gates = Gates(in: ways, from: starts, isTarget: targets(from: criticality))
    let flows = flowFigures().lost
    let paths = ShortestPaths(in: ways.graph, from: starts)
    return solution.elements.indices.compactMap { vertex in
      let redundancy = redundancy(of: vertex)
      guard redundancy != .redundant, !isPerson(vertex) else { return nil }
      let lost = gates.targets(behind: vertex, showing: Self.targetsShown)
      guard lost.count > 0 || flows[vertex].count > 0 else { return nil }
      return SinglePointOfFailure(
        element: elementID(vertex), redundancy: redundancy,
        isExternal: placements[vertex].isExternal, lostTargetCount: lost.count,
        lostTargets: lost.first.sorted().map(elementID),
        lostFlowCount: flows[vertex].count,
        lostFlows: flows[vertex].first.map { solution.flows[$0].id },
        path: way(to: lost.first, through: vertex, in: ways, paths))
    }
  }

  /// Where needs arise: people, and the elements at which flows start; ascending.
  private func wayStarts() -> [Int] {
    let people = solution.elements.indices.filter(isPerson)
    let flowStarts = solution.flows.compactMap { start(of: $0).map { placements[$0].host } }
    return Set(people + flowStarts).sorted()
  }

  /// By vertex, whether it is worth something by itself that it can be reached.
  private func targets(from criticality: Criticality) -> [Bool] {
    var isTarget = placements.indices.map { vertex in
      placements[vertex].host == vertex
        && placements[vertex].criticality.map { $0 >= criticality } ?? false
    }
    for flow in solution.flows {
      for use in flow.uses where !use.isOptional {
        guard let link = solution.index(of: use.link) else { continue }
        for leg in legs(of: link) {
          isTarget[placements[leg.source].host] = true
          isTarget[placements[leg.destination].host] = true
        }
      }
      for place in flow.workplaces where !place.isOptional {
        if let vertex = solution.index(of: place.element) {
          isTarget[placements[vertex].host] = true
        }
      }
    }
    for vertex in isTarget.indices where isPerson(vertex) { isTarget[vertex] = false }
    return isTarget
  }

  private static let targetsShown = 20

  /// The way to the nearest of some targets, or else to the element itself; of a very long one the
  /// end.
  private func way(
    to targets: [Int], through vertex: Int, in ways: RouteGraph, _ paths: ShortestPaths
  ) -> SolutionPath {
    let nearest = targets.min {
      (paths.distance(to: $0) ?? .max, $0) < (paths.distance(to: $1) ?? .max, $1)
    }
    let target = nearest ?? vertex
    guard let path = paths.path(to: target, limit: RouteGraph.hopsShown) else {
      return SolutionPath(elements: [elementID(vertex)], links: [])
    }
    let hops = ways.hops(of: path)
    return SolutionPath(
      elements: hops.elements.map(elementID), links: hops.links.map(linkID),
      isShortened: paths.distance(to: target) ?? 0 > path.edges.count)
  }
}
