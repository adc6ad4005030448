import GraphAlgorithms
public import SolutionModel

/// How soon a flow runs again after everything that it cannot do without was down, and how much data
/// is gone, by the recovery objectives of its parts.
public struct FlowRecovery: Hashable, Sendable {
  /// An element with its own objective.
  public struct Part: Hashable, Sendable {
    public let element: ElementID
    public let duration: Duration
  }

  public let flow: FlowID
  public let rtoTarget: Duration?
  public let rpoTarget: Duration?
  /// The longest recovery time of a part: when all recover at the same time.
  public let inParallel: Part?
  /// When each part recovers only once all that it needs has: the longest sum along the needs.
  ///
  /// Parts that need each other in a circle recover one after the other.
  public let inSequence: Duration?
  /// The parts of that sum, those needed first in front.
  public let sequence: [Part]
  /// The part that may lose the most data.
  public let recoveryPoint: Part?
  /// Parts without a recovery time objective, by id.
  public let missingRTO: [ElementID]
  /// Stores without a recovery point objective, by id.
  public let missingRPO: [ElementID]
}

extension SolutionGraph {
  /// The recovery of a flow by what it is sure to need.
  ///
  /// - Complexity: O((n + m) log n) for what the flow needs.
  public func recovery(of flow: Flow) -> FlowRecovery {
    let vertices = FlowNeeds(of: flow, in: self).needed.filter { !$0.isInferred }
      .map { placements[$0.vertex].host }
    let distinct = Set(vertices).sorted()
    let times = distinct.compactMap { vertex in
      solution.elements[vertex].rto.map {
        FlowRecovery.Part(element: elementID(vertex), duration: $0)
      }
    }
    let points = distinct.compactMap { vertex in
      solution.elements[vertex].rpo.map {
        FlowRecovery.Part(element: elementID(vertex), duration: $0)
      }
    }
    let sequence = recoverySequence(of: distinct)
    return FlowRecovery(
      flow: flow.id, rtoTarget: flow.rtoTarget, rpoTarget: flow.rpoTarget,
      inParallel: Self.longest(times),
      inSequence: times.isEmpty
        ? nil : sequence.reduce(Duration.zero) { $0.added($1.duration) },
      sequence: sequence, recoveryPoint: Self.longest(points),
      missingRTO: distinct.filter { solution.elements[$0].rto == nil }.map(elementID),
      missingRPO: distinct.filter {
        solution.elements[$0].kind == .store && solution.elements[$0].rpo == nil
      }.map(elementID))
  }

  private static func longest(_ parts: [FlowRecovery.Part]) -> FlowRecovery.Part? {
    parts.reduce(nil) { longest, part in
      longest.map { $0.duration >= part.duration ? $0 : part } ?? part
    }
  }

  /// The longest way along the needs among some elements, what is needed first in front.
  private func recoverySequence(of vertices: [Int]) -> [FlowRecovery.Part] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(vertices, vertices.indices))
    var edges: [DirectedGraph.Edge] = []
    for (number, vertex) in vertices.enumerated() {
      for need in needs.needs(of: vertex) {
        guard let other = numbers[placements[need.dependency].host], other != number else {
          continue
        }
        edges.append(DirectedGraph.Edge(number, other))
      }
    }
    let condensation = Condensation(
      of: DirectedGraph(vertexCount: vertices.count, edges: edges))
    let order = TopologicalOrder(of: condensation.graph)?.vertices.reversed() ?? []
    var totals = [Duration](repeating: .zero, count: condensation.components.count)
    var next = [Int?](repeating: nil, count: totals.count)
    for group in order {
      for successor in condensation.graph.successors(of: group) {
        if totals[successor] > next[group].map({ totals[$0] }) ?? .zero { next[group] = successor }
      }
      let own = condensation.components[group].reduce(Duration.zero) {
        $0.added(solution.elements[vertices[$1]].rto ?? .zero)
      }
      totals[group] = own.added(next[group].map { totals[$0] } ?? .zero)
    }
    var group = totals.indices.max { (totals[$0], $1) < (totals[$1], $0) }
    var sequence: [FlowRecovery.Part] = []
    while let found = group {
      for number in condensation.components[found] {
        if let time = solution.elements[vertices[number]].rto, time > .zero {
          sequence.append(
            FlowRecovery.Part(element: elementID(vertices[number]), duration: time))
        }
      }
      group = next[found]
    }
    return sequence.reversed()
  }
}
