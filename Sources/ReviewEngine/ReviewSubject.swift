public import SolutionGraph
public import SolutionModel

/// What rules look at: a solution, its graph, and the day of the review.
public struct ReviewSubject: Sendable {
  public let graph: SolutionGraph
  /// The day that dates are compared with; nil when nobody said and the machine was not asked.
  public let today: CalendarDate?
  /// What became of the waivers, in their order; for rules with `judgesWaivers`, else empty.
  public internal(set) var waiverUse: [WaiverUse] = []

  public var solution: Solution { graph.solution }

  public init(graph: SolutionGraph, today: CalendarDate? = nil) {
    self.graph = graph
    self.today = today
  }
}
