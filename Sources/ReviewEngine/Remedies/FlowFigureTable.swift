import SolutionGraph
import SolutionModel

/// The figures of all flows of a solution, to be compared with those of a changed one.
struct FlowFigureTable {
  private let availabilities: [FlowAvailability]
  private let latencies: [FlowLatency]

  /// - Complexity: O(steps), and what the flows need.
  init(of graph: SolutionGraph) {
    availabilities = graph.flowAvailabilities()
    latencies = graph.solution.flows.map(graph.latency)
  }

  /// The flows whose figures differ in a later table, by flow.
  func shifts(to later: Self) -> [CureTrial.FlowShift] {
    zip(availabilities.indices, latencies.indices).compactMap { place, _ in
      guard place < later.availabilities.count, place < later.latencies.count else { return nil }
      let availability = Self.shift(availabilities[place], later.availabilities[place])
      let latency = Self.shift(latencies[place], later.latencies[place])
      guard availability != nil || latency != nil else { return nil }
      return CureTrial.FlowShift(
        flow: availabilities[place].flow, availability: availability, latency: latency)
    }
  }

  /// Of what the flow is sure to need; where that stays, of what it may need as well.
  private static func shift(_ before: FlowAvailability, _ after: FlowAvailability)
    -> CureTrial.FlowShift.Shift<Availability>?
  {
    if before.availability != after.availability {
      return .init(before: before.availability, after: after.availability)
    }
    guard before.inferredAvailability != after.inferredAvailability else { return nil }
    return .init(before: before.inferredAvailability, after: after.inferredAvailability)
  }

  private static func shift(_ before: FlowLatency, _ after: FlowLatency)
    -> CureTrial.FlowShift.Shift<Duration>?
  {
    before.total == after.total ? nil : .init(before: before.total, after: after.total)
  }
}
