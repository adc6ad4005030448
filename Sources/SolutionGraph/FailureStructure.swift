import GraphAlgorithms
import SolutionModel

/// All elements, zones and choices of a solution as one structure, to try many failures at once.
struct FailureStructure {
  /// What a scenario may take down: a vertex, or behind those a zone.
  let candidates: [Int]
  /// The components that something may stand in for, ascending: only these do more harm in pairs than
  /// each by itself.
  let covered: [Int]
  let structure: CoherentStructure
  private let elementCount: Int
  private let flows: [FlowRoots]

  /// What a flow cannot run without.
  private struct FlowRoots {
    /// Components that must work.
    var working: [Int] = []
    /// Components that must be up by themselves, where the flow leaves out what some of them need.
    var upAlone: [Int] = []
  }

  /// - Complexity: O((n + m) log n), and for each flow what it needs.
  init(of graph: SolutionGraph) {
    let count = graph.placements.count
    let zones = graph.solution.zones
    elementCount = count
    var components = graph.placements.indices.map { vertex in
      CoherentStructure.Component(
        children: graph.isPerson(vertex) ? [] : graph.needs.needs(of: vertex).map(\.dependency))
    }
    let zonePlaces = Dictionary(uniqueKeysWithValues: zip(zones.map(\.id), zones.indices))
    let zoneOf = graph.placements.map { $0.zone.flatMap { zonePlaces[$0] } }
    for (vertex, zone) in zoneOf.enumerated() where !graph.isPerson(vertex) {
      if let zone { components[vertex].children.append(count + zone) }
    }
    components += zones.map { zone in
      CoherentStructure.Component(
        children: zone.parent.flatMap { zonePlaces[$0] }.map { [count + $0] } ?? [])
    }
    var gates: [Int: Int] = [:]
    for (place, choice) in graph.needs.choices.choices.enumerated() {
      guard let standIn = choice.standIn else { continue }
      components.append(CoherentStructure.Component(children: choice.dependencies))
      gates[place] = components.count
      components.append(
        CoherentStructure.Component(threshold: 1, children: [components.count - 1, standIn]))
      components[choice.dependent].children.append(components.count - 1)
    }
    structure = CoherentStructure(components)
    candidates =
      graph.placements.indices.filter { !graph.isPerson($0) }
      + zones.indices.map { count + $0 }
    covered = Self.reached(from: gates.values.sorted(), components)
      .filter { $0 < count + zones.count }
    flows = graph.solution.flows.map { flow in
      Self.roots(of: FlowNeeds(of: flow, in: graph), gates) { vertex in
        zoneOf[vertex].map { count + $0 }
      }
    }
  }

  private static func roots(
    of needs: FlowNeeds, _ gates: [Int: Int], zone: (Int) -> Int?
  ) -> FlowRoots {
    var roots = FlowRoots()
    roots.working = needs.choices.compactMap { gates[$0.place] }
    if needs.optionalLinks.isEmpty {
      roots.working += needs.needed.filter { $0.neededBy == nil }.map(\.vertex)
    } else {
      roots.upAlone = needs.needed.map(\.vertex)
      roots.working += Set(roots.upAlone.compactMap(zone)).sorted()
    }
    return roots
  }

  private static func reached(
    from starts: [Int], _ components: [CoherentStructure.Component]
  ) -> [Int] {
    var isReached = Set(starts)
    var waiting = starts
    while let next = waiting.popLast() {
      for child in components[next].children where isReached.insert(child).inserted {
        waiting.append(child)
      }
    }
    return isReached.sorted()
  }

  /// What works in 64 scenarios, and which flows run.
  struct Result {
    /// By component.
    let working: [UInt64]
    /// By flow.
    let running: [UInt64]
  }

  /// Tries scenarios in each of which one of some components fails, besides those that fail in all.
  func result(failing batch: ArraySlice<Int>, besides always: Int? = nil) -> Result {
    var up = [UInt64](repeating: ~0, count: structure.count)
    if let always { up[always] = 0 }
    for (bit, component) in batch.enumerated() { up[component] &= ~(1 << UInt64(bit)) }
    let working = structure.working(up)
    let running = flows.map { roots in
      var word = ~UInt64(0)
      for component in roots.working { word &= working[component] }
      for component in roots.upAlone { word &= up[component] }
      return word
    }
    return Result(working: working, running: running)
  }

  /// How many machine words a batch of 64 scenarios costs, about.
  var batchCost: Int {
    structure.count * 4 + flows.reduce(0) { $0 + $1.working.count + $1.upAlone.count }
  }
}
