public import SolutionGraph
public import SolutionModel

/// What rules look at: a solution, its graph, and the day of the review.
public struct ReviewSubject: Sendable {
  public let graph: SolutionGraph
  /// That of the graph; kept here as well, because rules ask for it for every link, and an answer
  /// that is worked out would be a copy each time.
  public let solution: Solution
  /// The day that dates are compared with; nil when nobody said and the machine was not asked.
  public let today: CalendarDate?
  /// Whether the solution is all that its author wrote.
  ///
  /// Where parts could not be read, that something is absent proves nothing.
  public let isWhole: Bool
  /// What became of the waivers, in their order; for rules with `judgesWaivers`, else empty.
  public internal(set) var waiverUse: [WaiverUse] = []

  /// Which of the two house styles of the field the review goes by; that of the policy.
  public internal(set) var style: ReviewStyle = .keepItSimple

  public init(graph: SolutionGraph, today: CalendarDate? = nil, isWhole: Bool = true) {
    self.graph = graph
    solution = graph.solution
    self.today = today
    self.isWhole = isWhole
  }
}
