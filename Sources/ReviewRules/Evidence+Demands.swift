import ReviewEngine
import SolutionGraph
import SolutionModel

extension Evidence {
  /// The element that a flow needs, behind the one that needs it there, with the figures of both.
  static func demand<Value>(
    of demand: ElementDemands.Demand<Value>, on vertex: Int, in graph: SolutionGraph,
    _ figures: [Figure]
  ) -> Evidence {
    let flow = graph.solution.flows[demand.flow].id
    var path: [Step] = []
    if let user = demand.neededBy {
      path.append(Step(.element(graph.elementID(user)), "is needed by '\(flow)'"))
    }
    let note = demand.neededBy == nil ? "is needed by '\(flow)'" : "is needed by that"
    path.append(Step(.element(graph.elementID(vertex)), note))
    let count = graph.elementDemands()[vertex].flowCount
    return Evidence(
      path: path, figures: figures + [.init("flows that need it", "\(count)")],
      assumptions: demand.neededBy == nil
        ? [] : ["A flow needs the stores of its steps and what they declare as `need: hard`."])
  }
}

extension Finding.Related {
  /// The flows that need an element and ask more of it than it gives, each with what it asks.
  static func flows(
    of demands: ElementDemands, in graph: SolutionGraph, asking key: String,
    _ words: (Flow) -> String?
  ) -> [Self] {
    demands.flows.compactMap { place in
      let flow = graph.solution.flows[place]
      return words(flow).map { Self(.flow(flow.id, key), "asks for \($0)") }
    }
  }
}
