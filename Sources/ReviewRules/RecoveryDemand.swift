import ReviewEngine
import SolutionGraph
import SolutionModel

/// What an element says of its recovery against the strictest that flows ask of it, for the rules on
/// recovery times and on recovery points.
struct RecoveryDemand {
  /// The key of an element, and of a flow's target: `rto`, `rpo`.
  let key: String
  let own: @Sendable (Element) -> Duration?
  let asked: @Sendable (ElementDemands) -> ElementDemands.Demand<Duration>?
  let target: @Sendable (Flow) -> Duration?

  /// Judges every element that a flow asks something of.
  ///
  /// `mustSay` tells whether one that says nothing leaves the answer open.
  func judge(
    _ graph: SolutionGraph, by rule: RuleDescriptor, into verdicts: inout Verdicts,
    mustSay: (Int) -> Bool = { _ in true },
    _ message: (ElementID, _ own: Duration, FlowID, _ asked: Duration) -> Finding.Message
  ) {
    for (vertex, demands) in graph.elementDemands().enumerated() {
      guard let demand = asked(demands) else { continue }
      guard let own = own(graph.solution.elements[vertex]) else {
        if mustSay(vertex) { verdicts.unknown(missing: key, ofElement: vertex) }
        continue
      }
      verdicts.used(key, ofElement: vertex)
      guard own > demand.value else {
        verdicts.pass()
        continue
      }
      let (id, flow) = (graph.elementID(vertex), graph.solution.flows[demand.flow].id)
      verdicts.fail(
        Finding(
          rule, message(id, own, flow, demand.value), at: .element(id, key), weighs: [.flow(flow)],
          evidence: .demand(
            of: demand, on: vertex, in: graph,
            [
              .init("\(key) of '\(id)'", Wording.duration(own)),
              .init("\(key) asked by '\(flow)'", Wording.duration(demand.value)),
            ]),
          related: Finding.Related.flows(of: demands, in: graph, asking: "target.\(key)") { flow in
            target(flow).flatMap { $0 < own ? Wording.duration($0) : nil }
          }))
    }
  }
}
