import SolutionModel

/// What follows from the needs of all flows.
///
/// A flow may need much of a solution, and several analyses ask what, so all flows are walked once.
struct FlowFigures: Sendable {
  /// By flow.
  private(set) var availabilities: [FlowAvailability] = []
  /// By vertex, how many flows cannot run without it, and the places of the first of them.
  private(set) var lost: [(count: Int, first: [Int])]
  /// By vertex, what the flows that are sure to need it ask of it.
  private(set) var demands: [ElementDemands]

  private static let flowsShown = 100

  /// - Complexity: O(n), and for each flow what it needs, links counted.
  init(of graph: SolutionGraph) {
    let hosts = graph.placements.map(\.host)
    var latest = [Int](repeating: -1, count: hosts.count)
    lost = Array(repeating: (0, []), count: hosts.count)
    demands = Array(repeating: ElementDemands(), count: hosts.count)
    var reckoning = RedundancyReckoning()
    for (place, flow) in graph.solution.flows.enumerated() {
      let wish = FlowWish(of: flow, at: place)
      let needs = FlowNeeds(of: flow, in: graph)
      let (figures, necessary) = graph.availability(of: flow, with: needs, &reckoning)
      availabilities.append(figures)
      let shared = necessary.map { FlowNeeds.Need($0) }
      for need in shared + needs.needed {
        let host = hosts[need.vertex]
        guard latest[host] != place else { continue }
        latest[host] = place
        // Sure needs come first, so an element that is needed in both ways is met as a sure one.
        if !need.isInferred { demands[host].add(wish, neededBy: need.neededBy) }
        if lost[host].count < Self.flowsShown { lost[host].first.append(place) }
        lost[host].count += 1
      }
    }
  }
}

extension SolutionGraph {
  /// What `availability(of:)` answers for each flow of the solution, in their order.
  ///
  /// - Complexity: O(1) when it was asked before.
  public func flowAvailabilities() -> [FlowAvailability] { flowFigures().availabilities }

  func flowFigures() -> FlowFigures { knownFlowFigures.value { FlowFigures(of: self) } }
}
