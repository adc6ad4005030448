import SolutionModel

/// Which flows take which links and touch which elements.
public struct FlowUses: Sendable {
  /// By the place of a link in `solution.links`: the places in `solution.flows` of those that take it
  /// in any case, ascending.
  public fileprivate(set) var flowsOfLink: [[Int]]
  /// By vertex: the places of the flows that touch the element in any case, at an end of a link, on
  /// the way, or with work; ascending.
  public fileprivate(set) var flowsOfElement: [[Int]]
  /// By vertex: whether a flow touches the element, or something inside it, be it in an optional step.
  public fileprivate(set) var isTouched: [Bool]
}

extension SolutionGraph {
  /// Links that are not in use are left out.
  ///
  /// - Complexity: O(n + m + steps), the first time.
  public func flowUses() -> FlowUses {
    knownFlowUses.value { FlowUses(of: self) }
  }
}

extension FlowUses {
  fileprivate init(of graph: SolutionGraph) {
    flowsOfLink = Array(repeating: [], count: graph.solution.links.count)
    flowsOfElement = Array(repeating: [], count: graph.solution.elements.count)
    isTouched = Array(repeating: false, count: graph.solution.elements.count)
    for (place, flow) in graph.solution.flows.enumerated() {
      for use in flow.uses {
        guard let link = graph.solution.index(of: use.link) else { continue }
        if !use.isOptional, graph.traits[link].isInUse, flowsOfLink[link].last != place {
          flowsOfLink[link].append(place)
        }
        for leg in graph.legs(of: link) {
          touch(leg.source, by: place, isOptional: use.isOptional, in: graph)
          touch(leg.destination, by: place, isOptional: use.isOptional, in: graph)
        }
      }
      for work in flow.workplaces {
        guard let vertex = graph.solution.index(of: work.element) else { continue }
        touch(vertex, by: place, isOptional: work.isOptional, in: graph)
      }
    }
  }

  private mutating func touch(
    _ vertex: Int, by flow: Int, isOptional: Bool, in graph: SolutionGraph
  ) {
    if !isOptional, flowsOfElement[vertex].last != flow { flowsOfElement[vertex].append(flow) }
    var next: Int? = vertex
    while let inner = next, !isTouched[inner] {
      isTouched[inner] = true
      next = graph.placements[inner].parent
    }
  }
}
